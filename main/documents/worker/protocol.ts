/** What the main thread and a document thread say to each other. Everything survives structured clone. */
import type { ReadFile } from '../../../shared/ipc/types.ts'
import type { Layout } from '../../../shared/layout/layout.ts'
import type { VolumeOptions, WriteProblem } from '../volume.ts'

/** A file by path, or its bytes where there is no file (browser upload, clipboard). */
export type DocumentInput = { name: string; path: string } | { name: string; bytes: Uint8Array }

export type WritableFormat = 'xlsx' | 'docx'

interface ReadJob {
  job: 'read'
  input: DocumentInput
}

export interface WriteJob {
  job: 'write'
  format: WritableFormat
  layouts: readonly Layout[]
  options: Pick<VolumeOptions, 'title' | 'contents' | 'createdAt'>
}

export type Job = ReadJob | WriteJob

export type Reply =
  | { type: 'ready' }
  | { type: 'progress'; done: number; total: number }
  | { type: 'problem'; problem: WriteProblem }
  | { type: 'read'; file: ReadFile }
  | { type: 'written'; bytes: Uint8Array<ArrayBuffer> }
  | { type: 'failed'; message: string }

/** What the main thread and a document thread say to each other. Everything survives structured clone. */
import type { ReadFile } from '../../../shared/model/read-file.ts'
import type { Layout } from '../../../shared/layout/layout.ts'
import type { FormTable } from '../../../shared/layout/tables.ts'
import type { Template } from '../../../shared/templates/template.ts'
import type { VolumeOptions, WriteProblem } from '../volume.ts'

/** A file's content, under the name it is reported by. */
export interface DocumentBytes {
  name: string
  bytes: Uint8Array
}

/** A file by its path, or its content where there is no file. */
export type DocumentInput = { name: string; path: string } | DocumentBytes

export type WritableFormat = 'xlsx' | 'docx' | 'html'

/** A form with its records, which become a Layout in the thread when its turn comes; or a table that is no form. */
export type VolumeTable = Pick<FormTable, 'template' | 'records'> | Layout

/** What a thread is started with. */
export interface ThreadData {
  templates: readonly Template[]
}

interface ReadJob {
  job: 'read'
  input: DocumentBytes
}

export interface WriteJob {
  job: 'write'
  format: WritableFormat
  tables: readonly VolumeTable[]
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

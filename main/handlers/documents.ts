/** Reading and writing of files as the handlers use it; made by open-workspace.ts from main/documents. */
import type { FormRecord } from '../../shared/model/project.ts'
import type { Layout } from '../../shared/layout/layout.ts'
import type { ReadFile } from '../../shared/ipc/types.ts'
import type { WaitingFile } from './file-tokens.ts'

export type LayoutFormat = 'xlsx' | 'docx' | 'html' | 'pdf'

export interface WriteOptions {
  /** Of the volume: document properties, contents page. */
  title: string
  contents: boolean
  /** ISO 8601 in UTC. */
  createdAt: string
  signal: AbortSignal | undefined
  onProgress?: ((done: number, total: number) => void) | undefined
  /** A text that could not be written in full. */
  onProblem?: ((problem: { title: string; message: string }) => void) | undefined
}

export interface Documents {
  /** Recognises and reads one file; what is wrong with it is in the answer, never thrown. */
  read: (file: WaitingFile, signal?: AbortSignal) => Promise<ReadFile>
  write: (format: LayoutFormat, layouts: readonly Layout[], options: WriteOptions) => Promise<Uint8Array>
  /** For print.run and the PDF printer. */
  toHtml: (layouts: readonly Layout[], options: { title: string; contents: boolean }) => string
  close: () => Promise<void>
}

/** The text of an exported .json file (record.md): one entry, or a list of them. */
export function toJsonFile(entries: readonly FormRecord[], asList: boolean): Uint8Array {
  const [first] = entries
  return new TextEncoder().encode(`${JSON.stringify(asList ? entries : first, null, 2)}\n`)
}

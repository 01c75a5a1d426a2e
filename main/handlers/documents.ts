/** Reading and writing of files as the handlers use it. Foreign files and large volumes are worked on off the main loop. */
import { pathToFileURL } from 'node:url'
import { renderHtml } from '../../shared/print/html.ts'
import { createDocumentWorker } from '../documents/worker/create-document-worker.ts'
import type { FormRecord } from '../../shared/model/project.ts'
import type { Layout } from '../../shared/layout/layout.ts'
import type { ReadFile } from '../../shared/ipc/types.ts'
import type { PdfPrinter } from '../documents/pdf.ts'
import type { WriteOptions } from '../documents/worker/create-document-worker.ts'
import type { WaitingFile } from './file-tokens.ts'
import type { Job } from './jobs.ts'

type LayoutFormat = 'xlsx' | 'docx' | 'html' | 'pdf'

export interface Documents {
  /** What was read from each file, in order; what is wrong with one stands in its answer. */
  read: (files: readonly WaitingFile[], job: Job) => Promise<ReadFile[]>
  write: (format: LayoutFormat, layouts: readonly Layout[], options: WriteOptions) => Promise<Uint8Array>
  /** The printed pages, for print.run. */
  toHtml: (layouts: readonly Layout[], options: { title: string; contents: boolean }) => string
  close: () => Promise<void>
}

/** `workerFile`: where the document thread was bundled to; undefined when the sources run. */
export function openDocuments(pdf: PdfPrinter, workerFile?: string): Documents {
  const worker = createDocumentWorker(workerFile === undefined ? {} : { file: pathToFileURL(workerFile) })
  return {
    async read(files, { signal, progress }) {
      const readable = files.filter(({ error }) => error === null)
      const read = (await worker.readFiles(readable, { signal, onProgress: progress })).values()
      return files.map(({ name, error }) => {
        const answer = error === null ? read.next().value : undefined
        return answer ? { ...answer, file: name } : { file: name, error, tables: [] }
      })
    },
    async write(format, layouts, options) {
      if (format === 'xlsx' || format === 'docx') return worker.write(format, layouts, options)
      const html = toHtml(layouts, options)
      return format === 'html' ? new TextEncoder().encode(html) : pdf(html, { signal: options.signal })
    },
    toHtml,
    close: () => worker.close(),
  }
}

function toHtml(layouts: readonly Layout[], { title, contents }: { title: string; contents: boolean }): string {
  return renderHtml(layouts, { title, contents, cover: false })
}

/** The text of an exported .json file (record.md): one entry, or a list of them. */
export function toJsonFile(entries: readonly FormRecord[], asList: boolean): Uint8Array {
  const [first] = entries
  return new TextEncoder().encode(`${JSON.stringify(asList ? entries : first, null, 2)}\n`)
}

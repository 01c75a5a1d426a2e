/** Reading and writing of files as the handlers use it: foreign files and whole volumes are worked on off the main loop. */
import { pathToFileURL } from 'node:url'
import { createDocumentWorker } from '../documents/worker/create-document-worker.ts'
import type { ReadFile } from '../../shared/ipc/types.ts'
import type { OpenPdfPrinter } from '../documents/pdf.ts'
import type { WriteOptions } from '../documents/worker/create-document-worker.ts'
import type { VolumeTable } from '../documents/worker/protocol.ts'
import type { WaitingFile } from './file-tokens.ts'
import type { Job } from './jobs.ts'

type TableFormat = 'xlsx' | 'docx' | 'html' | 'pdf'

export type WriteTables = (
  format: TableFormat,
  tables: readonly VolumeTable[],
  options: WriteOptions,
) => Promise<Uint8Array<ArrayBuffer>>

export interface Documents {
  /** What was read from each file, in order; what is wrong with one stands in its answer. */
  read: (files: readonly WaitingFile[], job: Job) => Promise<ReadFile[]>
  write: WriteTables
  /** For file after file: what one leaves for the next (the browser that prints PDF) is kept until `work` is done. */
  batch: <T>(work: (write: WriteTables) => Promise<T>) => Promise<T>
  close: () => Promise<void>
}

/** `workerFile`: where the document thread was bundled to; undefined when the sources run. */
export function openDocuments(openPdf: OpenPdfPrinter, workerFile?: string): Documents {
  const worker = createDocumentWorker(workerFile === undefined ? {} : { file: pathToFileURL(workerFile) })
  const batch: Documents['batch'] = async (work) => {
    const printer = openPdf()
    try {
      return await work(async (format, tables, options) => {
        if (format !== 'pdf') return worker.write(format, tables, options)
        const html = await worker.write('html', tables, options)
        return printer.print(html, { signal: options.signal })
      })
    } finally {
      await printer.close()
    }
  }
  return {
    async read(files, { signal, progress }) {
      const readable = files.filter(({ error }) => error === null)
      const read = (await worker.readFiles(readable, { signal, onProgress: progress })).values()
      return files.map(({ name, error }) => {
        const answer = error === null ? read.next().value : undefined
        return answer ? { ...answer, file: name } : { file: name, error, tables: [] }
      })
    },
    write: (format, tables, options) => batch((write) => write(format, tables, options)),
    batch,
    close: () => worker.close(),
  }
}

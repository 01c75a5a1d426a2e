/** Reading and writing of files as the handlers use it: foreign files and whole volumes are worked on off the main loop. */
import { pathToFileURL } from 'node:url'
import { createDocumentWorker } from '../documents/worker/create-document-worker.ts'
import type { ReadFile } from '../../shared/model/read-file.ts'
import type { Listing, StartAccess } from '../documents/access/protocol.ts'
import type { OpenPdfPrinter } from '../documents/pdf/pdf.ts'
import type { WriteOptions } from '../documents/worker/create-document-worker.ts'
import type { VolumeTable } from '../documents/worker/protocol.ts'
import type { TemplateRegistry } from '../../shared/templates/registry.ts'
import type { WaitingFile } from './door/file-tokens.ts'
import type { Job } from './door/jobs.ts'

export { openBrowserPrinter } from '../documents/pdf/pdf.ts'
export type { OpenPdfPrinter }

type TableFormat = 'xlsx' | 'docx' | 'html' | 'pdf'

export type WriteTables = (
  format: TableFormat,
  tables: readonly VolumeTable[],
  options: WriteOptions,
) => Promise<Uint8Array<ArrayBuffer>>

/** Where the parts that run beside the program were bundled to, and how the desktop program starts a process. */
export interface OwnPrograms {
  /** The threads for documents and for workspace files. */
  documents: string
  store: string
  startAccess: StartAccess
}

export interface Documents {
  /** What a path is, and the files of a folder. Rejects with a FileProblem without the path. */
  list: (path: string) => Promise<Listing>
  /** What was read from each file, in order; what is wrong with one stands in its answer. */
  read: (files: readonly WaitingFile[], job: Job) => Promise<ReadFile[]>
  write: WriteTables
  /** For file after file: what one leaves for the next (the browser that prints PDF) is kept until `work` is done. */
  batch: <T>(work: (write: WriteTables) => Promise<T>) => Promise<T>
  close: () => Promise<void>
}

/** Files are compared with `templates`. `programs`: undefined when the sources run. */
export function openDocuments(openPdf: OpenPdfPrinter, templates: TemplateRegistry, programs?: OwnPrograms): Documents {
  const worker = createDocumentWorker(
    templates.all,
    programs && { file: pathToFileURL(programs.documents), startAccess: programs.startAccess },
  )
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
    list: (path) => worker.list(path),
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

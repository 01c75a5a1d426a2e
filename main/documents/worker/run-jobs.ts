/**
 * Entry of a document thread: does one job after the other and answers each once, with progress before. It has no state
 * of its own; a job that hangs is ended from outside with the whole thread (document-thread.ts).
 */
import { parentPort, workerData } from 'node:worker_threads'
import { build } from '../../../shared/layout/build.ts'
import type { Layout } from '../../../shared/layout/layout.ts'
import { createRegistry } from '../../../shared/templates/registry.ts'
import type { LayoutList } from '../volume.ts'
import type { Job, Reply, ThreadData, VolumeTable, WriteJob } from './protocol.ts'

if (!parentPort) throw new Error('run-jobs.ts runs only as a worker thread')
const port = parentPort
const templates = createRegistry((workerData as ThreadData).templates) // document-thread.ts starts it so

function reply(message: Reply, transfer: ArrayBuffer[] = []): void {
  port.postMessage(message, transfer)
}

async function run(job: Job): Promise<void> {
  if (job.job === 'write') return write(job)
  const { readTables } = await import('./read-tables.ts')
  reply({ type: 'read', file: await readTables(job.input, templates) })
}

const writers = {
  xlsx: async () => (await import('../xlsx/write.ts')).writeXlsx,
  docx: async () => (await import('../docx/write.ts')).writeDocx,
  html: async () => (await import('../html/write.ts')).writeHtml,
}

const toLayout = (table: VolumeTable | undefined): Layout | undefined =>
  table === undefined || 'templateId' in table ? table : build(table.template, table.records)

async function write({ format, tables, options }: WriteJob): Promise<void> {
  const layouts: LayoutList = { length: tables.length, at: (index) => toLayout(tables[index]) }
  const volume = {
    ...options,
    onProgress: (done: number, total: number) => reply({ type: 'progress', done, total }),
    onProblem: (problem: (Reply & { type: 'problem' })['problem']) => reply({ type: 'problem', problem }),
  }
  const written = await (await writers[format]())(layouts, volume)
  const bytes = new Uint8Array(written) // an own buffer, which can be handed over
  reply({ type: 'written', bytes }, [bytes.buffer])
}

port.on('message', (job: Job) => {
  run(job).catch((error: unknown) => {
    reply({ type: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  })
})
reply({ type: 'ready' })

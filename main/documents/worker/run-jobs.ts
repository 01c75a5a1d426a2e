/**
 * Entry of a document thread: does one job after the other and answers each once, with progress before. It has no state
 * of its own; a job that hangs is ended from outside with the whole thread (document-thread.ts).
 */
import { parentPort } from 'node:worker_threads'
import type { Job, Reply, WriteJob } from './protocol.ts'

if (!parentPort) throw new Error('run-jobs.ts runs only as a worker thread')
const port = parentPort

function reply(message: Reply, transfer: ArrayBuffer[] = []): void {
  port.postMessage(message, transfer)
}

async function run(job: Job): Promise<void> {
  if (job.job === 'write') return write(job)
  const { readTables } = await import('./read-tables.ts')
  reply({ type: 'read', file: await readTables(job.input) })
}

async function write({ format, layouts, options }: WriteJob): Promise<void> {
  const volume = {
    ...options,
    onProgress: (done: number, total: number) => reply({ type: 'progress', done, total }),
    onProblem: (problem: (Reply & { type: 'problem' })['problem']) => reply({ type: 'problem', problem }),
  }
  const written =
    format === 'xlsx'
      ? await (await import('../xlsx/write.ts')).writeXlsx(layouts, volume)
      : await (await import('../docx/write.ts')).writeDocx(layouts, volume)
  const bytes = new Uint8Array(written) // an own buffer, which can be handed over
  reply({ type: 'written', bytes }, [bytes.buffer])
}

port.on('message', (job: Job) => {
  run(job).catch((error: unknown) => {
    reply({ type: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  })
})
reply({ type: 'ready' })

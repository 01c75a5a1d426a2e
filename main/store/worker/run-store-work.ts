/**
 * Entry of the thread for long work on workspace files: one piece of work, then it ends. Reads the workspace on its own
 * connection; SQLite keeps that and the program's apart. Between rows it looks whether the person wants it to stop.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { createBackups } from '../backup/backup.ts'
import { readStructure } from '../damage/structure.ts'
import { exportWorkspace } from '../backup/export-workspace.ts'
import { connectForReading } from '../file/open.ts'
import { lookAtSource } from '../restore/look-at-source.ts'
import { prepareRestore } from '../restore/prepare-restore.ts'
import { StoreProblem, translated } from '../file/store-problem.ts'
import type { Database } from 'better-sqlite3'
import type { CopyWatch } from '../backup/copy-watch.ts'
import type { StoreWork, StoreWorkData, StoreWorkReply, StoreWorks } from './protocol.ts'

if (!parentPort) throw new Error('run-store-work.ts runs only as a worker thread')
const port = parentPort
const { work, cancel } = workerData as StoreWorkData // given by store-worker.ts

class Cancelled extends Error {}

const reply = (message: StoreWorkReply): void => port.postMessage(message, [])

function stopWhereCancelled(): void {
  if (Atomics.load(cancel, 0) === 1) throw new Cancelled()
}

/** Messages cost more than rows. */
const repliesPerWork = 200
let toldAt = 0

function progress(done: number, total: number): void {
  stopWhereCancelled()
  if (done < total && done - toldAt < total / repliesPerWork) return
  toldAt = done
  reply({ type: 'progress', done, total })
}

const watch: CopyWatch = {
  writing: (path) => reply({ type: 'writing', path }),
  checked: progress,
}

function reading<T>(file: string, use: (database: Database) => T): T {
  const { database, remove } = translated(() => connectForReading(file))
  try {
    return use(database)
  } finally {
    database.close()
    remove()
  }
}

function run({ name, input }: StoreWork): StoreWorks[StoreWork['name']]['output'] {
  switch (name) {
    case 'backup':
      return reading(input.file, (database) =>
        translated(() => createBackups(database, input.file, () => input.now).create(input.reason, watch)),
      )
    case 'export':
      return reading(input.file, (database) => exportWorkspace({ database, watch, ...input }))
    case 'structure':
      return reading(input.file, (database) => translated(() => readStructure(database)))
    case 'look':
      return lookAtSource(input)
    default:
      return prepareRestore(input, progress)
  }
}

try {
  stopWhereCancelled()
  reply({ type: 'done', output: run(work) })
} catch (thrown) {
  if (thrown instanceof Cancelled) reply({ type: 'cancelled' })
  else if (thrown instanceof StoreProblem) reply({ type: 'problem', code: thrown.code, message: thrown.message })
  else reply({ type: 'failed', message: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) })
}

/**
 * Entry of the thread that tries mutants: each is read as a file is, pasted as a clipboard is, and every batch is imported
 * beside a good file. Says each number before it is tried, so that the one that hangs is known.
 */
import { builtIn } from '../../../shared/templates/built-in.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parentPort, Worker, workerData } from 'node:worker_threads'
import { readTables } from '../../../main/documents/worker/read-tables.ts'
import { readDocument } from '../../../main/documents/read.ts'
import { importTables } from '../../../main/handlers/import/import-tables.ts'
import { openWorkspaceFile } from '../../../main/handlers/open-workspace-file.ts'
import type { ReadFile } from '../../../shared/model/read-file.ts'
import type { Grid } from '../../../shared/layout/grid.ts'
import { checkRecord } from '../../../shared/model/check.ts'
import { inventedRecord } from '../../support/invented-records.ts'
import { goodFiles } from './good-files.ts'
import { mutate } from './mutate.ts'
import { clipboardOf } from './clipboard-of.ts'
import type { Clipboard } from './clipboard-of.ts'
import type { PasteAnswer } from './paste-thread.ts'
import { createRandom } from './random.ts'

export interface MutantRange {
  from: number
  /** Exclusive. */
  to: number
}

export type MutantReport =
  | { is: 'begins'; mutant: number; name: string }
  | { is: 'tried'; mutant: number; outcome: string; steps: number; cells: number; characters: number }
  | { is: 'wrong'; mutant: number; name: string; what: string }
  | { is: 'done' }

/** Files imported together. */
const batchSize = 50

const port = parentPort
if (!port) throw new Error('mutant-thread.ts runs only as a worker thread')
const report = (message: MutantReport): void => port.postMessage(message)

const { from, to } = workerData as MutantRange // given by run-mutants.ts
const files = await goodFiles()
const pasting = new Worker(new URL('paste-thread.ts', import.meta.url))
const good: ReadFile = {
  file: '好.json',
  error: null,
  tables: [
    {
      template: 'hebei-xinle-2024',
      kind: 'target',
      source: { sheet: '', range: '' },
      record: inventedRecord(1),
      problems: [],
    },
  ],
}
let batch: ReadFile[] = []

const paste = (mutant: number, clipboard: Clipboard): Promise<PasteAnswer> =>
  new Promise((resolve, reject) => {
    pasting.once('error', reject)
    pasting.once('message', (answer: PasteAnswer) => {
      pasting.off('error', reject)
      resolve(answer)
    })
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's has none
    pasting.postMessage({ mutant, clipboard })
  })

function gridsOf(name: string, bytes: Uint8Array): Grid[] {
  if (!/\.(?:xlsx|docx)$/u.test(name)) return []
  try {
    return readDocument(name, bytes).grids
  } catch {
    return [] // the reader's own answer is looked at below
  }
}

/** What is wrong with an answer; '' where nothing is. */
function wrongWith({ error, tables }: ReadFile): string {
  if (error) {
    if (!/^F-[A-Z]+$/u.test(error.code)) return `refused by ${error.code}`
    return /\p{Script=Han}{4}/u.test(error.message) ? '' : `says ${error.message}`
  }
  const bad = tables.map(({ record }) => checkRecord(record)).find(({ ok }) => !ok)
  if (bad) return `a record that no store takes: ${JSON.stringify(bad)}`
  const told = tables.flatMap(({ problems }) => problems).find(({ message }) => !/\p{Script=Han}{2}/u.test(message))
  return told ? `a problem without words: ${JSON.stringify(told)}` : ''
}

async function tryMutant(mutant: number): Promise<void> {
  const random = createRandom(mutant)
  const source = random.pick(files)
  report({ is: 'begins', mutant, name: source.name })
  const bytes = mutate(source, random)
  const file = await readTables({ name: source.name, bytes }, builtIn)
  const wrong = wrongWith(file)
  if (wrong !== '') report({ is: 'wrong', mutant, name: source.name, what: wrong })
  batch.push(file)
  const { error, ...pasted } = await paste(mutant, clipboardOf(source.name, bytes, gridsOf(source.name, bytes)))
  if (error !== '') report({ is: 'wrong', mutant, name: source.name, what: `pasted: ${error}` })
  report({ is: 'tried', mutant, outcome: file.error?.code ?? (file.tables.length > 0 ? 'read' : 'nothing'), ...pasted })
  if (batch.length === batchSize) importBatch(mutant)
}

/** None stops the others: the good one comes in, whatever came with it. */
function importBatch(mutant: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-mutants-'))
  let ids = 0
  const store = openWorkspaceFile({
    file: join(folder, 'w.db'),
    now: () => '2024-05-01T08:00:00.000Z',
    newId: () => `id-${++ids}`,
  })
  try {
    importTables(
      { store, templates: builtIn },
      [...batch.slice(0, batchSize / 2), good, ...batch.slice(batchSize / 2)],
      'imported',
    )
    const names = store.projects.list({ deleted: false }).map(({ projectName }) => projectName)
    if (!names.includes(inventedRecord(1).project.name))
      report({ is: 'wrong', mutant, name: '', what: 'the good file of the batch was not imported' })
  } finally {
    store.close()
    rmSync(folder, { recursive: true })
    batch = []
  }
}

for (let mutant = from; mutant < to; mutant++) {
  try {
    await tryMutant(mutant)
  } catch (error) {
    report({
      is: 'wrong',
      mutant,
      name: '',
      what: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
  }
}
report({ is: 'done' })
await pasting.terminate()

/**
 * What was taken out of the recycle bin for good is gone: SQLite only marks the place of a removed row as free, and its text
 * stays in the file, in its log and in the search index until something else is written over it. So the file is written anew
 * without what is free, the log emptied. A small file at once; a larger one, and one that somebody else reads, in an idle moment;
 * a very large one, for which that would be seconds, when it is closed. That it waits stands in the file.
 */
import { statSync } from 'node:fs'
import { unlessDamaged } from '../damage/unless-damaged.ts'
import { createSettings } from '../settings.ts'
import { toStoreProblem, StoreProblem } from './store-problem.ts'
import type { OwnerMark } from './owner-mark.ts'
import type { Database } from 'better-sqlite3'

export interface Eraser {
  /** In the transaction that removes projects: their undo histories, and those in which they occur. */
  forget: (ids: ReadonlySet<string>) => void
  /** After it. */
  eraseSoon(): void
  /** In an idle moment: what waits. */
  eraseWaiting(): void
  /** Before the workspace is closed, however long it takes. */
  eraseRest(): void
}

const key = 'program-erase'
/** Bytes of a file up to which it is done at once, and in an idle moment. */
export interface EraseLimits {
  atOnce: number
  idle: number
}

/** Some tenths of a second; a second or two. */
const usualLimits: EraseLimits = { atOnce: 32_000_000, idle: 150_000_000 }

export function createEraser(
  database: Database,
  file: string,
  mark: OwnerMark,
  { atOnce, idle }: EraseLimits = usualLimits,
): Eraser {
  const settings = createSettings(database)
  const tables = database.prepare<[], string>('SELECT table_key FROM undo_histories').pluck()
  const history = database.prepare<[string], string>('SELECT state FROM undo_histories WHERE table_key = ?').pluck()
  const drop = database.prepare<[string]>('DELETE FROM undo_histories WHERE table_key = ?')
  const done = database.prepare<[string]>('DELETE FROM settings WHERE key = ?')

  const erase = (): void => {
    database.exec("INSERT INTO search (search) VALUES ('optimize')") // puts the index together without what was removed
    done.run(key)
    mark.clear() // the log is emptied
    database.exec('VACUUM')
    if (!emptyLog(database)) settings.write(key, 'log')
  }
  /** A file that is damaged, or a disk that is full, waits; what was removed is removed all the same. */
  const attempt = (): void => {
    try {
      erase()
    } catch (thrown) {
      if (!(toStoreProblem(thrown) instanceof StoreProblem)) throw thrown
      settings.write(key, 'file')
    }
  }
  const isWaiting = (): boolean => settings.read()[key] !== undefined
  return {
    forget(ids) {
      settings.write(key, 'file')
      for (const table of unlessDamaged(() => tables.all()) ?? []) {
        if (ids.has(table) || namesOneOf(unlessDamaged(() => history.get(table)) ?? '', ids)) drop.run(table)
      }
    },
    eraseSoon() {
      if (statSync(file).size <= atOnce) attempt()
    },
    eraseWaiting() {
      if (isWaiting() && statSync(file).size <= idle) attempt()
    },
    eraseRest() {
      if (isWaiting()) attempt()
    },
  }
}

/** False: somebody reads. Nobody is kept waiting for that: the next idle moment is soon. */
function emptyLog(database: Database): boolean {
  const usual = Number(database.pragma('busy_timeout', { simple: true }))
  database.pragma('busy_timeout = 100')
  try {
    const [answer] = database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    return answer?.busy === 0
  } finally {
    database.pragma(`busy_timeout = ${usual}`)
  }
}

/** The history of a list form has the records of its projects under their ids. */
function namesOneOf(state: string, ids: ReadonlySet<string>): boolean {
  for (const [, id = ''] of state.matchAll(/"([0-9a-zA-Z_-]{1,64})"/g)) if (ids.has(id)) return true
  return false
}

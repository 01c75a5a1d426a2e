/**
 * A mark in the workspace file itself: "open, changes go to the log". It is set before the first change and moved into the file
 * at once; it is taken away when the workspace is closed in order, together with the last of the log. A file that has it and no log
 * beside it has lost the log – removed, emptied, or the file was copied alone while somebody worked. A program that was killed, or a
 * machine that lost its power, leaves mark and log together: the log is flushed, its name too, before the mark is in the file.
 */
import { logState } from './first-page.ts'
import { createSettings } from './settings.ts'
import type { Database } from 'better-sqlite3'

const key = 'program-open'

export interface OwnerMark {
  /** Before a change. Costs something once, nothing afterwards. */
  set(): void
  clear(): void
}

/** Of a database open for writing. `now`: ISO 8601. */
export function createOwnerMark(database: Database, now: () => string): OwnerMark {
  let isSet = false
  return {
    set() {
      if (isSet) return
      createSettings(database).write(key, now())
      database.pragma('wal_checkpoint(PASSIVE)')
      isSet = true
    },
    clear() {
      isSet = false
      clearOwnerMark(database)
    },
  }
}

/** Of a workspace whose log has been, or is about to be, moved into the file. */
export function clearOwnerMark(database: Database): void {
  database.prepare<[string]>('DELETE FROM settings WHERE key = ?').run(key)
}

/** To be asked before the file is opened: SQLite makes a new log. */
export const hasLog = (file: string): boolean => logState(file) === 'there'

/** Since when somebody worked in a file that has lost its log; null: nothing is known to be lost. `hadLog`: see above. */
export const lostLogSince = (database: Database, hadLog: boolean): string | null =>
  hadLog ? null : (createSettings(database).read()[key] ?? null)

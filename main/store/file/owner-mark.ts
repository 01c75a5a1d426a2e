/**
 * A mark in the workspace file itself: "open, changes go to the log". It is set before the first change and moved into the file
 * at once; it is taken away when the workspace is closed in order, together with the last of the log. A file that has it and no log
 * beside it has lost the log – removed, emptied, or the file was copied alone while somebody worked. A program that was killed, or a
 * machine that lost its power, leaves mark and log together: the log is flushed, its name too, before the mark is in the file.
 * A program that ends without closing (an exception, process.exit) is closed by SQLite as it ends, which takes the log away:
 * so the mark goes before that.
 */
import { unlessDamaged } from '../damage/unless-damaged.ts'
import { logState } from './first-page.ts'
import { contentHash, isContent } from './content-hash.ts'
import { ownerMark } from '../settings.ts'
import type { Database } from 'better-sqlite3'

export interface OwnerMark {
  /** Before a change. Costs something once, nothing afterwards. */
  set(): void
  clear(): void
}

/** One listener for every workspace of this process. */
const clearedAtExit = new Set<() => void>()
process.on('exit', () => {
  for (const clear of clearedAtExit) clear()
})

/** Of a database open for writing. `now`: ISO 8601. */
export function createOwnerMark(database: Database, now: () => string): OwnerMark {
  let isSet = false
  const clearAtExit = (): void => {
    try {
      if (database.open) clearOwnerMark(database)
    } catch {
      return // in the middle of a statement, a full disk: the mark stays, and whoever opens it next is told too much, not too little
    }
  }
  return {
    set() {
      if (isSet) return
      const time = now()
      database
        .prepare('INSERT OR REPLACE INTO settings (key, value, content_hash) VALUES (?, ?, ?)')
        .run(ownerMark, time, contentHash([ownerMark, time]))
      database.pragma('wal_checkpoint(PASSIVE)')
      isSet = true
      clearedAtExit.add(clearAtExit)
    },
    clear() {
      isSet = false
      clearedAtExit.delete(clearAtExit)
      clearOwnerMark(database)
    },
  }
}

/** Of a workspace whose log has been, or is about to be, moved into the file. */
export function clearOwnerMark(database: Database): void {
  database.prepare<[string]>('DELETE FROM settings WHERE key = ?').run(ownerMark)
}

/** To be asked before the file is opened: SQLite makes a new log. */
export const hasLog = (file: string): boolean => logState(file) === 'there'

/** Since when somebody worked in a file that has lost its log; null: nothing is known to be lost. `hadLog`: see above. */
export function lostLogSince(database: Database, hadLog: boolean): string | null {
  if (hadLog) return null
  const read = database.prepare<[string], { value: string; content_hash: string }>(
    'SELECT value, content_hash FROM settings WHERE key = ?',
  )
  const mark = unlessDamaged(() => read.get(ownerMark))
  return mark && isContent([ownerMark, mark.value], mark.content_hash) ? mark.value : null
}

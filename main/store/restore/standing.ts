/** What stands in the place of a workspace before a restore: whether it is whole, and which version numbers it has used. */
import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { checkStructure } from '../file/check.ts'
import { unlessDamaged } from '../damage/unless-damaged.ts'
import { readShape } from '../file/migrate.ts'
import { clearOwnerMark, hasLog } from '../file/owner-mark.ts'
import { StoreProblem } from '../file/store-problem.ts'
import { highestVersion } from './raise-versions.ts'

export interface Standing {
  /** A workspace of ours, of this version or an older one, that opens and reads. */
  isWhole: boolean
  /** null where it cannot be asked. */
  usedVersion: number | null
}

/** Looks without changing a byte; the workspace may be open. */
export function lookAtStanding(file: string): Standing {
  if (!existsSync(file)) return { isWhole: false, usedVersion: null }
  let usedVersion: number | null = null
  try {
    const database = new Database(file, { readonly: true, timeout: 5000 })
    try {
      usedVersion = highestVersion(database)
      const shape = readShape(database)
      checkStructure(database)
      return { isWhole: shape > 0, usedVersion }
    } finally {
      database.close()
    }
  } catch {
    return { isWhole: false, usedVersion } // whatever is wrong with it: it is kept as it is
  }
}

/**
 * Moves the log into the file, so that the file alone is the workspace, closed in order. Throws `store-busy` when somebody
 * is reading at this moment: then part of the log would stay.
 */
export function closeInOrder(database: Database.Database): void {
  emptyLog(database)
  clearOwnerMark(database)
  emptyLog(database)
}

/** The same for a workspace nobody has open. One that has lost its log keeps the mark that says so. */
export function closeFile(file: string): void {
  const isComplete = hasLog(file)
  const database = new Database(file, { timeout: 5000 })
  try {
    emptyLog(database)
    if (isComplete) unlessDamaged(() => clearOwnerMark(database)) // the first shape has no place for one
    emptyLog(database)
  } finally {
    database.close()
  }
}

function emptyLog(database: Database.Database): void {
  const [answer] = database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
  if (answer?.busy === 0) return
  throw new StoreProblem('store-busy', '另一个窗口正在读这个工作区，没有恢复，现有内容没有改动：请关闭那个窗口后再试。')
}

/**
 * The whole workspace into one file without a log. What is damaged in it is copied as it is and named: a backup that is
 * refused because of one project would leave all others without one.
 */
import Database from 'better-sqlite3'
import { checkStructure, createCheck } from '../file/check.ts'
import { unwatched } from '../backup/copy-watch.ts'
import { removeFile } from '../file/durable-file.ts'
import { migrations, readShape } from '../file/migrate.ts'
import { clearOwnerMark } from '../file/owner-mark.ts'
import { StoreProblem } from '../file/store-problem.ts'
import { rebuildIndexes } from './loose-indexes.ts'
import { salvage } from './salvage.ts'
import { unlessDamaged } from './unless-damaged.ts'
import type { Damage } from '../file/check.ts'
import type { CopyWatch } from '../backup/copy-watch.ts'

/**
 * Answers what is damaged. Where pages cannot be read, what can is written into a file that is whole again. Throws
 * `store-damaged` when the copy is worse than what was copied. `path` must not exist.
 */
export function copyWorkspace(database: Database.Database, path: string, watch = unwatched): Damage[] {
  watch.writing(path)
  const damages = unlessDamaged(() => {
    database.prepare('VACUUM INTO ?').run(path)
    return checkCopy(path, watch)
  })
  if (damages?.length === 0) return []
  const own = createCheck(database).rows()
  const isBroken = damages === null || damages.some(({ kind }) => kind === 'file')
  if (isBroken) {
    removeFile(path)
    salvage(database, path)
  }
  const found = isBroken ? checkCopy(path, watch) : damages
  const known = new Set(own.map(({ message }) => message))
  const worse = found.find(({ message }) => !known.has(message))
  if (worse) throw new StoreProblem('store-damaged', `这份备份不能用：${worse.message}`)
  return isBroken ? own : found
}

/** Makes a copy one file without a log and reads it back. A workspace of an earlier shape is looked at by its pages alone. */
function checkCopy(path: string, { checked }: CopyWatch): Damage[] {
  const copy = new Database(path)
  try {
    copy.pragma('journal_mode = DELETE') // a single file, readable wherever it is carried
    if (readShape(copy) < migrations.length) {
      checkStructure(copy)
      return []
    }
    unlessDamaged(() => clearOwnerMark(copy)) // what was in the log is in it
    const damages = createCheck(copy).rows(checked)
    if (damages.some(({ kind }) => kind === 'index')) rebuildIndexes(copy)
    return damages.filter(({ kind }) => kind !== 'index' && kind !== 'search')
  } finally {
    copy.close()
  }
}

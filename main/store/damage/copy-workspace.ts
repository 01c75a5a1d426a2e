/**
 * The whole workspace into one file without a log. What is damaged in it is copied as it is and named: a backup that is
 * refused because of one project would leave all others without one.
 */
import { writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { checkStructure, createCheck } from '../check.ts'
import { migrations, readShape } from '../migrate.ts'
import { StoreProblem } from '../store-problem.ts'
import { unlessDamaged } from './unless-damaged.ts'
import type { Damage } from '../check.ts'

/** Answers what is damaged. Throws `store-damaged` when the copy is worse than what was copied. `path` must not exist. */
export function copyWorkspace(database: Database.Database, path: string): Damage[] {
  const isWritten = unlessDamaged(() => database.prepare('VACUUM INTO ?').run(path)) !== null
  if (!isWritten) writeFileSync(path, database.serialize()) // page by page, whatever stands on them
  const damages = checkCopy(path)
  if (damages.length === 0) return []
  const own = new Set(
    createCheck(database)
      .rows()
      .map(({ message }) => message),
  )
  const worse = damages.find(({ message }) => !own.has(message))
  if (worse) throw new StoreProblem('store-damaged', `这份备份不能用：${worse.message}`)
  return damages
}

/** Makes a copy one file without a log and reads it back. A workspace of an earlier shape is looked at by its pages alone. */
function checkCopy(path: string): Damage[] {
  const copy = new Database(path)
  try {
    copy.pragma('journal_mode = DELETE') // a single file, readable wherever it is carried
    if (readShape(copy) === migrations.length) return createCheck(copy).rows()
    checkStructure(copy)
    return []
  } finally {
    copy.close()
  }
}

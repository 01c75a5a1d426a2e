/**
 * Changing a row whose bytes are wrong. SQLite takes the old values of a row out of its indexes before it writes or deletes it;
 * of a damaged row they cannot be found, or not even be computed, and the statement fails. So the index over computed columns is
 * dropped, the row changed, and all indexes of the table made anew, in one transaction.
 */
import { checkRecord } from '../../../shared/model/check.ts'
import { projectColumns, isWhole } from '../project-row.ts'
import { readLoosely } from './read-loosely.ts'
import type { ProjectRow } from '../project-row.ts'
import type { Database } from 'better-sqlite3'

/** A tenth of a second for ten thousand projects. Throws, and changes nothing, where pages of the table cannot be read. */
export function withLooseIndexes<T>(database: Database, work: () => T): T {
  const list = database.prepare<[], string>("SELECT sql FROM sqlite_schema WHERE name = 'projects_list'").pluck().get()
  if (list === undefined) throw new Error('the migrations made it')
  const change = database.transaction(() => {
    database.pragma('writable_schema = ON') // an entry that an index lacks is no error then
    database.exec('DROP INDEX projects_list')
    const result = work()
    makeComputable(database)
    database.exec(list)
    database.exec('REINDEX projects')
    return result
  })
  database.unsafeMode(true)
  try {
    return change.immediate()
  } finally {
    database.pragma('writable_schema = OFF')
    database.unsafeMode(false)
  }
}

/** For indexes alone, when the check found that they do not fit their rows. */
export const rebuildIndexes = (database: Database): void => withLooseIndexes(database, () => {})

/** No index can be made over a row that is no record; it becomes one as far as it reads, and its hash still says that it is damaged. */
function makeComputable(database: Database): void {
  const read = database.prepare<[number], ProjectRow>(
    `SELECT ${projectColumns.join(', ')} FROM projects WHERE seq > ? ORDER BY seq LIMIT 100`,
  )
  const write = database.prepare<[string, number]>('UPDATE projects SET record = ? WHERE seq = ?')
  for (let rows = read.all(0); rows.length > 0; rows = read.all(rows.at(-1)?.seq ?? 0)) {
    for (const { seq, record } of rows.filter((row) => !isWhole(row) && !isRecord(row.record))) {
      write.run(JSON.stringify(readLoosely(record)), seq)
    }
  }
}

function isRecord(text: string): boolean {
  try {
    return checkRecord(JSON.parse(text)).ok
  } catch {
    return false
  }
}

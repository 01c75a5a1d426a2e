/**
 * Changing a row whose bytes are wrong. SQLite takes the old values of a row out of its indexes before it writes or deletes it;
 * of a damaged row they cannot be found, or not even be computed, and the statement fails. So the index over computed columns is
 * dropped, the row changed, and all indexes of the table made anew, in one transaction.
 */
import { checkRecord } from '../../../shared/model/check.ts'
import { projectColumns, isWhole } from '../projects/project-row.ts'
import { unlessDamaged } from './unless-damaged.ts'
import { createIndexedProjects } from './indexed-project.ts'
import { readLoosely } from './read-loosely.ts'
import type { ProjectRow } from '../projects/project-row.ts'
import type { Database } from 'better-sqlite3'

/** A tenth of a second for ten thousand projects. Throws, and changes nothing, where pages of the table cannot be read. */
export function withLooseIndexes<T>(database: Database, work: () => T): { result: T } {
  const list = schemaOf(database, 'projects_list')
  return loosely(database, () => {
    const indexed = createIndexedProjects(database)
    const damaged = damagedRows(database).map((row) => indexed.proven(row) ?? computable(row))
    database.exec('DROP INDEX projects_list')
    const write = database.prepare<[ProjectRow]>(
      `UPDATE projects SET ${written.map((name) => `${name} = :${name}`).join(', ')} WHERE seq = :seq`,
    )
    for (const row of damaged) write.run(row) // before that not even another column of such a row can be written
    const result = work()
    database.exec(list)
    database.exec('REINDEX projects')
    return { result }
  })
}

/** A transaction in which an entry that an index lacks is no error; `work` makes the indexes it touched anew. */
export function loosely<T>(database: Database, work: () => T): T {
  const change = database.transaction(() => {
    database.pragma('writable_schema = ON')
    return work()
  })
  database.unsafeMode(true)
  try {
    return change.immediate()
  } finally {
    database.pragma('writable_schema = OFF')
    database.unsafeMode(false)
  }
}

/** For indexes alone, when the check found that they do not fit their rows, or cannot be read. */
export function rebuildIndexes(database: Database): void {
  if (unlessDamaged(() => withLooseIndexes(database, () => {}))) return
  const list = schemaOf(database, 'projects_list')
  makeAnew(database, ['projects_list'], () => database.exec(list))
}

/**
 * For an index, or a table that is made of others, of which a page cannot be read, so that not even dropping it is possible: it is left out
 * of the schema, its pages lie idle, and `create` makes it again.
 */
export function makeAnew(database: Database, names: readonly string[], create: () => void): void {
  loosely(database, () => {
    const forget = database.prepare<[string]>('DELETE FROM sqlite_schema WHERE name = ?')
    for (const name of names) forget.run(name)
    database.pragma('writable_schema = RESET') // reads the schema again
    create()
  })
}

export function schemaOf(database: Database, name: string): string {
  const sql = database.prepare<[string], string>('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(name)
  if (sql === undefined) throw new Error(`the migrations made ${name}`)
  return sql
}

const written = projectColumns.filter((name) => name !== 'seq')

function damagedRows(database: Database): ProjectRow[] {
  const read = database.prepare<[number], ProjectRow>(
    `SELECT ${projectColumns.join(', ')} FROM projects WHERE seq > ? ORDER BY seq LIMIT 100`,
  )
  const damaged: ProjectRow[] = []
  for (let rows = read.all(0); rows.length > 0; rows = read.all(rows.at(-1)?.seq ?? 0)) {
    damaged.push(...rows.filter((row) => !isWhole(row)))
  }
  return damaged
}

/** No index can be made over a row that is no record; it becomes one as far as it reads, and its hash still says that it is damaged. Be sure that its bytes are kept elsewhere. */
const computable = (row: ProjectRow): ProjectRow =>
  isRecord(row.record) ? row : { ...row, record: JSON.stringify(readLoosely(row.record)) }

/** Whether SQLite can compute the columns of a row with this text. */
export function isRecord(text: string): boolean {
  try {
    return checkRecord(JSON.parse(text)).ok
  } catch {
    return false
  }
}

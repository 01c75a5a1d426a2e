/**
 * A file with pages that cannot be relied upon is not put in the place of a workspace as it is: the next change might write over
 * what is still whole. What can be read of it is written anew into an empty workspace, row by row; what cannot is named.
 */
import Database from 'better-sqlite3'
import { createIndexedProjects } from '../damage/indexed-project.ts'
import { readEach } from '../damage/read-each.ts'
import { unlessDamaged } from '../damage/unless-damaged.ts'
import { migrate } from '../migrate.ts'
import { isWhole, projectColumns, projectName } from '../project-row.ts'
import { createSearch } from '../search.ts'
import type { ProjectRow } from '../project-row.ts'

/**
 * `source` is a workspace of the shape of today; `path` must not exist. Answers the names of projects that could not be read;
 * null where no project could: then there is nothing to restore.
 */
export function rewriteReadable(source: Database.Database, path: string): string[] | null {
  const target = new Database(path)
  try {
    target.pragma('journal_mode = MEMORY')
    target.pragma('synchronous = OFF') // flushed as a whole at the end
    migrate(target, () => {})
    const write = target.transaction(() => {
      const { lost, whole } = writeProjects(source, target)
      for (const table of ['versions', 'settings', 'undo_histories']) writeTable(source, target, table)
      createSearch(target).startAnew()
      return whole === 0 ? null : lost
    })
    return write()
  } finally {
    target.close()
  }
}

function writeProjects(source: Database.Database, target: Database.Database): { lost: string[]; whole: number } {
  const indexed = createIndexedProjects(source)
  const select = `SELECT ${projectColumns.join(', ')} FROM projects`
  const read = readEach<ProjectRow>(source, {
    batch: `${select} WHERE seq > ? ORDER BY seq LIMIT 100`,
    one: `${select} WHERE seq = ?`,
    keys: 'SELECT seq FROM projects INDEXED BY projects_list WHERE seq > ? ORDER BY seq',
    keyOf: ({ seq }) => seq,
  })
  const insert = target.prepare<[ProjectRow]>(
    `INSERT INTO projects (${projectColumns.join(', ')}) VALUES (${projectColumns.map((name) => `:${name}`).join(', ')})`,
  )
  const lost: string[] = []
  let whole = 0
  for (const rows of read()) {
    for (const { key, row } of rows) {
      if (row && isWhole(row)) whole += 1
      if (row && isWritten(() => insert.run(row))) continue
      lost.push(row ? projectName(row) : `“${indexed.bySeq(key)?.name ?? ''}”`)
    }
  }
  const isCounted = unlessDamaged(() => source.prepare('SELECT count(*) FROM projects INDEXED BY projects_list').get())
  if (isCounted === null) lost.push('（还有读不出名称的）')
  return { lost, whole }
}

/** As far as its rows can be read in their order; each of them can be done without, and has its own hash. */
function writeTable(source: Database.Database, target: Database.Database, table: string): void {
  const columns = target.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table)
  const insert = target.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  unlessDamaged(() => {
    const rows = source
      .prepare<[], unknown[]>(`SELECT ${columns.join(', ')} FROM ${table}`)
      .raw()
      .iterate()
    for (const row of rows) isWritten(() => insert.run(...row))
  })
}

/** A damaged row may fit no table: a name twice, a version of no project, a record that is none. */
export function isWritten(write: () => unknown): boolean {
  try {
    write()
    return true
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && /^SQLITE_(CONSTRAINT|MISMATCH|ERROR)/.test(String(thrown.code)))
      return false
    throw thrown
  }
}

/**
 * A workspace of which pages cannot be read, copied row by row into a new file: everything that can be read is in it, as it is.
 * Of a project that cannot, the new file has what the index of the list knows, marked as damaged, so that its versions stay its own
 * and it can be put back to one of them.
 */
import Database from 'better-sqlite3'
import { emptyRecord } from '../../../shared/model/project.ts'
import { migrate } from '../file/migrate.ts'
import { projectColumns } from '../projects/project-row.ts'
import { createIndexedProjects } from './indexed-project.ts'
import { readLoosely } from './read-loosely.ts'
import { unlessDamaged } from './unless-damaged.ts'
import type { ProjectRow } from '../projects/project-row.ts'

/** `path` must not exist. Of a workspace of the newest shape. */
export function salvage(from: Database.Database, path: string): void {
  const to = new Database(path)
  try {
    to.pragma('journal_mode = MEMORY')
    to.pragma('synchronous = OFF') // flushed as a whole by who puts it in its place
    migrate(to, () => {})
    to.transaction(() => {
      copyProjects(from, to)
      copyRows(from, to, 'versions', 'sqlite_autoindex_versions_1')
      copyRows(from, to, 'settings', 'sqlite_autoindex_settings_1')
      copyRows(from, to, 'undo_histories', 'undo_histories_by_age')
      to.exec("INSERT INTO search_pending SELECT seq FROM projects WHERE deleted_at = ''")
    })()
  } finally {
    to.close()
  }
}

function copyProjects(from: Database.Database, to: Database.Database): void {
  const indexed = createIndexedProjects(from)
  const names = projectColumns.join(', ')
  const read = from.prepare<[number], ProjectRow>(`SELECT ${names} FROM projects WHERE seq = ?`)
  const insert = to.prepare<[ProjectRow]>(
    `INSERT INTO projects (${names}) VALUES (${projectColumns.map((name) => `:${name}`).join(', ')})`,
  )
  for (const seq of rowids(from, 'projects', ['projects_list', 'sqlite_autoindex_projects_1'])) {
    const row = unlessDamaged(() => read.get(seq))
    if (!row) insert.run(placeholder(seq, indexed))
    else if (!unlessDamaged(() => insert.run(row)))
      insert.run({ ...row, record: JSON.stringify(readLoosely(row.record)) })
  }
}

/** Its hash fits nothing: it is damaged, and says so. */
function placeholder(seq: number, indexed: ReturnType<typeof createIndexedProjects>): ProjectRow {
  const known = indexed.bySeq(seq)
  const record = emptyRecord()
  record.unit.name = known?.unitName ?? ''
  record.project.name = known?.name ?? ''
  return {
    seq,
    id: known?.id ?? `lost-${seq}`,
    template: known?.template ?? '',
    status: 'draft',
    version: 0,
    position: known?.position ?? seq,
    findings_error: 0,
    findings_warning: 0,
    findings_hint: 0,
    total_micro_wan: null,
    created_at: '',
    updated_at: '',
    deleted_at: known?.deletedAt ?? '',
    reason: '',
    content_hash: '',
    record: JSON.stringify(record),
    notes: '[]',
    fiscal_year: known?.fiscalYear ?? '',
    stage: known?.stage ?? '',
    origin: '',
  }
}

function copyRows(from: Database.Database, to: Database.Database, table: string, index: string): void {
  const columns = to.pragma(`table_info(${table})`) as { name: string }[]
  const names = columns.map(({ name }) => name)
  const read = from.prepare<[number], unknown[]>(`SELECT ${names.join(', ')} FROM ${table} WHERE rowid = ?`).raw()
  const insert = to.prepare(
    `INSERT OR IGNORE INTO ${table} (rowid, ${names.join(', ')}) VALUES (?, ${names.map(() => '?').join(', ')})`,
  )
  for (const rowid of rowids(from, table, [index])) {
    const row = unlessDamaged(() => read.get(rowid))
    if (row) unlessConstraint(() => insert.run(rowid, ...row))
  }
}

/** Of the table itself as far as it can be walked, and of its indexes. */
function rowids(from: Database.Database, table: string, indexes: readonly string[]): number[] {
  const found = new Set<number>()
  for (const source of [`${table} NOT INDEXED`, ...indexes.map((index) => `${table} INDEXED BY ${index}`)]) {
    const walk = from.prepare<[], number>(`SELECT rowid FROM ${source}`).pluck()
    unlessDamaged(() => {
      for (const rowid of walk.iterate()) found.add(rowid)
    })
  }
  return [...found].toSorted((one, other) => one - other)
}

/** A version without its project, a number where a text should be: nothing a workspace could hold. */
function unlessConstraint(insert: () => unknown): void {
  try {
    insert()
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('SQLITE_CONSTRAINT')))
      throw thrown
  }
}

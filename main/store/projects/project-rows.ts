/** The statements on `projects` and `versions`, prepared once. Rows go in and out as they are; hashes are the callers'. */
import { unlessDamaged } from '../damage/unless-damaged.ts'
import { createMates } from './mates.ts'
import { projectColumns, toRecord, versionColumns } from './project-row.ts'
import { createSearch } from '../search/search.ts'
import { StoreProblem } from '../file/store-problem.ts'
import type { ReadRow } from '../damage/read-each.ts'
import type { TableOf } from './mates.ts'
import type { ProjectRow, VersionRow } from './project-row.ts'
import type { SearchIndex } from '../search/search.ts'
import type { Database } from 'better-sqlite3'

export interface ProjectRows {
  search: SearchIndex
  /** Throws `not-found`. The row is not checked against its hash. */
  read(id: string): ProjectRow
  /** The same; undefined where there is none. */
  find(id: string): ProjectRow | undefined
  /** Every row that can be read, without the index of the list. */
  readEach: () => ProjectRow[]
  /** The living projects of the same form, fiscal year and unit, in their order; null in the place of one that cannot be read. */
  readMates(row: ProjectRow): ReadRow<ProjectRow>[]
  /** The ids of the same, from the index alone. */
  mateIds(of: TableOf): string[]
  nextSeq(): number
  insert(row: ProjectRow): void
  update(row: ProjectRow): void
  /** The whole row anew, whatever stands in it. */
  rewrite(row: ProjectRow): void
  /** For good, with its versions. */
  purge(seq: number): void
  keepVersion(seq: number, row: VersionRow): void
}

export function createProjectRows(database: Database): ProjectRows {
  const columns = projectColumns.join(', ')
  const read = database.prepare<[string], ProjectRow>(`SELECT ${columns} FROM projects WHERE id = ?`)
  const readBySeq = database.prepare<[number], ProjectRow>(`SELECT ${columns} FROM projects WHERE seq = ?`)
  const seqById = database
    .prepare<[string], number>('SELECT seq FROM projects INDEXED BY projects_list WHERE id = ?')
    .pluck()
  const allSeqs = database
    .prepare<[], number>('SELECT seq FROM projects INDEXED BY sqlite_autoindex_projects_1')
    .pluck()
  const readEach = (): ProjectRow[] => allSeqs.all().flatMap((seq) => unlessDamaged(() => readBySeq.get(seq)) ?? [])
  const matesOf = createMates(database, readEach)
  const find = (id: string): ProjectRow | undefined => {
    const row = unlessDamaged(() => read.get(id))
    if (row) return row
    const seq = seqById.get(id) // the index of the ids may be what is damaged
    return seq === undefined ? undefined : readBySeq.get(seq)
  }
  const lastSeq = database.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM projects').pluck()
  const insert = database.prepare<[ProjectRow]>(
    `INSERT INTO projects (${columns}) VALUES (${projectColumns.map((name) => `:${name}`).join(', ')})`,
  )
  const changing = projectColumns.filter((name) => !['seq', 'id', 'created_at', 'record'].includes(name))
  const assignments = changing.map((name) => `${name} = :${name}`).join(', ')
  const update = database.prepare<[ProjectRow]>(`UPDATE projects SET ${assignments}, record = :record WHERE seq = :seq`)
  const all = projectColumns.filter((name) => name !== 'seq').map((name) => `${name} = :${name}`)
  const rewrite = database.prepare<[ProjectRow]>(`UPDATE projects SET ${all.join(', ')} WHERE seq = :seq`)
  const purge = database.prepare<[number]>('DELETE FROM projects WHERE seq = ?')
  const keepVersion = database.prepare<[VersionRow & { project: number }]>(
    `INSERT INTO versions (project, ${versionColumns.join(', ')})
     VALUES (:project, ${versionColumns.map((name) => `:${name}`).join(', ')})`,
  )
  return {
    search: createSearch(database),
    read(id) {
      const row = find(id)
      if (!row) throw new StoreProblem('not-found', '找不到这个项目，它可能已被彻底删除：请刷新项目列表。')
      return row
    },
    find,
    readEach,
    mateIds: (of) => matesOf(of).map(({ id }) => id),
    readMates({ template, fiscal_year: fiscalYear, record }) {
      const { unit } = toRecord(record)
      const mates = matesOf({ template, fiscalYear, unitCode: unit.code, unitName: unit.name })
      return mates.map(({ seq }) => ({ key: seq, row: unlessDamaged(() => readBySeq.get(seq)) ?? null }))
    },
    nextSeq: () => (lastSeq.get() ?? 0) + 1,
    insert: (row) => void insert.run(row),
    update: (row) => void update.run(row),
    rewrite: (row) => void rewrite.run(row),
    purge: (seq) => void purge.run(seq),
    keepVersion: (project, row) => void keepVersion.run({ project, ...row }),
  }
}

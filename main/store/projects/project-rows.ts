/** The statements on `projects` and `versions`, prepared once. Rows go in and out as they are; hashes are the callers'. */
import { unlessDamaged } from '../damage/unless-damaged.ts'
import { isWhole, projectColumns, toRecord } from './project-row.ts'
import { createSearch } from '../search/search.ts'
import { StoreProblem } from '../file/store-problem.ts'
import type { ReadRow } from '../damage/read-each.ts'
import type { ProjectRow, VersionRow } from './project-row.ts'
import type { ProjectSummary } from '../../../shared/ipc/projects.ts'
import type { SearchIndex } from '../search/search.ts'
import type { Database } from 'better-sqlite3'

/** What the projects of one list form have in common, as the index has it. */
export type TableOf = Pick<ProjectSummary, 'year' | 'unitCode' | 'unitName' | 'template'>

export interface ProjectRows {
  search: SearchIndex
  /** Throws `not-found`. The row is not checked against its hash. */
  read(id: string): ProjectRow
  /** The same; undefined where there is none. */
  find(id: string): ProjectRow | undefined
  /** Every row that can be read, without the index of the list. */
  readEach: () => ProjectRow[]
  /** The living projects of the same form, year and unit, in their order; null in the place of one that cannot be read. */
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
  const readMates = database.prepare<[number], ProjectRow>(
    `SELECT ${projectColumns.map((name) => `mate.${name}`).join(', ')} FROM projects AS own
     JOIN projects AS mate ON mate.deleted_at = '' AND mate.year = own.year AND mate.unit_code = own.unit_code
       AND mate.unit_name = own.unit_name AND mate.template = own.template
     WHERE own.seq = ? ORDER BY mate.position, mate.seq`,
  )
  const readBySeq = database.prepare<[number], ProjectRow>(`SELECT ${columns} FROM projects WHERE seq = ?`)
  const seqById = database
    .prepare<[string], number>('SELECT seq FROM projects INDEXED BY projects_list WHERE id = ?')
    .pluck()
  const mateSeqs = database
    .prepare<[string, string, string, string], number>(
      `SELECT seq FROM projects INDEXED BY projects_list WHERE deleted_at = '' AND year = ? AND unit_code = ?
         AND unit_name = ? AND template = ? ORDER BY position, seq`,
    )
    .pluck()
  const allSeqs = database
    .prepare<[], number>('SELECT seq FROM projects INDEXED BY sqlite_autoindex_projects_1')
    .pluck()
  const readEach = (): ProjectRow[] => allSeqs.all().flatMap((seq) => unlessDamaged(() => readBySeq.get(seq)) ?? [])
  /** Where the index of the list cannot be read. */
  const slowMates = ({ year, unitCode, unitName, template }: TableOf): ProjectRow[] => {
    const isMate = (row: ProjectRow): boolean => {
      const { year: ownYear, unit } = toRecord(row.record)
      return row.template === template && ownYear === year && unit.code === unitCode && unit.name === unitName
    }
    const mates = readEach().filter((row) => row.deleted_at === '' && isWhole(row) && isMate(row))
    return mates.toSorted((one, other) => one.position - other.position || one.seq - other.seq)
  }
  const mateIds = database
    .prepare<[string, string, string, string], string>(
      `SELECT id FROM projects INDEXED BY projects_list WHERE deleted_at = '' AND year = ? AND unit_code = ?
         AND unit_name = ? AND template = ? ORDER BY position, seq`,
    )
    .pluck()
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
  const keepVersion = database.prepare<[number, number, string, string, string, string, string]>(
    'INSERT INTO versions (project, version, created_at, reason, content_hash, record, notes) VALUES (?, ?, ?, ?, ?, ?, ?)',
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
    mateIds: (of) =>
      unlessDamaged(() => mateIds.all(of.year, of.unitCode, of.unitName, of.template)) ??
      slowMates(of).map(({ id }) => id),
    readMates(own) {
      const rows = unlessDamaged(() => readMates.all(own.seq))
      if (rows) return rows.map((row) => ({ key: row.seq, row }))
      const { year, unit } = toRecord(own.record)
      const { template } = own
      const seqs = unlessDamaged(() => mateSeqs.all(year, unit.code, unit.name, template))
      if (seqs) return seqs.map((seq) => ({ key: seq, row: unlessDamaged(() => readBySeq.get(seq)) ?? null }))
      const mates = slowMates({ year, unitCode: unit.code, unitName: unit.name, template })
      return mates.map((row) => ({ key: row.seq, row }))
    },
    nextSeq: () => (lastSeq.get() ?? 0) + 1,
    insert: (row) => void insert.run(row),
    update: (row) => void update.run(row),
    rewrite: (row) => void rewrite.run(row),
    purge: (seq) => void purge.run(seq),
    keepVersion(seq, { version, created_at, reason, content_hash, record, notes }) {
      keepVersion.run(seq, version, created_at, reason, content_hash, record, notes)
    },
  }
}

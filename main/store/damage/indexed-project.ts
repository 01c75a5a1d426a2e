/**
 * What the index of the list says of a project: which it is and what it is called, also when its own row cannot be read.
 * The index stands on pages of its own.
 */
import { isWhole } from '../projects/project-row.ts'
import { unlessDamaged } from './unless-damaged.ts'
import type { ProjectRow } from '../projects/project-row.ts'
import type { DamagedProject } from '../../../shared/model/stored/projects.ts'
import type { Database } from 'better-sqlite3'

export interface IndexedProject extends DamagedProject {
  seq: number
  stage: string
  position: number
  deletedAt: string
}

export interface IndexedProjects {
  byId(id: string): IndexedProject | undefined
  bySeq(seq: number): IndexedProject | undefined
  /** All ids by their numbers. */
  ids(): Map<number, string>
  /** The row with what the index has of it, where that makes it whole: one byte of the table was changed, and another place knows better. */
  proven(row: ProjectRow): ProjectRow | null
}

const columns =
  "seq, id, template, fiscal_year AS fiscalYear, coalesce(unit_name, '') AS unitName, " +
  "coalesce(project_name, '') AS name, stage, position, deleted_at AS deletedAt"

/** Stored columns that stand in the index too. */
const copied = [
  'id',
  'template',
  'fiscal_year',
  'stage',
  'status',
  'position',
  'total_micro_wan',
  'findings_error',
  'findings_warning',
  'findings_hint',
  'updated_at',
  'deleted_at',
] as const satisfies (keyof ProjectRow)[]

export function createIndexedProjects(database: Database): IndexedProjects {
  type Row = Omit<IndexedProject, 'deleted'>
  const select = (key: 'id' | 'seq') =>
    database.prepare<[string | number], Row>(
      `SELECT ${columns} FROM projects INDEXED BY projects_list WHERE ${key} = ?`,
    )
  const [byId, bySeq] = [select('id'), select('seq')]
  const copies = database.prepare<[number], Partial<ProjectRow>>(
    `SELECT ${copied.join(', ')} FROM projects INDEXED BY projects_list WHERE seq = ?`,
  )
  const ids = database.prepare<[], [number, string]>('SELECT seq, id FROM projects INDEXED BY projects_list').raw()
  const found = (read: () => Row | undefined): IndexedProject | undefined => {
    const row = unlessDamaged(read)
    return row ? { ...row, deleted: row.deletedAt !== '' } : undefined
  }
  return {
    byId: (id) => found(() => byId.get(id)),
    bySeq: (seq) => found(() => bySeq.get(seq)),
    proven(row) {
      const known = { ...row, ...unlessDamaged(() => copies.get(row.seq)) }
      return isWhole(known) ? known : null
    },
    ids: () => new Map(unlessDamaged(() => ids.all()) ?? []),
  }
}

/** One row of `projects` and of `versions`: what stands in it, its hash, and the way back to a checked project. */
import { contentHash } from './content-hash.ts'
import { StoreProblem } from './store-problem.ts'
import type { Note } from '../../shared/model/note.ts'
import type { Severity } from '../../shared/model/problem.ts'
import type { ProjectRecord } from '../../shared/model/project.ts'
import type { ProjectStatus } from '../../shared/ipc/types.ts'

export type Findings = Record<Severity, number>

/** A row of `projects` without its generated columns. */
export interface ProjectRow {
  seq: number
  id: string
  template: string
  status: string
  version: number
  position: number
  findings_error: number
  findings_warning: number
  findings_hint: number
  total_micro_wan: number | null
  created_at: string
  updated_at: string
  deleted_at: string
  reason: string
  content_hash: string
  record: string
  /** JSON of its notes. */
  notes: string
}

/** A project as the handlers see it. `deletedAt`: null while it is not in the recycle bin. */
export interface StoredProject {
  id: string
  /** '' when it is filled in on a form this build does not know. */
  template: string
  status: ProjectStatus
  version: number
  createdAt: string
  updatedAt: string
  deletedAt: string | null
  record: ProjectRecord
  notes: Note[]
}

const hashedColumns = [
  'id',
  'template',
  'status',
  'version',
  'position',
  'findings_error',
  'findings_warning',
  'findings_hint',
  'total_micro_wan',
  'created_at',
  'updated_at',
  'deleted_at',
  'reason',
  'record',
] as const satisfies (keyof ProjectRow)[]

export const projectColumns: readonly (keyof ProjectRow)[] = ['seq', ...hashedColumns, 'notes', 'content_hash']

function hashProject(row: ProjectRow): string {
  return contentHash([...hashedColumns.map((column) => row[column]), ...hashedNotes(row)])
}

/** As they are stored where there are none. */
const noNotes = '[]'

/** A row without notes has the hash it had before there were notes (migration 003). */
const hashedNotes = ({ notes }: { notes: string }): string[] => (notes === noNotes ? [] : [notes])

/** The same row with the hash of what now stands in it. */
export function sealed(row: ProjectRow): ProjectRow {
  return { ...row, content_hash: hashProject(row) }
}

export function isWhole(row: ProjectRow): boolean {
  return hashProject(row) === row.content_hash
}

/** Throws `store-damaged` naming the project when the row is not what was written. */
export function checkRow(row: ProjectRow): ProjectRow {
  if (!isWhole(row)) throw damagedProject(row)
  return row
}

export function toProject(row: ProjectRow): StoredProject {
  checkRow(row)
  return {
    id: row.id,
    template: row.template,
    status: row.status as ProjectStatus, // written from a ProjectStatus, and the hash says it is unchanged
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    deletedAt: row.deleted_at === '' ? null : row.deleted_at,
    record: toRecord(row.record),
    notes: toNotes(row.notes),
  }
}

/** Only for a text whose hash was checked. */
export function toRecord(text: string): ProjectRecord {
  return JSON.parse(text) as ProjectRecord // the door checked it before it was written
}

/** Only for a text whose hash was checked. */
export function toNotes(text: string): Note[] {
  return JSON.parse(text) as Note[] // the door checked them before they were written
}

export interface VersionRow {
  version: number
  created_at: string
  reason: string
  content_hash: string
  record: string
  notes: string
}

export function hashVersion(id: string, row: Omit<VersionRow, 'content_hash'>): string {
  return contentHash([id, row.version, row.created_at, row.reason, row.record, ...hashedNotes(row)])
}

export function damagedProject(row: { id: string; record: string }): StoreProblem {
  return new StoreProblem(
    'store-damaged',
    `项目${projectName(row)}的内容在磁盘上被损坏，没有采用它：请看它的“历史版本”，或在“备份”中选一份恢复。`,
  )
}

/** As far as it can still be read. */
export function projectName({ id, record }: { id: string; record: string }): string {
  const name = /"name":"([^"\\]{1,200})","leader"/.exec(record)?.[1]
  return name ? `“${name}”` : `（编号 ${id}）`
}

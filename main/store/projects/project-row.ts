/** One row of `projects` and of `versions`: what stands in it, its hash, and the way back to a checked project. */
import { contentHash, isContent } from '../file/content-hash.ts'
import { shownTime } from '../backup/local-time.ts'
import { StoreProblem } from '../file/store-problem.ts'
import { checkOrigin, originOfWord } from '../../../shared/model/origin.ts'
import type { Note } from '../../../shared/model/note.ts'
import type { Severity } from '../../../shared/model/problem.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import type { Origin } from '../../../shared/model/origin.ts'
import type { Status } from '../../../shared/model/status.ts'
import type { HashedValue } from '../file/content-hash.ts'

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
  fiscal_year: string
  stage: string
  /** JSON; '' in a row written when there was only the word in `reason`. */
  origin: string
}

/** A project as the handlers see it. `deletedAt`: null while it is not in the recycle bin. */
export interface StoredProject {
  id: string
  /** '' when it is filled in on a form this build does not know. */
  template: string
  fiscalYear: string
  stage: string
  status: Status
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

export const projectColumns: readonly (keyof ProjectRow)[] = [
  'seq',
  ...hashedColumns,
  'notes',
  'fiscal_year',
  'stage',
  'origin',
  'content_hash',
]

const hashedValues = (row: ProjectRow): HashedValue[] => [
  ...hashedColumns.map((column) => row[column]),
  ...hashedNotes(row),
  ...hashedBeside(row),
]

/** As they are stored where there are none. */
const noNotes = '[]'

/** A row without notes has the hash it had before there were notes (migration 003). */
const hashedNotes = ({ notes }: { notes: string }): string[] => (notes === noNotes ? [] : [notes])

/** A row that says no more than its printed year has the hash it had before there was anything beside the record (migration 004). */
const hashedBeside = ({ record, fiscal_year, stage, origin }: ProjectRow): string[] =>
  origin === '' && stage === '' && fiscal_year === printedYear(record) ? [] : ['beside', fiscal_year, stage, origin]

/** What migration 004 took for the fiscal year. */
const printedYear = (record: string): string => /^\{"year":"(\d{4})"/.exec(record)?.[1] ?? ''

/** The same row with the hash of what now stands in it. */
export function sealed(row: ProjectRow): ProjectRow {
  return { ...row, content_hash: contentHash(hashedValues(row)) }
}

export function isWhole(row: ProjectRow): boolean {
  return isContent(hashedValues(row), row.content_hash)
}

/** Throws `project-damaged` naming the project when the row is not what was written. */
export function checkRow(row: ProjectRow): ProjectRow {
  if (!isWhole(row)) throw damagedProject({ id: row.id, name: nameInText(row.record) })
  return row
}

export const toProject = (row: ProjectRow): StoredProject => shaped(checkRow(row))

/** Only for a row whose hash was checked. */
export function shaped(row: ProjectRow): StoredProject {
  return {
    id: row.id,
    template: row.template,
    fiscalYear: row.fiscal_year,
    stage: row.stage,
    status: row.status as Status, // written from a Status, and the hash says it is unchanged
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
  /** The next three are '' in a row written when there was only the word in `reason`. JSON. */
  origin: string
  template: string
  fiscal_year: string
}

/** Columns of a version, in their order. */
export const versionColumns = [
  'version',
  'created_at',
  'reason',
  'content_hash',
  'record',
  'notes',
  'origin',
  'template',
  'fiscal_year',
] as const satisfies (keyof VersionRow)[]

const versionValues = (id: string, row: Omit<VersionRow, 'content_hash'>): HashedValue[] => [
  id,
  row.version,
  row.created_at,
  row.reason,
  row.record,
  ...hashedNotes(row),
  ...(row.origin === '' ? [] : ['beside', row.origin, row.template, row.fiscal_year]),
]

export const hashVersion = (id: string, row: Omit<VersionRow, 'content_hash'>): string =>
  contentHash(versionValues(id, row))

export const isWholeVersion = (id: string, row: VersionRow): boolean =>
  isContent(versionValues(id, row), row.content_hash)

/** Only for a row whose hash was checked, or to be shown: of damaged bytes it is what somebody did by hand. */
export function originIn({ reason, origin }: Pick<VersionRow, 'reason' | 'origin'>): Origin {
  if (origin === '') return originOfWord(reason)
  try {
    const found = checkOrigin(JSON.parse(origin))
    if (found.ok) return found.value
  } catch {
    // no JSON any more
  }
  return originOfWord('')
}

/** `name`: '' where it is not known. */
export interface NamedProject {
  id: string
  name: string
}

export function damagedProject(project: NamedProject): StoreProblem {
  return new StoreProblem('project-damaged', damagedMessage(project))
}

export const damagedMessage = (project: NamedProject): string =>
  `项目${shownName(project)}的内容在磁盘上被损坏，没有采用它；其余项目照常可用。打开它可以看还能读出的内容，恢复到它的历史版本，或者删除它。`

export const damagedVersionMessage = (project: NamedProject, { created_at }: Pick<VersionRow, 'created_at'>): string =>
  `项目${shownName(project)}在 ${shownTime(created_at)} 的历史版本在磁盘上被损坏，不能再用；现在的内容和其他版本不受影响。`

const shownName = ({ id, name }: NamedProject): string => (name === '' ? `（编号 ${id}）` : `“${name}”`)

/** As far as it can still be read. */
export const nameInText = (record: string): string => /"name":"([^"\\]{1,200})","leader"/.exec(record)?.[1] ?? ''

export const projectName = ({ id, record }: { id: string; record: string }): string =>
  shownName({ id, name: nameInText(record) })

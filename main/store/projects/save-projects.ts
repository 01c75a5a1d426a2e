/**
 * Writes all changes of one table in one transaction: changed, added and removed projects and their order, older versions,
 * search index. Nothing is written when one of them cannot be: a project changed by somebody else in the meantime
 * (`conflict`, with what stands there now), one that does not exist (`not-found`) or is damaged (`store-damaged`).
 */
import { checkRow, hashVersion, originIn, sealed, toProject, toRecord } from './project-row.ts'
import { StoreProblem } from '../file/store-problem.ts'
import { fiscalYearOf, followPrintedYear } from '../../../shared/identity/fiscal-year.ts'
import { afterEdit } from '../../../shared/model/status.ts'
import type { SaveOutcome } from '../../../shared/model/stored/projects.ts'
import type { Note } from '../../../shared/model/note.ts'
import type { Origin } from '../../../shared/model/origin.ts'
import type { Status } from '../../../shared/model/status.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import type { Findings, ProjectRow } from './project-row.ts'
import type { ProjectRows } from './project-rows.ts'

export interface ChangedProject {
  id: string
  /** The version the person started from. */
  version: number
  record: ProjectRecord
  /** Absent: as before. */
  notes?: Note[]
  findings: Findings
  /** The form from now on; absent: as before. */
  template?: string
  /** Absent: as before, or with the printed year where the two were equal. */
  fiscalYear?: string
  /** Of this one; absent: of the request. */
  origin?: Origin
}

export interface AddedProject {
  /** '' for a form this build does not know. */
  template: string
  record: ProjectRecord
  /** Absent: none. */
  notes?: Note[]
  findings: Findings
  /** Absent: the printed year. */
  fiscalYear?: string
  stage?: string
  /** Of this one; absent: of the request. */
  origin?: Origin
  /** The id it has elsewhere: kept where no project has it. */
  id?: string
  /** It was this project before it was removed: taken out of the recycle bin, with its versions, if it is still there. */
  was?: string
}

export interface SaveRequest {
  changes: readonly ChangedProject[]
  added: readonly AddedProject[]
  removed: readonly string[]
  /** What made these versions what they are. */
  origin: Origin
  /** The new order of the table: ids, and indices into `added`. Those not named keep their places. */
  order?: readonly (string | number)[]
}

export interface SaveTools {
  rows: ProjectRows
  now: () => string
  newId: () => string
  /** Exact amount in 0.000001 万元 that fits an INTEGER, or null. */
  toTotal: (record: ProjectRecord) => number | null
}

type Saved = SaveOutcome['saved'][number]

/** To be run inside a transaction. */
export function saveProjects(tools: SaveTools, request: SaveRequest): SaveOutcome {
  const time = tools.now()
  const present = readPresent(tools.rows, request.changes)
  const saved = request.changes.map((change, index) => {
    const row = present[index]
    if (!row) throw new Error('one row was read for each change')
    return writeChange(tools, row, { origin: request.origin, ...change }, time)
  })
  const added = request.added.map((project) => writeAdded(tools, { origin: request.origin, ...project }, time))
  for (const id of request.removed) removeProject(tools.rows, id, time)
  if (request.order) {
    writeOrder(
      tools.rows,
      request.order.map((entry) => (typeof entry === 'string' ? entry : (added[entry]?.id ?? ''))),
    )
  }
  return { saved, added }
}

/** Puts a living project into the recycle bin; one that is there already stays. */
export function removeProject(rows: ProjectRows, id: string, time: string): boolean {
  const row = checkRow(rows.read(id))
  if (row.deleted_at !== '') return false
  rows.update(sealed({ ...row, deleted_at: time }))
  rows.search.remove(row.seq)
  return true
}

/** Out of the recycle bin; a living project stays as it is. */
export function restoreProject(rows: ProjectRows, id: string): boolean {
  const row = checkRow(rows.read(id))
  if (row.deleted_at === '') return false
  rows.update(sealed({ ...row, deleted_at: '' }))
  rows.search.add(row.seq, toRecord(row.record))
  return true
}

function readPresent(rows: ProjectRows, changes: readonly ChangedProject[]): ProjectRow[] {
  const present = changes.map(({ id }) => checkRow(rows.read(id)))
  const gone = present.find((row) => row.deleted_at !== '')
  if (gone) throw new StoreProblem('not-found', '这个项目已被移到回收站，改动没有保存：请先从回收站恢复它。')
  const conflicting = present.filter((row, index) => row.version !== changes[index]?.version)
  if (conflicting.length > 0) {
    const current = conflicting.map(toProject)
    const names = current.map(({ record }) => `“${record.project.name}”`).join('、')
    throw new StoreProblem(
      'conflict',
      `${names}在别处被改动过，这次没有保存：请先看现在的内容，再决定采用哪一份。`,
      current,
    )
  }
  return present
}

type Known<T extends { origin?: Origin }> = T & { origin: Origin }

function writeChange(tools: SaveTools, row: ProjectRow, change: Known<ChangedProject>, time: string): Saved {
  const record = JSON.stringify(change.record)
  const findings = toColumns(change.findings)
  const notes = change.notes ? JSON.stringify(change.notes) : row.notes
  const template = change.template ?? row.template
  const isEdited = record !== row.record
  const followed = (): string =>
    isEdited ? followPrintedYear(row.fiscal_year, toRecord(row.record), change.record) : row.fiscal_year
  const fiscal_year = change.fiscalYear ?? followed()
  const isSameForm = template === row.template && fiscal_year === row.fiscal_year
  if (!isEdited && notes === row.notes && isSameForm) {
    if (Object.entries(findings).some(([column, count]) => row[column as keyof typeof findings] !== count)) {
      tools.rows.update(sealed({ ...row, ...findings }))
    }
    return { id: row.id, version: row.version, updatedAt: row.updated_at }
  }
  const old = {
    version: row.version,
    created_at: row.updated_at,
    ...originColumns(originIn(row)),
    record: row.record,
    notes: row.notes,
    template: row.template,
    fiscal_year: row.fiscal_year,
  }
  tools.rows.keepVersion(row.seq, { ...old, content_hash: hashVersion(row.id, old) })
  const version = row.version + 1
  const total_micro_wan = tools.toTotal(change.record)
  const status = isEdited ? afterEdit(row.status as Status) : row.status // the row is whole, and written from a Status
  const origin = originColumns(change.origin)
  tools.rows.update(
    sealed({
      ...row,
      ...findings,
      ...origin,
      template,
      fiscal_year,
      status,
      record,
      notes,
      version,
      updated_at: time,
      total_micro_wan,
    }),
  )
  if (isEdited) tools.rows.search.change(row.seq)
  return { id: row.id, version, updatedAt: time }
}

/** As they are written today: the word in `reason` is of rows written before there was data. */
export const originColumns = (origin: Origin): Pick<ProjectRow, 'reason' | 'origin'> => ({
  reason: '',
  origin: JSON.stringify(origin),
})

function writeAdded(tools: SaveTools, project: Known<AddedProject>, time: string): Saved {
  const before = project.was === undefined ? undefined : tools.rows.find(project.was)
  if (before) {
    const { record, notes = [], findings, template, fiscalYear, origin } = project
    restoreProject(tools.rows, before.id)
    const own = { id: before.id, version: before.version, record, notes, findings, template, origin }
    const change = fiscalYear === undefined ? own : { ...own, fiscalYear }
    return writeChange(tools, checkRow(tools.rows.read(before.id)), change, time)
  }
  const seq = tools.rows.nextSeq()
  const row: ProjectRow = {
    seq,
    id: project.id !== undefined && !tools.rows.find(project.id) ? project.id : tools.newId(),
    template: project.template,
    status: 'draft',
    version: 1,
    position: seq,
    ...toColumns(project.findings),
    total_micro_wan: tools.toTotal(project.record),
    created_at: time,
    updated_at: time,
    deleted_at: '',
    ...originColumns(project.origin),
    content_hash: '',
    record: JSON.stringify(project.record),
    notes: JSON.stringify(project.notes ?? []),
    fiscal_year: project.fiscalYear ?? fiscalYearOf({ printed: project.record.year }).fiscalYear,
    stage: project.stage ?? '',
  }
  tools.rows.insert(sealed(row))
  tools.rows.search.add(seq, project.record)
  return { id: row.id, version: 1, updatedAt: time }
}

/** The named projects share out the places they have among themselves anew. */
function writeOrder(rows: ProjectRows, ids: string[]): void {
  const ordered = [...new Set(ids)].map((id) => checkRow(rows.read(id)))
  const places = ordered.map((row) => row.position).toSorted((one, other) => one - other)
  for (const [index, row] of ordered.entries()) {
    const position = places[index] ?? row.position
    if (position !== row.position) rows.update(sealed({ ...row, position }))
  }
}

export function toColumns(
  findings: Findings,
): Pick<ProjectRow, 'findings_error' | 'findings_warning' | 'findings_hint'> {
  return { findings_error: findings.error, findings_warning: findings.warning, findings_hint: findings.hint }
}

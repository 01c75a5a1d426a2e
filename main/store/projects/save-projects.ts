/**
 * Writes all changes of one table in one transaction: changed, added and removed projects and their order, older versions,
 * search index. Nothing is written when one of them cannot be: a project changed by somebody else in the meantime
 * (`conflict`, with what stands there now), one that does not exist (`not-found`) or is damaged (`store-damaged`).
 */
import { checkRow, hashVersion, sealed, toProject, toRecord } from './project-row.ts'
import { StoreProblem } from '../file/store-problem.ts'
import type { SaveOutcome } from '../../../shared/ipc/projects.ts'
import type { Note } from '../../../shared/model/note.ts'
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
}

export interface AddedProject {
  /** '' for a form this build does not know. */
  template: string
  record: ProjectRecord
  /** Absent: none. */
  notes?: Note[]
  findings: Findings
  /** It was this project before it was removed: taken out of the recycle bin, with its versions, if it is still there. */
  was?: string
}

export interface SaveRequest {
  changes: readonly ChangedProject[]
  added: readonly AddedProject[]
  removed: readonly string[]
  /** Why, for the list of versions: 编辑, 导入 … */
  reason: string
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
    return writeChange(tools, row, change, request.reason, time)
  })
  const added = request.added.map((project) => writeAdded(tools, project, request.reason, time))
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

function writeChange(tools: SaveTools, row: ProjectRow, change: ChangedProject, reason: string, time: string): Saved {
  const record = JSON.stringify(change.record)
  const findings = toColumns(change.findings)
  const notes = change.notes ? JSON.stringify(change.notes) : row.notes
  const template = change.template ?? row.template
  if (record === row.record && notes === row.notes && template === row.template) {
    if (Object.entries(findings).some(([column, count]) => row[column as keyof typeof findings] !== count)) {
      tools.rows.update(sealed({ ...row, ...findings }))
    }
    return { id: row.id, version: row.version, updatedAt: row.updated_at }
  }
  const old = {
    version: row.version,
    created_at: row.updated_at,
    reason: row.reason,
    record: row.record,
    notes: row.notes,
  }
  tools.rows.keepVersion(row.seq, { ...old, content_hash: hashVersion(row.id, old) })
  const version = row.version + 1
  const total_micro_wan = tools.toTotal(change.record)
  tools.rows.update(
    sealed({ ...row, ...findings, template, record, notes, version, reason, updated_at: time, total_micro_wan }),
  )
  if (record !== row.record) tools.rows.search.change(row.seq)
  return { id: row.id, version, updatedAt: time }
}

function writeAdded(tools: SaveTools, project: AddedProject, reason: string, time: string): Saved {
  const before = project.was === undefined ? undefined : tools.rows.find(project.was)
  if (before) {
    const { record, notes = [], findings, template } = project
    restoreProject(tools.rows, before.id)
    const change = { id: before.id, version: before.version, record, notes, findings, template }
    return writeChange(tools, checkRow(tools.rows.read(before.id)), change, reason, time)
  }
  const seq = tools.rows.nextSeq()
  const row: ProjectRow = {
    seq,
    id: tools.newId(),
    template: project.template,
    status: 'draft',
    version: 1,
    position: seq,
    ...toColumns(project.findings),
    total_micro_wan: tools.toTotal(project.record),
    created_at: time,
    updated_at: time,
    deleted_at: '',
    reason,
    content_hash: '',
    record: JSON.stringify(project.record),
    notes: JSON.stringify(project.notes ?? []),
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

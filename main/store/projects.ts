/** Projects: read, save, the recycle bin. Every change is one synchronous transaction. */
import { createList } from './list-projects.ts'
import { checkRow, sealed, toProject } from './project-row.ts'
import { removeProject, restoreProject, saveProjects } from './save-projects.ts'
import type { AddedProject, SaveRequest, SaveTools } from './save-projects.ts'
import type { StoredProject } from './project-row.ts'
import type { ProjectStatus, ProjectSummary, SaveOutcome, TableDocument } from '../../shared/ipc/types.ts'
import type { Database } from 'better-sqlite3'

export interface Projects {
  list(options: { deleted: boolean }): ProjectSummary[]
  /** Ids of living projects, most relevant first. */
  search(text: string): string[]
  read(id: string): StoredProject
  /** The table the project stands in: itself (`project`), or all of its form, year and unit in their order (`unit`). */
  open(id: string, scope: TableDocument['scope']): TableDocument
  create(project: AddedProject, reason: string): SaveOutcome['added'][number]
  save(request: SaveRequest): SaveOutcome
  changeStatus(ids: readonly string[], status: ProjectStatus): number
  /** Into the recycle bin. These four answer how many projects were changed; an id not known is `not-found` and changes nothing. */
  remove(ids: readonly string[]): number
  /** Out of the recycle bin. */
  restore(ids: readonly string[]): number
  /** Out of the recycle bin for good; living projects are left alone. Works for damaged projects too. */
  purge(ids: readonly string[]): number
}

export function createProjects(database: Database, tools: SaveTools): Projects {
  const { rows, now } = tools
  const save = database.transaction((request: SaveRequest) => saveProjects(tools, request))
  const countChanged = database.transaction(
    (ids: readonly string[], change: (id: string) => boolean) => [...new Set(ids)].filter(change).length,
  )
  const purge = (id: string): boolean => {
    const row = rows.read(id)
    if (row.deleted_at === '') return false
    rows.purge(row.seq)
    rows.search.remove(row.seq)
    return true
  }
  const changeStatus = (id: string, status: ProjectStatus): boolean => {
    const row = checkRow(rows.read(id))
    if (row.status === status) return false
    rows.update(sealed({ ...row, status }))
    return true
  }

  return {
    list: createList(database),
    search: (text) => rows.search.find(text),
    read: (id) => toProject(rows.read(id)),
    open(id, scope) {
      const row = checkRow(rows.read(id))
      const table = scope === 'unit' && row.deleted_at === '' ? rows.readMates(row) : [row]
      const projects = table.map(toProject)
      return {
        template: row.template,
        scope,
        deleted: row.deleted_at !== '',
        projects: projects.map(({ id, version, updatedAt, record, notes }) => ({
          id,
          version,
          updatedAt,
          record,
          notes,
        })),
      }
    },
    create(project, reason) {
      const [added] = save.immediate({ changes: [], added: [project], removed: [], reason }).added
      if (!added) throw new Error('one project in, one project out')
      return added
    },
    save: (request) => save.immediate(request),
    changeStatus: (ids, status) => countChanged.immediate(ids, (id) => changeStatus(id, status)),
    remove: (ids) => {
      const time = now()
      return countChanged.immediate(ids, (id) => removeProject(rows, id, time))
    },
    restore: (ids) => countChanged.immediate(ids, (id) => restoreProject(rows, id)),
    purge: (ids) => countChanged.immediate(ids, purge),
  }
}

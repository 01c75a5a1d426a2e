/**
 * Tables that were read, and for each the project of the workspace that it is: what an import page says before anything is
 * replaced, and what the import then does. Both match all tables of the files, so that they mean the same projects whichever
 * of them the person takes.
 */
import { checkedRecord } from './checked-record.ts'
import { difference } from '../../shared/compare/difference.ts'
import { matchProjects } from '../../shared/compare/match-projects.ts'
import { isSameContent } from '../../shared/identity/content.ts'
import type { HeldTable, ProjectSummary, ReadFile, ReadTable } from '../../shared/ipc/types.ts'
import type { ProjectRecord } from '../../shared/model/project.ts'
import type { Store } from '../store/store.ts'
import type { HeldProject, ProjectMatch } from '../../shared/compare/match-projects.ts'

/** Reasons of versions that came from files; every other was made here. */
export const fileReasons = { import: '导入', collect: '收表', example: '示例' } as const
const cameFromFile: readonly string[] = Object.values(fileReasons)

export interface MatchedTable {
  /** '' for a form this build does not know. */
  template: string
  record: ProjectRecord
  match: ProjectMatch | null
}

/** Only target tables: the sister tables (self-evaluation, monitoring …) are shown, but are not projects. */
export function matchTables(store: Store, files: readonly ReadFile[]): Map<ReadTable, MatchedTable> {
  const tables = files.flatMap((file) => file.tables).filter(isProject)
  const incoming = tables.map(({ template, record }) => ({ template: template ?? '', record: checkedRecord(record) }))
  const records = new Map<string, ProjectRecord>()
  const matches = matchProjects(
    incoming.map(({ template, record }) => ({ ...record, template, fiscalYear: record.year })),
    store.projects.list({ deleted: false }).map(toHeld),
    (index, id) => {
      const held = records.get(id) ?? store.projects.read(id).record
      records.set(id, held)
      const own = incoming[index]
      return own !== undefined && isSameContent(own.record, held)
    },
  )
  return new Map(
    tables.flatMap((table, index) => {
      const entry = incoming[index]
      return entry ? [[table, { ...entry, match: matches[index] ?? null }] as const] : []
    }),
  )
}

const toHeld = ({ id, template, year, unitCode, unitName, projectCode, projectName }: ProjectSummary): HeldProject => ({
  id,
  template,
  fiscalYear: year,
  unit: { code: unitCode, name: unitName },
  project: { code: projectCode, name: projectName },
})

export const isProject = ({ kind }: ReadTable): boolean => kind === 'target'

/** The last change of the project was made here, after it last came from a file. */
export const isChangedHere = (store: Store, id: string): boolean =>
  !cameFromFile.includes(store.versions.list(id)[0]?.reason ?? '')

/** Per file and table, in their order; null: the table is new, or not a project's. */
export function describeHeld(store: Store, files: readonly ReadFile[]): (HeldTable | null)[][] {
  const matched = matchTables(store, files)
  return files.map(({ tables }) =>
    tables.map((table) => {
      const { match, record } = matched.get(table) ?? {}
      if (!match || !record) return null
      const present = store.projects.read(match.id)
      return {
        id: match.id,
        name: present.record.project.name,
        updatedAt: present.updatedAt,
        isSame: match.identical,
        differences: match.identical ? 0 : difference(present.record, record).length,
        isChangedHere: isChangedHere(store, match.id),
      }
    }),
  )
}

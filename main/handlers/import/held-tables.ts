/**
 * Tables that were read, and for each the project that it is: one of the workspace, or one of a file before it. What an
 * import page says before anything is replaced, and what the import then does, ask here. All tables of the files are
 * matched, so that both mean the same projects whichever of them the person takes.
 */
import { checkedRecord } from '../projects/checked-record.ts'
import { difference } from '../../../shared/compare/difference.ts'
import { createProjectMatcher } from '../../../shared/compare/match-projects.ts'
import { isSameContent } from '../../../shared/identity/content.ts'
import type { HeldTable, ReadFile, ReadTable } from '../../../shared/ipc/import.ts'
import type { ProjectSummary } from '../../../shared/ipc/projects.ts'
import { isFromOutside, originOfWord } from '../../../shared/model/origin.ts'
import { cutCode } from '../../../shared/model/problem.ts'
import type { Problem } from '../../../shared/model/problem.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import { StoreProblem } from '../../store/file/store-problem.ts'
import type { Store } from '../../store/store.ts'
import type { KnownProject } from '../../../shared/compare/match-projects.ts'

/** Reasons of versions that came from files; every other was made here. */
export const fileReasons = { import: '导入', collect: '收表', example: '示例' } as const

export interface MatchedTable {
  /** '' for a form this build does not know. */
  template: string
  record: ProjectRecord
  /** Id of the project it is in the workspace; of one that would be new a name of its own, which its copies have too. */
  id: string
  /** What it is compared with: the project in the workspace, or the table of a file before it; null: it is new. */
  present: { record: ProjectRecord; file: string | null } | null
}

/** Only target tables: the sister tables (self-evaluation, monitoring …) are shown, but are not projects. */
export function matchTables(store: Store, files: readonly ReadFile[]): Map<ReadTable, MatchedTable> {
  const latest = new Map<string, MatchedTable['present']>()
  const presentOf = (id: string): MatchedTable['present'] => {
    const known = latest.get(id)
    if (known !== undefined) return known
    const stored = store.projects.readEach([id]).whole[0]
    const present = stored ? { record: stored.record, file: null } : null
    latest.set(id, present)
    return present
  }
  const matcher = createProjectMatcher((id) => presentOf(id)?.record ?? null)
  for (const summary of store.projects.list({ deleted: false })) matcher.add(toKnown(summary))
  const matched = new Map<ReadTable, MatchedTable>()
  for (const { file, tables } of files) {
    const incoming = tables.filter(isProject).map((table) => {
      const record = checkedRecord(table.record)
      return { ...record, template: table.template ?? '', fiscalYear: record.year, record, table }
    })
    const matches = matcher.match(incoming)
    for (const [index, { table, record, ...identity }] of incoming.entries()) {
      const found = matches[index]?.id
      const present = found === undefined ? null : presentOf(found)
      const id = present && found !== undefined ? found : `new ${matched.size}` // beside a damaged one
      matched.set(table, { template: identity.template, record, id, present })
      if (!present) matcher.add({ ...identity, id })
      latest.set(id, { record, file })
    }
  }
  return matched
}

/** A target table that was read as a whole: one of which something was cut off is not taken in. */
export const isProject = (table: ReadTable): boolean => table.kind === 'target' && cutOf(table) === undefined

/** What of a table was more than a record can hold. */
export const cutOf = ({ problems }: ReadTable): Problem | undefined => problems.find(({ code }) => code === cutCode)

/** An id of the workspace; others, with a space, are names for one import alone. */
export const isStored = (id: string): boolean => !id.includes(' ')

const toKnown = ({
  id,
  template,
  year,
  unitCode,
  unitName,
  projectCode,
  projectName,
}: ProjectSummary): KnownProject => ({
  id,
  template,
  fiscalYear: year,
  unit: { code: unitCode, name: unitName },
  project: { code: projectCode, name: projectName },
})

/**
 * What stands in the project is not what any file brought: somebody worked on it here. To change it and to take that back
 * is no change.
 */
export function isChangedHere(store: Store, id: string): boolean {
  const [present, ...earlier] = store.versions.list(id)
  if (!present || isOutside(present.reason)) return false
  const { record } = store.projects.read(id)
  return !earlier.filter(({ reason }) => isOutside(reason)).some(({ version }) => holds(store, id, version, record))
}

/** A version that is damaged, or no longer kept, holds nothing. */
function holds(store: Store, id: string, version: number, record: ProjectRecord): boolean {
  try {
    return isSameContent(store.versions.read(id, version).record, record)
  } catch (thrown) {
    if (!(thrown instanceof StoreProblem)) throw thrown
    return false
  }
}

const isOutside = (reason: string): boolean => isFromOutside(originOfWord(reason))

/** Per file and table, in their order; null: the table is new, or not a project's. */
export function describeHeld(store: Store, files: readonly ReadFile[]): (HeldTable | null)[][] {
  const matched = matchTables(store, files)
  return files.map(({ tables }) =>
    tables.map((table): HeldTable | null => {
      const { id = '', present, record } = matched.get(table) ?? {}
      if (!present || !record) return null
      const differences = difference(present.record, record).length
      const told = { name: present.record.project.name, isSame: isSameContent(present.record, record), differences }
      if (present.file !== null) return { ...told, id: '', file: present.file, updatedAt: '', isChangedHere: false }
      const { updatedAt } = store.projects.read(id)
      return { ...told, id, file: null, updatedAt, isChangedHere: isChangedHere(store, id) }
    }),
  )
}

/**
 * Tables that were read, and for each the project that it is: one of the workspace, or one of a file before it. What an
 * import page says before anything is replaced, and what the import then does, ask here. All tables of the files are
 * matched, so that both mean the same projects whichever of them the person takes.
 */
import { checkedRecord } from '../projects/checked-record.ts'
import { createProjectMatcher } from '../../../shared/compare/match-projects.ts'
import { fiscalYearOf } from '../../../shared/identity/fiscal-year.ts'
import type { ReadFile, ReadTable } from '../../../shared/model/read-file.ts'
import type { ProjectSummary } from '../../../shared/model/stored/projects.ts'
import { cutCode } from '../../../shared/model/problem.ts'
import type { BesideRecord } from '../../../shared/model/json-file.ts'
import type { Problem } from '../../../shared/model/problem.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import type { Store } from '../../store/store.ts'
import type { IncomingProject, KnownProject, ProjectMatch } from '../../../shared/compare/match-projects.ts'

export interface MatchedTable extends Omit<BesideRecord, 'id'> {
  /** '' for a form this build does not know. */
  template: string
  record: ProjectRecord
  fiscalYear: string
  /** The file or form says the year itself. */
  isFixed: boolean
  /** It says another one than was asked for. */
  isContradicted: boolean
  /** Id of the project it is in the workspace; of one that would be new a name of its own, which its copies have too. */
  id: string
  /** The id it has elsewhere. */
  ownId?: string
  /** What it is compared with: the project in the workspace, or the table of a file before it; null: it is new. */
  present: { record: ProjectRecord; file: string | null } | null
}

/** What the person says of a table, by its file and place. */
export interface Said {
  /** 所属年度 where the form prints none. */
  year?: string | undefined
  /** It is this project. */
  into?: string | undefined
}

export type SaidOf = (file: number, table: number) => Said

/** Only target tables: the sister tables (self-evaluation, monitoring …) are shown, but are not projects. */
export function matchTables(
  store: Store,
  files: readonly ReadFile[],
  saidOf: SaidOf = () => ({}),
): Map<ReadTable, MatchedTable> {
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
  const held = store.projects.list({ deleted: false })
  for (const summary of held) matcher.add(toKnown(summary))
  const years = new Set(held.map(({ fiscalYear }) => fiscalYear).filter((year) => year !== ''))
  const matched = new Map<ReadTable, MatchedTable>()
  for (const [index, { file, tables }] of files.entries()) {
    const incoming = tables.flatMap((table, place) =>
      isProject(table) ? [toIncoming(table, saidOf(index, place))] : [],
    )
    for (const { found, fiscalYear, one } of findAll(matcher, incoming, years)) {
      const { table, said, unit, project, ...known } = one
      const given = said.into ?? found?.id
      const present = given === undefined ? null : presentOf(given)
      const id = present && given !== undefined ? given : `new ${matched.size}` // beside a damaged one
      matched.set(table, { ...known, fiscalYear, id, present })
      if (!present) matcher.add({ template: known.template, fiscalYear, unit, project, id })
      latest.set(id, { record: known.record, file })
    }
  }
  return matched
}

interface Incoming
  extends IncomingProject, Omit<MatchedTable, 'present' | 'id' | 'fiscalYear' | 'template' | 'record'> {
  table: ReadTable
  said: Said
}

function toIncoming(table: ReadTable, said: Said): Incoming {
  const record = checkedRecord(table.record)
  const { fiscalYear: file, stage, notes, id } = table
  const fixed = fiscalYearOf({ printed: record.year, ...(file !== undefined && { file }) })
  const { year: asked = '' } = said
  const year = fiscalYearOf({ printed: record.year, asked, ...(file !== undefined && { file }) })
  return {
    template: table.template ?? '',
    unit: record.unit,
    project: record.project,
    record,
    ...year,
    isFixed: fixed.fiscalYear !== '',
    ...(stage !== undefined && { stage }),
    ...(notes !== undefined && { notes }),
    ...(id !== undefined && { ownId: id }),
    table,
    said,
  }
}

interface Found {
  one: Incoming
  found: ProjectMatch | null
  fiscalYear: string
}

/** A file all of whose tables equal held tables of one year is that year's, also where it says none (record.md). */
function findAll(
  matcher: ReturnType<typeof createProjectMatcher>,
  incoming: readonly Incoming[],
  years: ReadonlySet<string>,
): Found[] {
  const inYear = (year: string): Found[] => {
    const dated = incoming.map((one) => (one.fiscalYear === '' ? { ...one, fiscalYear: year } : one))
    const matches = matcher.match(dated)
    return dated.map((one, index) => ({ one, found: matches[index] ?? null, fiscalYear: one.fiscalYear }))
  }
  const isHeld = (found: readonly Found[]): boolean => found.every((one) => one.found?.identical === true)
  const plain = inYear('')
  if (isHeld(plain) || incoming.every(({ fiscalYear }) => fiscalYear !== '')) return plain
  for (const year of years) {
    if (incoming.some(({ fiscalYear }) => fiscalYear !== '' && fiscalYear !== year)) continue
    const found = inYear(year)
    if (isHeld(found)) return found
  }
  return plain
}

/** A target table that was read as a whole: one of which something was cut off is not taken in. */
export const isProject = (table: ReadTable): boolean => table.kind === 'target' && cutOf(table) === undefined

/** What of a table was more than a record can hold. */
export const cutOf = ({ problems }: ReadTable): Problem | undefined => problems.find(({ code }) => code === cutCode)

/** An id of the workspace; others, with a space, are names for one import alone. */
export const isStored = (id: string): boolean => !id.includes(' ')

const toKnown = (summary: ProjectSummary): KnownProject => ({
  id: summary.id,
  template: summary.template,
  fiscalYear: summary.fiscalYear,
  unit: { code: summary.unitCode, name: summary.unitName },
  project: { code: summary.projectCode, name: summary.projectName },
})

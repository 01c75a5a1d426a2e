/**
 * Selected projects → what their forms print. A list form is one table a unit, so one selected project brings the other
 * projects of its table with it, in the table's own order, as the screen and the preview show it; the person is told. A
 * selection may be the whole workspace: it is made of the list alone, and a record is read when its file is.
 */
import { emptyRecord } from '../../../shared/model/project.ts'
import { tableKey } from '../../../shared/identity/table.ts'
import { unitKeys } from '../../../shared/identity/unit.ts'
import { shownTemplate } from '../projects/checked-record.ts'
import type { Named } from '../../../shared/identity/names.ts'
import type { DamagedProject, ProjectSummary } from '../../../shared/model/stored/projects.ts'
import type { FormRecord, ProjectRecord } from '../../../shared/model/project.ts'
import type { Template } from '../../../shared/templates/template.ts'
import type { TemplateRegistry } from '../../../shared/templates/registry.ts'
import type { HandlerContext } from '../door/context.ts'
import type { Store } from '../../store/store.ts'
import type { FormEntries } from './write-forms.ts'

export interface WholeTables extends LoadedLater {
  /** Sentences for the person about projects that were not selected but stand in the tables. */
  notes: string[]
}

type Source = Pick<HandlerContext, 'store' | 'templates'>

type LoadedLater = Required<FormEntries>

/** The tables in the order of their first selected project. */
export function wholeTables({ store, templates }: Source, ids: readonly string[]): WholeTables {
  const wanted = new Set(ids)
  const summaryOf = summaries(store)
  const matesOf = tablesOf(store.projects.list({ deleted: false }))
  const placed: string[] = []
  const isPlaced = new Set<string>()
  const grown = new Map<Template, Grown>()
  for (const id of wanted) {
    if (isPlaced.has(id)) continue
    const own = summaryOf(id)
    const template = shownTemplate(templates, own.template)
    const table = template.scope === 'unit' && own.deletedAt === null ? matesOf(own) : [id]
    for (const mate of table) isPlaced.add(mate)
    placed.push(...table)
    const added = table.filter((mate) => !wanted.has(mate)).length
    if (added > 0) grow(grown, template, own.unitName, added)
  }
  return {
    ...entriesOf(store, placed, summaryOf, shownForm(templates)),
    notes: [...grown].map(([template, each]) => noteOf(template, each)),
  }
}

/** The named projects alone, for files that are no forms. */
export function selectedProjects({ store, templates }: Source, ids: readonly string[]): WholeTables {
  return { ...entriesOf(store, [...new Set(ids)], summaries(store), shownForm(templates)), notes: [] }
}

/** All living projects, in the order of the list, on their own forms; null: on none this program knows. */
export function allProjects({ store }: Pick<Source, 'store'>): LoadedLater {
  const ids = store.projects.list({ deleted: false }).map(({ id }) => id)
  return entriesOf(store, ids, summaries(store), ({ template }) => (template === '' ? null : template))
}

/** The ids of each table of a list form, in their order: the list has them together. */
function tablesOf(living: readonly ProjectSummary[]): (of: ProjectSummary) => string[] {
  const unitKey = unitKeys(living.map(unitOf))
  const keyOf = (one: ProjectSummary): string => tableKey({ ...one, unit: unitOf(one) }, unitKey)
  const tables = Map.groupBy(living, keyOf)
  return (of) => (tables.get(keyOf(of)) ?? [of]).map(({ id }) => id)
}

const unitOf = ({ unitCode, unitName }: ProjectSummary): Named => ({ code: unitCode, name: unitName })

type SummaryOf = (id: string) => ProjectSummary

/** Throws `not-found` for an id nobody knows. */
function summaries(store: Store): SummaryOf {
  const living = new Map(store.projects.list({ deleted: false }).map((summary) => [summary.id, summary]))
  let deleted: Map<string, ProjectSummary> | null = null
  return (id) => {
    const found = living.get(id)
    if (found) return found
    deleted ??= new Map(store.projects.list({ deleted: true }).map((summary) => [summary.id, summary]))
    const other = deleted.get(id)
    if (other) return other
    store.projects.read(id)
    throw new Error(`the list knows nothing of ${id}`)
  }
}

/** The form a project is shown on, of whatever form it is. */
const shownForm =
  (templates: TemplateRegistry) =>
  ({ template }: ProjectSummary): string =>
    shownTemplate(templates, template).id

function entriesOf(
  store: Store,
  ids: readonly string[],
  summaryOf: SummaryOf,
  formOf: (summary: ProjectSummary) => string | null,
): LoadedLater {
  return {
    entries: ids.map((id): FormRecord => {
      const summary = summaryOf(id)
      const { fiscalYear, stage } = summary
      return { template: formOf(summary), fiscalYear, stage, id, record: headOf(summary) }
    }),
    load(sources) {
      const { whole, damaged } = store.projects.readEach(sources.map((source) => ids[source] ?? ''))
      return { records: whole.map(({ record }) => record), problems: damaged.map(damagedProblem) }
    },
  }
}

/** As much of a record as the list knows: enough to name and to group it. */
function headOf({ year, unitCode, unitName, projectCode, projectName, currencyUnit }: ProjectSummary): ProjectRecord {
  const record = emptyRecord()
  record.year = year
  record.unit = { code: unitCode, name: unitName }
  record.project = { code: projectCode, name: projectName, leader: '' }
  record.funding.unit = currencyUnit
  return record
}

export interface DamagedProblem {
  project: string
  message: string
}

/** What is said of a damaged project wherever the others go on. */
export const damagedProblem = ({ id, name }: DamagedProject): DamagedProblem => ({
  project: name === '' ? `编号 ${id}` : name,
  message: damagedWords,
})

export const isDamagedProblem = ({ message }: DamagedProblem): boolean => message === damagedWords

const damagedWords =
  '内容在磁盘上被损坏，没有采用它。请在“项目”里打开它：可以看还能读出的内容，恢复到它的历史版本，或者删除。'

interface Grown {
  units: string[]
  added: number
}

function grow(grown: Map<Template, Grown>, template: Template, unit: string, added: number): void {
  const before = grown.get(template) ?? { units: [], added: 0 }
  grown.set(template, { units: [...before.units, unit], added: before.added + added })
}

function noteOf({ name }: Template, { units, added }: Grown): string {
  const [unit = ''] = units
  const whose = units.length > 1 ? ` ${units.length} 个单位` : unit.trim() === '' ? '同一张表里' : `“${unit.trim()}”`
  return `表样“${name}”一单位一表，已带上${whose}的另外 ${added} 个项目。`
}

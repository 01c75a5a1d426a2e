/**
 * Selected projects → what their forms print. A list form is one table a unit, so one selected project brings the other
 * projects of its table with it, in the table's own order, as the screen and the preview show it; the person is told.
 */
import { setImmediate as pause } from 'node:timers/promises'
import { shownTemplate } from './checked-record.ts'
import type { DamagedProject } from '../../shared/ipc/types.ts'
import type { FormRecord } from '../../shared/model/project.ts'
import type { Template } from '../../shared/templates/template.ts'
import type { Store } from '../store/store.ts'

/** Some milliseconds of work. */
const projectsPerTurn = 100

export interface WholeTables {
  /** The tables in the order of their first selected project. */
  entries: FormRecord[]
  /** Sentences for the person about projects that were not selected but stand in the tables. */
  notes: string[]
  /** Projects that are not in the tables, because they are damaged. */
  problems: DamagedProblem[]
}

/** Gives way to other calls now and then: a selection may be the whole workspace. */
export async function wholeTables(store: Store, ids: readonly string[]): Promise<WholeTables> {
  const wanted = new Set(ids)
  const placed = new Set<string>()
  const entries: FormRecord[] = []
  const grown = new Map<Template, Grown>()
  const damaged = new Map<string, DamagedProject>()
  for (const [index, id] of [...wanted].entries()) {
    if (index % projectsPerTurn === projectsPerTurn - 1) await pause()
    if (placed.has(id)) continue
    const { whole, damaged: unread } = store.projects.readEach([id])
    for (const one of unread) damaged.set(one.id, one)
    const [own] = whole
    if (!own) continue
    const template = shownTemplate(own.template)
    const table = template.scope === 'unit' ? store.projects.open(id, 'unit') : { projects: [own], damaged: [] }
    const { projects, damaged: others = [] } = table
    for (const one of others) damaged.set(one.id, one)
    for (const project of projects) {
      placed.add(project.id)
      entries.push({ template: template.id, record: project.record })
    }
    const added = projects.filter((project) => !wanted.has(project.id)).length
    if (added > 0) grow(grown, template, projects[0]?.record.unit.name ?? '', added)
  }
  const notes = [...grown].map(([template, each]) => noteOf(template, each))
  return { entries, notes, problems: [...damaged.values()].map(damagedProblem) }
}

/** The named projects alone, for files that are no forms. */
export async function selectedRecords(
  store: Store,
  ids: readonly string[],
): Promise<Pick<WholeTables, 'entries' | 'problems'>> {
  const entries: FormRecord[] = []
  const problems: DamagedProblem[] = []
  for (const [index, id] of [...new Set(ids)].entries()) {
    if (index % projectsPerTurn === projectsPerTurn - 1) await pause()
    const { whole, damaged } = store.projects.readEach([id])
    for (const { template, record } of whole) entries.push({ template: shownTemplate(template).id, record })
    problems.push(...damaged.map(damagedProblem))
  }
  return { entries, problems }
}

export interface DamagedProblem {
  project: string
  message: string
}

/** What is said of a damaged project wherever the others go on. */
export const damagedProblem = ({ id, name }: DamagedProject): DamagedProblem => ({
  project: name === '' ? `编号 ${id}` : name,
  message: '内容在磁盘上被损坏，没有采用它。请在“项目”里打开它：可以看还能读出的内容，恢复到它的历史版本，或者删除。',
})

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

/**
 * Selected projects → what their forms print. A list form is one table a unit, so one selected project brings the other
 * projects of its table with it, in the table's own order, as the screen and the preview show it; the person is told.
 */
import { setImmediate as pause } from 'node:timers/promises'
import { shownTemplate } from './checked-record.ts'
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
}

/** Gives way to other calls now and then: a selection may be the whole workspace. */
export async function wholeTables(store: Store, ids: readonly string[]): Promise<WholeTables> {
  const wanted = new Set(ids)
  const placed = new Set<string>()
  const entries: FormRecord[] = []
  const grown = new Map<Template, Grown>()
  for (const [index, id] of [...wanted].entries()) {
    if (index % projectsPerTurn === projectsPerTurn - 1) await pause()
    if (placed.has(id)) continue
    const own = store.projects.read(id)
    const template = shownTemplate(own.template)
    const projects = template.scope === 'unit' ? store.projects.open(id, 'unit').projects : [own]
    for (const project of projects) {
      placed.add(project.id)
      entries.push({ template: template.id, record: project.record })
    }
    const added = projects.filter((project) => !wanted.has(project.id)).length
    if (added > 0) grow(grown, template, projects[0]?.record.unit.name ?? '', added)
  }
  return { entries, notes: [...grown].map(([template, each]) => noteOf(template, each)) }
}

/** The named projects alone, for files that are no forms. */
export async function selectedRecords(store: Store, ids: readonly string[]): Promise<FormRecord[]> {
  const entries: FormRecord[] = []
  for (const [index, id] of [...new Set(ids)].entries()) {
    if (index % projectsPerTurn === projectsPerTurn - 1) await pause()
    const { template, record } = store.projects.read(id)
    entries.push({ template: shownTemplate(template).id, record })
  }
  return entries
}

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

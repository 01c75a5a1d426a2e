/**
 * The roll-up of the workspace, for page, command line and file alike: its rows, its sum, and which projects are left out
 * because they are damaged.
 */
import { rollUpLayout } from '../../../shared/summary/roll-up-layout.ts'
import { rollUp } from '../../../shared/summary/roll-up.ts'
import type { RollUp, Sum } from '../../../shared/summary/roll-up.ts'
import { toRollUpEntry } from '../../../shared/summary/roll-up-entry.ts'
import type { Grouping, RollUpEntry } from '../../../shared/summary/roll-up-entry.ts'
import type { Summary, SummaryRow } from '../../../shared/ipc/summary.ts'
import type { DamagedProject } from '../../../shared/model/stored/projects.ts'
import type { Layout } from '../../../shared/layout/layout.ts'
import type { StoredProject } from '../../store/projects/project-row.ts'
import type { TemplateRegistry } from '../../../shared/templates/registry.ts'
import type { HandlerContext } from '../door/context.ts'

type Source = Pick<HandlerContext, 'store' | 'templates'>

export interface SummaryQuestion {
  by: Grouping
  /** '': all years. */
  year: string
}

export function readSummary({ store, templates }: Source, question: SummaryQuestion): Summary {
  const { whole, damaged } = store.deriveEach(entryOf)
  const { groups, total } = rolledUp(templates, whole, question)
  return {
    rows: groups.map(({ key, name, sum }): SummaryRow => ({ key, name, ...filled(sum) })),
    total: filled(total),
    ...(damaged.length > 0 && { damaged }),
  }
}

export interface SummaryTable {
  layout: Layout
  projects: number
  damaged: DamagedProject[]
}

/** The department's table, ready for any writer. */
export function summaryTable({ store, templates }: Source, question: SummaryQuestion): SummaryTable {
  const { whole, damaged } = store.projects.readEach(store.projects.list({ deleted: false }).map(({ id }) => id))
  const entries = whole.map((project) => ({ ...entryOf(project), record: project.record }))
  const sum = rolledUp(templates, entries, question)
  return { layout: rollUpLayout(sum, question.by), projects: sum.total.projects, damaged }
}

const entryOf = ({ template, fiscalYear, record }: StoredProject): RollUpEntry =>
  toRollUpEntry(template, fiscalYear, record)

function rolledUp<Entry extends RollUpEntry>(
  templates: TemplateRegistry,
  entries: readonly Entry[],
  { by, year }: SummaryQuestion,
): RollUp<Entry> {
  const meant = year === '' ? entries : entries.filter((entry) => entry.year === year)
  const sum = rollUp(meant, by)
  if (by !== 'template') return sum
  return {
    ...sum,
    groups: sum.groups.map((group) => ({ ...group, name: templates.find(group.key)?.name ?? group.name })),
  }
}

/** Nothing filled in is nothing. */
const zero = (number: string): string => (number === '' ? '0.00' : number)

function filled({ projects, total, fiscal, special, other, unreadable }: Sum): Summary['total'] {
  return {
    projects,
    total: zero(total),
    fiscal: zero(fiscal),
    special: zero(special),
    other: zero(other),
    unreadable,
  }
}

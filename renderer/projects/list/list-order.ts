/** The orders of the list: names by pinyin and number, money by value, findings by the worst, times by themselves. */
import { severities } from '../../../shared/model/problem.ts'
import type { ProjectSummary } from '../../../shared/model/stored/projects.ts'
import { inNaturalOrder } from '../../../shared/values/text/natural-order.ts'
import { templateName } from './template-name.ts'

export type ListColumn = 'projectName' | 'unitName' | 'fiscalYear' | 'template' | 'total' | 'findings' | 'updatedAt'

/** null: as the store has them, by year, unit, form and position. */
export type ListOrder = { column: ListColumn; descending: boolean } | null

export const newestFirst: ListOrder = { column: 'updatedAt', descending: true }

type Compare = (one: ProjectSummary, other: ProjectSummary) => number

/** What a column of names is called in each row. */
const names: Partial<Record<ListColumn, (project: ProjectSummary) => string>> = {
  projectName: ({ projectName }) => projectName,
  unitName: ({ unitName }) => unitName,
  template: ({ template }) => templateName(template),
}

/** Digits in a fixed form need no language's order. */
const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
const money = ({ total }: ProjectSummary): number => Number(total || '-1')

const comparisons: Partial<Record<ListColumn, Compare>> = {
  fiscalYear: (one, other) => byText(one.fiscalYear, other.fiscalYear),
  total: (one, other) => money(one) - money(other),
  findings: (one, other) => {
    const worst = severities.map((severity) => one.findings[severity] - other.findings[severity])
    return worst.find((difference) => difference !== 0) ?? 0
  },
  updatedAt: (one, other) => byText(one.updatedAt, other.updatedAt),
}

export function inOrder(projects: readonly ProjectSummary[], order: ListOrder): readonly ProjectSummary[] {
  if (order === null) return projects
  const name = names[order.column]
  if (name) return inNaturalOrder(projects, name, order.descending)
  const compare = comparisons[order.column]
  if (!compare) return projects
  return projects.toSorted(order.descending ? (one, other) => compare(other, one) : compare)
}

/** What pressing the head of a column makes of the order: upwards, downwards, as the store has them. */
export function nextOrder(order: ListOrder, column: ListColumn): ListOrder {
  if (order?.column !== column) return { column, descending: false }
  return order.descending ? null : { column, descending: true }
}

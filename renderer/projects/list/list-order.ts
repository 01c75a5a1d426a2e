/** The orders of the list: names by pinyin, money by value, findings by the worst, times by themselves. */
import { severities } from './severities.ts'
import type { ProjectSummary } from '../../../shared/ipc/projects.ts'
import { templateName } from './template-name.ts'

export type ListColumn = 'projectName' | 'unitName' | 'year' | 'template' | 'total' | 'findings' | 'updatedAt'

/** null: as the store has them, by year, unit, form and position. */
export type ListOrder = { column: ListColumn; descending: boolean } | null

export const newestFirst: ListOrder = { column: 'updatedAt', descending: true }

type Compare = (one: ProjectSummary, other: ProjectSummary) => number

const collator = new Intl.Collator('zh-CN-u-co-pinyin')
/** Digits in a fixed form need no language's order. */
const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
const money = ({ total }: ProjectSummary): number => Number(total || '-1')

const comparisons: Record<ListColumn, Compare> = {
  projectName: (one, other) => collator.compare(one.projectName, other.projectName),
  unitName: (one, other) => collator.compare(one.unitName, other.unitName),
  year: (one, other) => byText(one.year, other.year),
  template: (one, other) => collator.compare(templateName(one.template), templateName(other.template)),
  total: (one, other) => money(one) - money(other),
  findings: (one, other) => {
    const worst = severities.map((severity) => one.findings[severity] - other.findings[severity])
    return worst.find((difference) => difference !== 0) ?? 0
  },
  updatedAt: (one, other) => byText(one.updatedAt, other.updatedAt),
}

export function inOrder(projects: readonly ProjectSummary[], order: ListOrder): readonly ProjectSummary[] {
  if (order === null) return projects
  const compare = comparisons[order.column]
  return projects.toSorted(order.descending ? (one, other) => compare(other, one) : compare)
}

/** What pressing the head of a column makes of the order: upwards, downwards, as the store has them. */
export function nextOrder(order: ListOrder, column: ListColumn): ListOrder {
  if (order?.column !== column) return { column, descending: false }
  return order.descending ? null : { column, descending: true }
}

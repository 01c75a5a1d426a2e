/**
 * 年度主要任务 of a unit's overall form: tasks as rows, their amounts in columns, a last row that sums them up. The tasks are
 * kept as lines of one text in `extra`, the sums are the unit's funds.
 */
import { taskHeadings, taskSums } from '../../templates/common-labels.ts'
import { addExtra, addText } from './form-fields.ts'
import { currencyIn, extraKey } from '../words/labels.ts'
import { rowText } from './small-table.ts'
import type { HeaderContext } from '../lines/tokens.ts'
import type { ViewCell } from '../lines/view.ts'
import { walk } from '../../values/text/walk.ts'

const headings = new Set(taskHeadings)
const sums = new Set(taskSums)
const amountIds = ['funding.total', 'funding.fiscal', 'funding.other'] as const

/** Answers how many rows from `lines[index]` the task list takes; 0 where none begins. */
export function readTasks(context: HeaderContext, lines: readonly ViewCell[][], index: number): number {
  const head = lines[index] ?? []
  if (head.length < 2 || !head.some((cell) => headings.has(cell.label))) return 0
  for (const cell of head) context.fields.currency ||= currencyIn(cell.label)
  const side = head.find((cell) => cell.field === 'group')
  let heads: readonly ViewCell[] = head
  const tasks: string[] = []
  let isSummed = false
  const end = walk(index + 1, lines.length, (at) => {
    const line = lines[at] ?? []
    const [first, ...rest] = line
    if (isSummed || !first || line.some((cell) => cell.field?.startsWith('goal.'))) return null
    if (sums.has(first.label)) {
      rest
        .slice(0, 3)
        .forEach((cell, place) => addText(context.fields, amountIds[place] ?? 'extra', first.text, cell.text, first))
      isSummed = true
      return at + 1
    }
    const isHeading =
      tasks.length === 0 && line.every((cell) => cell.label !== '' && !/\d/u.test(cell.label)) && line.length <= 4
    if (isHeading && line.every((cell) => /额|拨款|资金|小计/u.test(cell.label))) heads = withSubHeads(head, line)
    else tasks.push(rowText(context.view, heads, line))
    return at + 1
  })
  addExtra(context.fields.extra, extraKey(side?.text ?? '年度主要任务'), tasks.join('\n'))
  return end - index
}

/** Headings below a group (总额, 财政拨款 under 预算金额) in its place. */
function withSubHeads(head: readonly ViewCell[], subs: readonly ViewCell[]): ViewCell[] {
  const isGroup = (cell: ViewCell, next: ViewCell | undefined) =>
    subs.some((sub) => sub.column >= cell.column && sub.column < (next?.column ?? Infinity))
  return [...head.filter((cell, index) => !isGroup(cell, head[index + 1])), ...subs].toSorted(
    (a, b) => a.column - b.column,
  )
}

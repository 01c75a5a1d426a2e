/**
 * What the editor computes when asked to: totals from their parts, the payment plan, the usual choices of blank cells.
 * On a list form for the selected projects; each is one step of undo.
 */
import { say, sayWarning } from '../../shell/notify.ts'
import { fundingBlocks, fundingSum, withFundingSum } from '../../../shared/rules/funding-sum.ts'
import { withPlan } from '../../../shared/rules/plan-fill.ts'
import type { HabitRow } from '../../../shared/library/usual-choices.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import { itemKind, selectedItems } from './rows/row-commands.ts'
import { isSingleCell, rangeOf } from '../grid/selection.ts'
import { commitCell } from './sheet-commands.ts'
import type { SheetView } from '../view/sheet-view.ts'
import { fillUsual, hasUsualFields } from './usual-fill.ts'

/** Whether one of the records meant has a total to be taken from its parts. */
export const canSumTotals = (view: SheetView): boolean =>
  meantRecords(view).some((record) => fundingBlocks.some((block) => fundingSum(view.template, record, block)?.isOff))

export function sumTotals(view: SheetView): void {
  const meant = new Set(meantRecords(view))
  view.change('一键合计', (records) =>
    records.map((record) =>
      meant.has(record)
        ? fundingBlocks.reduce((summed, block) => withFundingSum(view.template, summed, block), record)
        : record,
    ),
  )
}

export const canFillPlan = (view: SheetView): boolean =>
  meantRecords(view).some((record) => withPlan(view.template, record) !== record)

export function fillPlan(view: SheetView): void {
  const meant = new Set(meantRecords(view))
  view.change('填支出计划', (records) =>
    records.map((record) => (meant.has(record) ? withPlan(view.template, record) : record)),
  )
}

export const canFillUsual = (view: SheetView): boolean => hasUsualFields(view.template)

/** Blank 依据, 赋分规则, 佐证资料 of the selected rows; of the whole table while only one cell is selected. */
export function fillUsualChoices(view: SheetView, unitRows: readonly HabitRow[]): void {
  commitCell(view)
  const { sheet, selection } = view.state.getState()
  const items = selection.wholeRows || !isSingleCell(sheet, rangeOf(sheet, selection)) ? selectedItems(view) : null
  const filled = fillUsual(
    view,
    unitRows,
    (index) => !items || (index >= items.first && index < items.first + items.count),
  )
  if (filled > 0) say(`按习惯填了 ${filled} 格，已填的没有改动；Ctrl+Z 可撤销。`)
  else sayWarning('没有可填的空格：二级指标和指标值都填了、又知道常用选项的行才会填。')
}

/** The records a command on money means: the selected projects of a list form, else the one of the table. */
function meantRecords(view: SheetView): ProjectRecord[] {
  const records = view.records()
  if (itemKind(view) !== 'record') return records.slice(0, 1)
  const items = selectedItems(view)
  return items ? records.slice(items.first, items.first + items.count) : [...records]
}

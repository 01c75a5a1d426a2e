/** The one-click corrections of 问题 (shared/rules/fix.ts), for every row of a merged cell at once, as one step of undo. */
import { applyFix, findFix } from '../../../../shared/rules/fix.ts'
import { commitCell } from '../../commands/sheet-commands.ts'
import { fieldName, fieldNames } from '../field-names.ts'
import type { ListedProblem } from './problem-list.ts'
import { changeRecord } from '../../commands/record-change.ts'
import type { SheetView } from '../../view/sheet-view.ts'

/** What the button says: 改为 113.00; null where a person has to decide. */
export function fixLabel(view: SheetView, { problem }: ListedProblem): string | null {
  const record = view.records()[problem.record]
  const fix = record && findFix(view.template, record, problem)
  if (!fix) return null
  const isElsewhere = fix.path !== problem.path
  const names = fieldNames(view.state.getState().sheet.layout)
  const field = isElsewhere ? fieldName(fix.path, names) : ''
  return `${field}改为“${fix.text}”`
}

export function fixProblem(view: SheetView, listed: ListedProblem): void {
  const label = fixLabel(view, listed)
  if (label === null) return
  commitCell(view)
  const { problem, more } = listed
  changeRecord(view, `改正：${label}`, problem.record, (record) =>
    [problem, ...more].reduce((changed, one) => {
      const fix = findFix(view.template, changed, one)
      return fix ? applyFix(changed, fix) : changed
    }, record),
  )
}

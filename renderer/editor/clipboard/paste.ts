/** Pasted rows onto the sheet, as paste-plan.ts plans it: one step of undo, and the selection over what was pasted. */
import type { PastedRows } from './read/clipboard.ts'
import { planPaste } from './paste-plan.ts'
import type { MovedContent, PasteOutcome, PastePlan, PasteTarget } from './paste-plan.ts'
import { levelRows, writtenRange } from '../commands/rows/level-rows.ts'
import { commitCell } from '../commands/sheet-commands.ts'
import type { SheetView } from '../view/sheet-view.ts'

export function pasteRows(view: SheetView, given: PastedRows, moved?: MovedContent): PasteOutcome {
  const target = pasteTarget(view)
  return carryOut(view, planPaste(target, view.state.getState().sheet, given, moved), moved?.label)
}

/** Where a paste would go now. The text of an open cell is taken in first. */
export function pasteTarget(view: SheetView): PasteTarget {
  commitCell(view)
  return {
    template: view.template,
    records: view.records(),
    range: writtenRange(view),
    isOwnRow: view.state.getState().selection.wholeRows === true || levelRows(view) !== null,
  }
}

export function carryOut(view: SheetView, { records, outcome, selected }: PastePlan, label = '粘贴'): PasteOutcome {
  const isMade = view.change(label, () => records)
  if (!isMade && view.editor.state.getState().refused) return { placed: 0, unplaced: 0, addedRows: 0 }
  if (selected) {
    const { from, to } = selected
    const lastRow = Math.min(view.state.getState().sheet.owners.rows - 1, to.row)
    view.state.setState({ selection: { anchor: from, focus: { row: Math.max(from.row, lastRow), column: to.column } } })
  }
  return outcome
}

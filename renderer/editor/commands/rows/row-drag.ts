/** Where dragged rows would go: pure; the gesture itself is in use-row-drag.ts. */
import { itemCount, selectedItems } from './row-commands.ts'
import { endsOf } from '../../grid/selection.ts'
import { itemRows } from '../../grid/row-items.ts'
import type { ItemRow } from '../../grid/row-items.ts'
import type { SheetView } from '../../view/sheet-view.ts'

export interface DropPlace {
  /** The rows go before this item; the count of items: behind the last. */
  before: number
  /** The line that shows it stands above this row of the sheet. */
  lineRow: number
}

/** Whether the handle at this row belongs to selected rows that can be dragged. */
export function canDragRow(view: SheetView, row: number): boolean {
  const { selection } = view.state.getState()
  const { anchor, focus } = endsOf(selection)
  const [top, bottom] = [anchor.row, focus.row].toSorted((one, other) => one - other)
  if (selection.wholeRows !== true || top === undefined || bottom === undefined || row < top || row > bottom)
    return false
  return (selectedItems(view)?.count ?? 0) > 0
}

/** For the pointer over a row, in its upper or lower half; null where dropping would change nothing. */
export function dropPlace(view: SheetView, row: number, inLowerHalf: boolean): DropPlace | null {
  const selected = selectedItems(view)
  if (!selected) return null
  const { of, first, count } = selected
  const rows = itemRows(view.state.getState().sheet, of, itemCount(view, of)).filter((one) => one.first < one.end)
  const place = placeAmong(rows, row, inLowerHalf)
  return !place || (place.before >= first && place.before <= first + count) ? null : place
}

/** Before or behind the row under the pointer; above the rows means to their start, below them to their end. */
export function placeAmong(rows: readonly ItemRow[], row: number, inLowerHalf: boolean): DropPlace | null {
  const [top, bottom] = [rows[0], rows.at(-1)]
  if (!top || !bottom) return null
  const at = rows.find((one) => one.row === row)
  if (at) return { before: inLowerHalf ? at.end : at.first, lineRow: inLowerHalf ? row + 1 : row }
  return row < top.row ? { before: top.first, lineRow: top.row } : { before: bottom.end, lineRow: bottom.row + 1 }
}

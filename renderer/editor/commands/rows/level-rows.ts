/**
 * Which rows a text written at the cursor is meant for. A merged level cell is one cell and counts for all its rows,
 * except: rows chosen by the command 改所选行的级别 (`rowsAlone`) or selected as whole rows, and a row that was just added
 * (fresh-row.ts). Keys, mouse and clipboard ask here.
 */
import { kinds } from '../../../../shared/values/kinds.ts'
import type { LayoutCell } from '../../../../shared/layout/layout.ts'
import { isFreshRow } from './fresh-row.ts'
import { endsOf, rangeOf, selectOnly } from '../../grid/selection.ts'
import type { Range } from '../../grid/selection.ts'
import { cellAt } from '../../grid/sheet-map.ts'
import type { Position } from '../../grid/sheet-map.ts'
import type { SheetView } from '../../view/sheet-view.ts'

export type Rows = Pick<Range, 'row' | 'lastRow'>

export const isLevelCell = (cell: LayoutCell | undefined): boolean =>
  cell?.role === 'input' && cell.binding !== undefined && kinds[cell.binding.kind].level

/** The rows of the cursor's level cell that are meant, where the cell itself does not say it; else null. */
export function levelRows(view: SheetView): Rows | null {
  const { sheet, selection } = view.state.getState()
  const { anchor } = selection
  const { anchor: from, focus } = selection.wholeRows ? endsOf(selection) : selection
  const cell = cellAt(sheet, anchor)
  if (!cell || !isLevelCell(cell)) return null
  const chosen = { row: Math.min(from.row, focus.row), lastRow: Math.max(from.row, focus.row) }
  if (selection.rowsAlone) return chosen
  if (cell.rowSpan === 1) return clearedRows(view, cell)
  if (selection.wholeRows)
    return { row: Math.max(cell.row, chosen.row), lastRow: Math.min(cell.row + cell.rowSpan - 1, chosen.lastRow) }
  const isOne = cellAt(sheet, focus) === cell && isFreshRow(view, anchor.row)
  return isOne ? { row: anchor.row, lastRow: anchor.row } : null
}

/** From the first of the rows a cleared merged level fell apart into: all of them, as long as none of them has a text. */
function clearedRows(view: SheetView, cell: LayoutCell): Rows | null {
  const { sheet, cleared, selection } = view.state.getState()
  const isFirst = cleared && cleared.row === cell.row && cleared.column === cell.column
  if (!isFirst || selection.wholeRows || cellAt(sheet, selection.focus) !== cell) return null
  const { row, lastRow, column } = cleared
  for (let at = row; at <= lastRow; at++) {
    const one = cellAt(sheet, { row: at, column })
    if (!one || !isLevelCell(one) || one.text !== '') return null
  }
  return { row, lastRow }
}

/** Where a text typed into the active cell goes, when that is not simply the cell; else null. */
export function typedRange(view: SheetView): Range | null {
  const { sheet, selection } = view.state.getState()
  const rows = levelRows(view)
  return rows && { ...rangeOf(sheet, selectOnly(selection.anchor)), ...rows }
}

/** The cells that a text written over the selection goes to: cleared, filled, pasted. */
export function writtenRange(view: SheetView): Range {
  const { sheet, selection } = view.state.getState()
  return (selection.wholeRows ? null : typedRange(view)) ?? rangeOf(sheet, selection)
}

/** The row a click into a cell means: a row just added that is under the pointer is its own, as it is for the arrow keys. */
export function clickedRow(view: SheetView, at: Position, pointed: number | null): number {
  const cell = cellAt(view.state.getState().sheet, at)
  if (!cell || pointed === null || cell.rowSpan === 1 || !isLevelCell(cell)) return at.row
  const isInside = pointed >= cell.row && pointed < cell.row + cell.rowSpan
  return isInside && isFreshRow(view, pointed) ? pointed : at.row
}

/**
 * 改所选行的级别: another 一级 or 二级 for some rows of a merged group, and not for the group. The cursor goes into the level
 * cell of these rows alone, with the choices open; what is chosen there is written by level-writes.ts.
 */
import type { LayoutCell } from '../../../../shared/layout/layout.ts'
import { isLevelCell } from './level-rows.ts'
import { rowsOfSelection } from '../../grid/row-items.ts'
import { selectedItems } from './row-commands.ts'
import { cellAt } from '../../grid/sheet-map.ts'
import { beginEditing, commitCell, showList } from '../sheet-commands.ts'
import type { SheetView } from '../../view/sheet-view.ts'

/** Where the selection touches rows of indicators, with levels of their own. */
export const canChangeLevel = (view: SheetView): boolean => levelPlace(view) !== null

export function changeLevel(view: SheetView): void {
  commitCell(view)
  const place = levelPlace(view)
  if (!place) return
  const { row, lastRow, column } = place
  view.state.setState({ selection: { anchor: { row, column }, focus: { row: lastRow, column }, rowsAlone: true } })
  if (beginEditing(view, 'editing')) showList(view, true)
}

/** The rows of indicators selected, and the level column meant: that of the cursor, else the second level. */
function levelPlace(view: SheetView): { row: number; lastRow: number; column: number } | null {
  const { sheet, selection } = view.state.getState()
  const items = selectedItems(view)
  if (items?.of !== 'indicator' || items.count === 0) return null
  const touched = rowsOfSelection(sheet, selection)
  const own = sheet.layout.rows.flatMap(({ item }, row) => (item?.of === 'indicator' ? [row] : []))
  const rows = own.filter((row) => row >= touched.row && row <= touched.lastRow)
  const [row, lastRow] = [rows[0], rows.at(-1)]
  if (row === undefined || lastRow === undefined) return null
  const active = selection.wholeRows ? undefined : cellAt(sheet, selection.anchor)
  const column = isLevelCell(active) ? active?.column : levelColumn(sheet.layout.cells, row)
  return column === undefined ? null : { row, lastRow, column }
}

const levelColumn = (cells: readonly LayoutCell[], row: number): number | undefined =>
  cells.findLast((cell) => isLevelCell(cell) && cell.row <= row && row < cell.row + cell.rowSpan)?.column

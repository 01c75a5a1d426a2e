/**
 * Cut content at its new place, taken away from the old one in the same step of undo. Whole rows move as they are, to
 * above the row of the cursor, as a spreadsheet inserts cut rows. Where a text would find no place the source stays.
 */
import type { Records } from '../../../shared/layout/edit.ts'
import { selectedItems } from '../commands/rows/row-commands.ts'
import { moveItemsTo } from '../commands/rows/row-moves.ts'
import { commitCell } from '../commands/sheet-commands.ts'
import { isSingleCell, rangeOf, selectOnly, selectRows } from '../grid/selection.ts'
import { cellAt } from '../grid/sheet-map.ts'
import { activeCell } from '../view/sheet-view.ts'
import type { SheetView } from '../view/sheet-view.ts'
import type { PastedRows } from './read/clipboard.ts'
import { cutCells, giveUpCut } from './cut.ts'
import type { Cut } from './cut.ts'
import { pasteRows } from './paste.ts'
import type { PasteOutcome } from './paste-plan.ts'

const label = '剪切并粘贴'

/** Cut rows to above or below the selected rows; false where no rows of this view are cut. `null`: no row is selected. */
export function pasteCutRows(view: SheetView, where: 'above' | 'below'): boolean | null {
  commitCell(view)
  const { cut } = cutCells.getState()
  if (cut?.view !== view || !cut.areRows) return false
  const at = selectedItems(view)
  if (!at) return null
  giveUpCut()
  view.state.setState(({ sheet }) => ({ selection: selectRows(sheet, cut.range.row, cut.range.lastRow) }))
  moveItemsTo(view, where === 'above' ? at.first : at.first + at.count, label)
  return true
}

/** Cut cells with the top left one on the active cell, however much is selected. */
export function pasteCutCells(view: SheetView, cut: Cut, rows: PastedRows): PasteOutcome {
  const { sheet, selection } = view.state.getState()
  const range = rangeOf(sheet, selection)
  const isSamePlace = range.row === cut.range.row && range.column === cut.range.column
  if (!isSingleCell(sheet, range)) view.state.setState({ selection: selectOnly(range) })
  giveUpCut()
  if (isSamePlace) return { placed: rows.flat().length, unplaced: 0, addedRows: 0 }
  if (movePacked(view, cut)) return { placed: 1, unplaced: 0, addedRows: 0 }
  return pasteRows(view, rows, { label, clearing: cut.clearing })
}

/** A packed cell holds more than its text says (依据, 分值 …): the indicators themselves go to the other project. */
function movePacked(view: SheetView, cut: Cut): boolean {
  const { sheet } = view.state.getState()
  const [from, to] = [cellAt(sheet, cut.range), activeCell(view)].map((cell) =>
    cell?.binding?.kind === 'indicator-list' ? cell.binding.record : undefined,
  )
  const records = view.records()
  if (!isSingleCell(sheet, cut.range) || typeof from !== 'number' || typeof to !== 'number') return false
  const source = records[from]
  if (!source || !records[to]) return false
  const moved = (all: Records) =>
    all.map((record, index) =>
      index === to
        ? { ...record, indicators: source.indicators }
        : index === from
          ? { ...record, indicators: [] }
          : record,
    )
  return view.change(label, moved)
}

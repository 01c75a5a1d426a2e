/**
 * The fill handle: a selection dragged by its corner is repeated over the cells it is dragged to, in one direction. Rows
 * and columns of the source repeat as a pattern; texts are copied as they are. Read-only cells take nothing.
 */
import type { CellWrite } from './cell-writes.ts'
import { writeAtRow } from './cell-writes.ts'
import { extendTo, rangeOf, selectOnly } from '../grid/selection.ts'
import type { Range } from '../grid/selection.ts'
import { commitCell, write } from './sheet-commands.ts'
import { cellAt, isInput } from '../grid/sheet-map.ts'
import type { Position, SheetMap } from '../grid/sheet-map.ts'
import { fieldText } from '../view/sheet-view.ts'
import type { SheetView } from '../view/sheet-view.ts'

/**
 * Source and target together when the corner is dragged to a position: grown the farther way, down or up or right or
 * left, over whole merged cells. null: the position is inside the source.
 */
export function fillTarget(sheet: SheetMap, source: Range, to: Position): Range | null {
  const rows = Math.max(source.row - to.row, to.row - source.lastRow, 0)
  const columns = Math.max(source.column - to.column, to.column - source.lastColumn, 0)
  if (rows === 0 && columns === 0) return null
  const byRows = rows >= columns
  const from = { row: source.row, column: source.column }
  const end = { row: source.lastRow, column: source.lastColumn }
  const [first, last] = byRows
    ? [
        { ...from, row: Math.min(from.row, to.row) },
        { ...end, row: Math.max(end.row, to.row) },
      ]
    : [
        { ...from, column: Math.min(from.column, to.column) },
        { ...end, column: Math.max(end.column, to.column) },
      ]
  return rangeOf(sheet, extendTo(selectOnly(first), last))
}

/** Copies the source over the rest of the target, as one change; the target is selected after. */
export function fillOver(view: SheetView, source: Range, target: Range): boolean {
  commitCell(view)
  const { sheet } = view.state.getState()
  const writes: CellWrite[] = []
  for (let row = target.row; row <= target.lastRow; row++) {
    for (let column = target.column; column <= target.lastColumn; column++) {
      const cell = cellAt(sheet, { row, column })
      const from = patternAt(source, { row, column })
      const origin = cellAt(sheet, from)
      const isDrawnHere = cell?.column === column
      if (!isInput(cell) || !isInput(origin) || cell === origin || !isDrawnHere) continue
      if (row > cell.row && cell.binding?.alsoPaths.length === 0) continue
      const one = writeAtRow(sheet, cell, row, fieldText(view, origin, from.row))
      if (one) writes.push(one)
    }
  }
  const filled = write(view, '拖动填充', writes)
  view.state.setState({ selection: extendTo(selectOnly(cornerOf(target)), endOf(target)) })
  return filled
}

const cornerOf = ({ row, column }: Range): Position => ({ row, column })
const endOf = ({ lastRow, lastColumn }: Range): Position => ({ row: lastRow, column: lastColumn })

/** The remainder that is never negative. */
const turn = (value: number, count: number): number => ((value % count) + count) % count

/** The place in the source that a place outside it repeats. */
function patternAt(source: Range, { row, column }: Position): Position {
  const height = source.lastRow - source.row + 1
  const width = source.lastColumn - source.column + 1
  return {
    row: source.row + turn(row - source.row, height),
    column: source.column + turn(column - source.column, width),
  }
}

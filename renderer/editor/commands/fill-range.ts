/**
 * The fill handle: a selection dragged by its corner is repeated over the cells it is dragged to, in one direction. Rows
 * and columns of the source repeat as a pattern; texts are copied as they are. Read-only cells take nothing.
 */
import type { LayoutCell } from '../../../shared/layout/layout.ts'
import type { CellWrite } from './cell-writes.ts'
import { writeAtRow } from './cell-writes.ts'
import { extendTo, rangeOf, selectOnly } from '../grid/selection.ts'
import type { Range } from '../grid/selection.ts'
import { commitCell, write } from './sheet-commands.ts'
import { cellAt, isInput } from '../grid/sheet-map.ts'
import type { Position, SheetMap } from '../grid/sheet-map.ts'
import { carriedText } from '../view/sheet-view.ts'
import type { SheetView } from '../view/sheet-view.ts'

/** What a drag of the corner would fill: source and target together, and which way it goes. */
export interface FillTarget {
  range: Range
  way: 'rows' | 'columns'
}

/**
 * When the corner is dragged to a position: grown the farther way, down or up or right or left, over whole merged cells
 * on this way, never to the side. null: the position is inside the source.
 */
export function fillTarget(sheet: SheetMap, source: Range, to: Position): FillTarget | null {
  const rows = Math.max(source.row - to.row, to.row - source.lastRow, 0)
  const columns = Math.max(source.column - to.column, to.column - source.lastColumn, 0)
  if (rows === 0 && columns === 0) return null
  const way = rows >= columns ? 'rows' : 'columns'
  const range =
    way === 'rows'
      ? { ...source, row: Math.min(source.row, to.row), lastRow: Math.max(source.lastRow, to.row) }
      : { ...source, column: Math.min(source.column, to.column), lastColumn: Math.max(source.lastColumn, to.column) }
  return { range: grownOneWay(sheet, range, way), way }
}

function grownOneWay(sheet: SheetMap, range: Range, way: FillTarget['way']): Range {
  const whole = rangeOf(sheet, extendTo(selectOnly(cornerOf(range)), endOf(range)))
  return way === 'rows'
    ? { ...range, row: whole.row, lastRow: whole.lastRow }
    : { ...range, column: whole.column, lastColumn: whole.lastColumn }
}

/** Copies the source over the rest of the target, as one change; the target is selected after. Wider (or higher) cells than the source take nothing. */
export function fillOver(view: SheetView, source: Range, { range: target, way }: FillTarget): boolean {
  commitCell(view)
  const { sheet } = view.state.getState()
  const writes: CellWrite[] = []
  for (let row = target.row; row <= target.lastRow; row++) {
    for (let column = target.column; column <= target.lastColumn; column++) {
      const cell = cellAt(sheet, { row, column })
      const from = patternAt(source, { row, column })
      const origin = cellAt(sheet, from)
      const isDrawnHere = cell?.column === column
      if (!isInput(cell) || !isInput(origin) || cell === origin || !isDrawnHere || !isAlong(source, cell, way)) continue
      if (row > cell.row && cell.binding?.alsoPaths.length === 0) continue
      const one = writeAtRow(sheet, cell, row, carriedText(view, origin, from.row))
      if (one) writes.push(one)
    }
  }
  const filled = write(view, '拖动填充', writes)
  view.state.setState({ selection: extendTo(selectOnly(cornerOf(target)), endOf(target)) })
  return filled
}

/** Whether a cell stands in the columns (rows) that the source has, and does not reach out of them. */
const isAlong = (source: Range, cell: LayoutCell, way: FillTarget['way']): boolean =>
  way === 'rows'
    ? cell.column >= source.column && cell.column + cell.colSpan - 1 <= source.lastColumn
    : cell.row >= source.row && cell.row + cell.rowSpan - 1 <= source.lastRow

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

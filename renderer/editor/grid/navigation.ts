/**
 * Where the cursor goes: arrows move over merged cells as one, Tab walks the input cells in reading order, Home and End
 * stay in the row. Pure functions from a position to a position; null from nextInput means the end was reached.
 */
import { extendTo, inputsIn, rangeOf, sameRange } from './selection.ts'
import type { Range, Selection } from './selection.ts'
import type { LayoutCell } from '../../../shared/layout/layout.ts'
import { cellAt, clampPosition, isInput, positionOf } from './sheet-map.ts'
import type { Position, SheetMap } from './sheet-map.ts'

export type Direction = 'up' | 'down' | 'left' | 'right'

const isSamePlace = (one: Position, other: Position): boolean => one.row === other.row && one.column === other.column

/** One step over the cell at the position; at the edge of the sheet the position stays. */
export function step(sheet: SheetMap, from: Position, direction: Direction): Position {
  const cell = cellAt(sheet, from)
  const block = cell ?? { row: from.row, column: from.column, rowSpan: 1, colSpan: 1 }
  const target = {
    up: { row: block.row - 1, column: from.column },
    down: { row: block.row + block.rowSpan, column: from.column },
    left: { row: from.row, column: block.column - 1 },
    right: { row: from.row, column: block.column + block.colSpan },
  }[direction]
  const outside = cellAt(sheet, target) === undefined
  return outside ? from : target
}

/**
 * Ctrl+arrow, as in a spreadsheet: over filled cells to the last before a blank one, over blank cells to the next filled
 * one, else to the edge of the sheet.
 */
export function jump(sheet: SheetMap, from: Position, direction: Direction): Position {
  const isFilled = (position: Position) => cellAt(sheet, position)?.text.trim() !== ''
  let at = step(sheet, from, direction)
  const alongFilled = isFilled(from) && isFilled(at)
  for (;;) {
    const next = step(sheet, at, direction)
    if (isSamePlace(next, at) || (alongFilled ? !isFilled(next) : isFilled(at))) return at
    at = next
  }
}

/**
 * The far end of a range after one more Shift+arrow: steps on until the range itself changes, for a range that has grown
 * over a merged cell holds the next positions already.
 */
export function extendStep(sheet: SheetMap, selection: Selection, direction: Direction): Position {
  const before = rangeOf(sheet, selection)
  let focus = selection.focus
  for (;;) {
    const next = step(sheet, focus, direction)
    if (isSamePlace(next, focus)) return selection.focus
    focus = next
    if (!sameRange(rangeOf(sheet, extendTo(selection, focus)), before)) return focus
  }
}

/** The input cell after (1) or before (-1) the position in reading order. */
export function nextInput(sheet: SheetMap, from: Position, by: 1 | -1): Position | null {
  const inputs = sheet.layout.cells.filter(isInput)
  const current = cellAt(sheet, from)
  const here = current ? positionOf(current) : from
  const isInside = current !== undefined && from.row > here.row
  const beside = by === 1 ? isInside && inputRight(sheet, from.row, current) : inputLeft(sheet, from.row, here.column)
  if (beside) return beside
  if (by === -1 && isInside) return inputLeft(sheet, from.row - 1, sheet.owners.columns)
  const isBeyond = (position: Position) => by * (position.row - here.row || position.column - here.column) > 0
  const found = (by === 1 ? inputs : inputs.toReversed()).find((cell) => isBeyond(positionOf(cell)))
  return found ? positionOf(found) : null
}

/**
 * The input cell of a range after (1) or before (-1) the position, down its columns or along its rows, from the end to
 * the start again; null where there is no other.
 */
export function nextInRange(
  sheet: SheetMap,
  range: Range,
  from: Position,
  by: 1 | -1,
  order: 'columns' | 'rows',
): Position | null {
  const inputs = inputsIn(sheet, range).toSorted((one, other) =>
    order === 'rows'
      ? one.row - other.row || one.column - other.column
      : one.column - other.column || one.row - other.row,
  )
  if (inputs.length < 2) return null
  const current = cellAt(sheet, from)
  const at = inputs.findIndex((cell) => cell === current)
  const next = inputs.at(at < 0 ? 0 : (at + by) % inputs.length)
  return next ? { row: Math.max(next.row, range.row), column: next.column } : null
}

/** Enter: the input cell below (above) in the column, past labels; where there is none, the next cell. */
export function nextInColumn(sheet: SheetMap, from: Position, direction: 'up' | 'down'): Position {
  let at = step(sheet, from, direction)
  for (;;) {
    if (isInput(cellAt(sheet, at))) return at
    const next = step(sheet, at, direction)
    if (isSamePlace(next, at)) return step(sheet, from, direction)
    at = next
  }
}

/** From a row inside a merged cell Tab goes on in that row. */
function inputRight(sheet: SheetMap, row: number, current: LayoutCell): Position | null {
  for (let column = current.column + current.colSpan; column < sheet.owners.columns; column++) {
    if (isInput(cellAt(sheet, { row, column }))) return { row, column }
  }
  return null
}

/** Back in the row, also into a merged cell that began above: the row stays. */
function inputLeft(sheet: SheetMap, row: number, before: number): Position | null {
  for (let column = before - 1; column >= 0; column--) {
    const cell = cellAt(sheet, { row, column })
    if (isInput(cell)) return { row, column: cell.column }
  }
  return null
}

/** Home and End: the first or last input cell that touches the row, else the row's edge. */
export function rowEdge(sheet: SheetMap, from: Position, edge: 'start' | 'end'): Position {
  const columns = sheet.layout.cells
    .filter((cell) => isInput(cell) && cell.row <= from.row && from.row < cell.row + cell.rowSpan)
    .map((cell) => cell.column)
  if (columns.length === 0) return { row: from.row, column: edge === 'start' ? 0 : sheet.owners.columns - 1 }
  return { row: from.row, column: edge === 'start' ? Math.min(...columns) : Math.max(...columns) }
}

/** Ctrl+Home and Ctrl+End: the first and last input cell of the sheet. */
export function sheetEdge(sheet: SheetMap, edge: 'start' | 'end'): Position {
  const inputs = sheet.layout.cells.filter(isInput)
  const cell = edge === 'start' ? inputs[0] : inputs.at(-1)
  return cell ? positionOf(cell) : clampPosition(sheet, { row: 0, column: 0 })
}

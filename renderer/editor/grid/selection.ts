/**
 * What is selected: the active cell (anchor) and the far end of the range (focus). A range grows until it cuts no merged
 * cell, as in a spreadsheet. Rows and columns from 0, ends included.
 */
import { kinds } from '../../../shared/values/kinds.ts'
import type { Binding, LayoutCell } from '../../../shared/layout/layout.ts'
import { cellAt, clampPosition, isInput } from './sheet-map.ts'
import type { Position, SheetMap } from './sheet-map.ts'

export interface Selection {
  anchor: Position
  focus: Position
  /** Whole rows are selected, those of `within`, exactly, also through merged cells; the active cell is one of theirs. */
  wholeRows?: true
  /** Of merged level cells only the rows between anchor and focus are meant (level-rows.ts). */
  rowsAlone?: true
  /** These rows are a level that was cleared: what is written next is this level again, and leaves the one above alone. */
  isCleared?: true
  /** Enter and Tab walk inside this range, which stays selected; anchor and focus are the active cell then. */
  within?: Ends
  /** Where a row of Tabs began: Enter goes to the cell below it. */
  tabbedFrom?: Position
}

/** Two opposite corners. */
export interface Ends {
  anchor: Position
  focus: Position
}

export interface Range {
  row: number
  column: number
  lastRow: number
  lastColumn: number
}

export const selectOnly = (position: Position): Selection => ({ anchor: position, focus: position })

export const extendTo = (selection: Selection, focus: Position): Selection => ({ anchor: selection.anchor, focus })

export function selectAll(sheet: SheetMap): Selection {
  return {
    anchor: { row: 0, column: 0 },
    focus: { row: sheet.owners.rows - 1, column: sheet.owners.columns - 1 },
  }
}

/** Whole rows; what is typed goes into `active`, else into the first cell of the first row that is this row's alone. */
export function selectRows(sheet: SheetMap, first: number, last: number, active?: Position): Selection {
  const at = active ?? firstOwnInput(sheet, first)
  const within = { anchor: { row: first, column: 0 }, focus: { row: last, column: sheet.owners.columns - 1 } }
  return { ...selectOnly(at), within, wholeRows: true }
}

/** The first input cell that is the row's alone and no level, else the first input cell, else the first cell. */
function firstOwnInput(sheet: SheetMap, row: number): Position {
  const inRow = sheet.layout.cells.filter((cell) => cell.row === row && isInput(cell))
  const cell = inRow.find(({ rowSpan, binding }) => rowSpan === 1 && binding && !isLevel(binding))
  return { row, column: (cell ?? inRow[0])?.column ?? 0 }
}

const isLevel = ({ kind }: Binding): boolean => kinds[kind].level

/** The rows between both ends, whole; the active cell stays where it is one of theirs. */
export function wholeRowsOf(sheet: SheetMap, selection: Selection): Selection {
  const { anchor, focus } = endsOf(selection)
  const isMerged = (cellAt(sheet, selection.anchor)?.rowSpan ?? 1) > 1 // it belongs to other rows too
  const active = isMerged ? undefined : selection.anchor
  return selectRows(sheet, Math.min(anchor.row, focus.row), Math.max(anchor.row, focus.row), active)
}

export const endsOf = ({ anchor, focus, within }: Selection): Ends => within ?? { anchor, focus }

export function clampSelection(sheet: SheetMap, { within, ...selection }: Selection): Selection {
  return { ...selection, ...clampEnds(sheet, selection), ...(within && { within: clampEnds(sheet, within) }) }
}

const clampEnds = (sheet: SheetMap, { anchor, focus }: Ends): Ends => ({
  anchor: clampPosition(sheet, anchor),
  focus: clampPosition(sheet, focus),
})

/** The rectangle from anchor to focus, grown over every merged cell it touches. */
export function rangeOf(sheet: SheetMap, selection: Selection): Range {
  const { wholeRows, rowsAlone } = selection
  const { anchor, focus } = endsOf(selection)
  let range: Range = {
    row: Math.min(anchor.row, focus.row),
    column: Math.min(anchor.column, focus.column),
    lastRow: Math.max(anchor.row, focus.row),
    lastColumn: Math.max(anchor.column, focus.column),
  }
  if (wholeRows || rowsAlone) return range
  for (;;) {
    const grown = growOnce(sheet, range)
    if (sameRange(grown, range)) return range
    range = grown
  }
}

function growOnce(sheet: SheetMap, range: Range): Range {
  const grown = { ...range }
  for (const cell of cellsIn(sheet, range)) {
    grown.row = Math.min(grown.row, cell.row)
    grown.column = Math.min(grown.column, cell.column)
    grown.lastRow = Math.max(grown.lastRow, cell.row + cell.rowSpan - 1)
    grown.lastColumn = Math.max(grown.lastColumn, cell.column + cell.colSpan - 1)
  }
  return grown
}

export const sameRange = (one: Range, other: Range): boolean =>
  one.row === other.row &&
  one.column === other.column &&
  one.lastRow === other.lastRow &&
  one.lastColumn === other.lastColumn

/** The cells of a range in reading order, each once. */
export function cellsIn(sheet: SheetMap, range: Range): LayoutCell[] {
  const found = new Set<LayoutCell>()
  for (let row = range.row; row <= range.lastRow; row++) {
    for (let column = range.column; column <= range.lastColumn; column++) {
      const cell = cellAt(sheet, { row, column })
      if (cell) found.add(cell)
    }
  }
  return [...found]
}

export const inputsIn = (sheet: SheetMap, range: Range): LayoutCell[] => cellsIn(sheet, range).filter(isInput)

export const isSingleCell = (sheet: SheetMap, range: Range): boolean => cellsIn(sheet, range).length <= 1

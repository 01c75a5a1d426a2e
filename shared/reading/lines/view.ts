/**
 * A grid as the reader looks at it: only cells with text, cleaned, row by row, and who owns each position. Made once a
 * grid. Positions are those of the grid; a grid declared far larger than its text is cut to what holds text.
 */
import type { FieldId, IndicatorFieldId } from '../../templates/common-labels.ts'
import { normalizeLabel } from '../../values/text/normalize.ts'
import { ownerAt, ownerMap } from '../../layout/grid.ts'
import type { Grid, OwnerMap, SpanCell } from '../../layout/grid.ts'
import { cleanText } from '../words/clean-text.ts'
import { columnFieldOf, fieldOf } from '../words/labels.ts'
import { remember } from '../words/remember.ts'

export interface ViewCell extends SpanCell {
  /** Cleaned text, never ''. */
  text: string
  /** Normalised for comparing with labels; '' where the text is too long for a label. */
  label: string
  /** The field the label names in a form's header, and in the heading of an indicator table; undefined for any other text. */
  field: FieldId | undefined
  heading: IndicatorFieldId | undefined
  hadTags: boolean
}

export interface View {
  rows: number
  columns: number
  hasSpans: boolean
  /** Cells that begin in each row, from left to right. */
  lines: ViewCell[][]
  /** The cell that owns a position; undefined where it is blank. */
  at: (row: number, column: number) => ViewCell | undefined
}

const longestLabel = 60
const mostPositions = 16_000_000

export function createView(grid: Grid): View {
  const cells: ViewCell[] = []
  let rows = 0
  let columns = 0
  for (const cell of grid.cells) {
    if (!(cell.row >= 0 && cell.column >= 0 && cell.rowSpan >= 1 && cell.colSpan >= 1)) continue
    const { text, hadTags } = cleanText(cell.text)
    if (text === '') continue
    const { row, column } = cell
    const word = wordOf(text)
    const view = {
      row,
      column,
      rowSpan: cell.rowSpan,
      colSpan: cell.colSpan,
      text,
      label: word.label,
      field: word.field,
      heading: word.heading,
      hadTags,
    }
    cells.push(view)
    rows = Math.max(rows, cell.row + 1)
    columns = Math.max(columns, cell.column + 1)
  }
  // A merge beyond the last text still counts (a level over blank rows), but not beyond the grid.
  for (const cell of cells) {
    columns = Math.min(Math.max(columns, cell.column + cell.colSpan), Math.max(columns, grid.columns))
    cell.rowSpan = Math.min(cell.rowSpan, rows - cell.row)
  }
  columns = Math.max(1, Math.min(columns, Math.floor(mostPositions / Math.max(1, rows)), 16_384))
  return index(rows, columns, grid.hasSpans, cells)
}

function index(rows: number, columns: number, hasSpans: boolean, cells: ViewCell[]): View {
  const inside = cells.filter((cell) => cell.column < columns)
  limitSpans(inside, rows * columns)
  const owners: OwnerMap = ownerMap(rows, columns, inside)
  const lines: ViewCell[][] = Array.from({ length: rows }, () => [])
  for (const cell of inside) lines[cell.row]?.push(cell)
  for (const line of lines) if (line.length > 1) line.sort((a, b) => a.column - b.column)
  return { rows, columns, hasSpans, lines, at: (row, column) => inside[ownerAt(owners, row, column)] }
}

/** Hostile files hold thousands of merges over everything: once they cover the grid many times, the rest count as single cells. */
function limitSpans(cells: ViewCell[], positions: number): void {
  let budget = 4 * positions + cells.length
  for (const cell of cells) {
    budget -= cell.rowSpan * Math.min(cell.colSpan, positions)
    if (budget < 0) Object.assign(cell, { rowSpan: 1, colSpan: 1 })
  }
}

/** What a text is as a label: looked up once, for a form repeats its own print in every file. */
const wordOf = remember((text: string): Pick<ViewCell, 'label' | 'field' | 'heading'> => {
  const normalized = text.length > longestLabel * 2 ? '' : normalizeLabel(text)
  const label = normalized.length > longestLabel ? '' : normalized
  return { label, field: fieldOf(label), heading: columnFieldOf(label) }
})

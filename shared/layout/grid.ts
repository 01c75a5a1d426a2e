/**
 * A grid of cells with spans: what a Layout is drawn on and what a file is read into. Rows and columns count from 0.
 * The owner map is the only truth about merges: every writer, reader and the editor derive from it.
 */
export interface SpanCell {
  row: number
  column: number
  rowSpan: number
  colSpan: number
}

/** A file's table as read, before anything is known about it. Cells in reading order; positions without a cell are blank. */
export interface Grid {
  source: { sheet: string; range: string }
  rows: number
  columns: number
  cells: GridCell[]
  /** Whether the file's format can express merged cells; without, a blank under a level means "as above". */
  hasSpans: boolean
  /** `own`: written by this program and not saved by another since; blanks are then exact. */
  origin: 'own' | 'foreign'
  /** Cells of which the file does not say what they show: formulas without a stored result. */
  unread?: UnreadCell[]
}

export interface UnreadCell {
  row: number
  column: number
  /** As the file names it: `D5`. */
  cell: string
}

export interface GridCell extends SpanCell {
  text: string
}

/** Index into `cells` of the cell that owns each position, row by row; -1 where none does. */
export interface OwnerMap {
  rows: number
  columns: number
  owner: Int32Array
}

/**
 * The owner map of cells on rows × columns. A span that leaves the grid is cut at its edge; where two cells claim a
 * position the earlier one keeps it (malformed files).
 */
export function ownerMap(rows: number, columns: number, cells: readonly SpanCell[]): OwnerMap {
  const owner = new Int32Array(rows * columns).fill(-1)
  cells.forEach((cell, index) => {
    const lastRow = Math.min(rows, cell.row + cell.rowSpan)
    const lastColumn = Math.min(columns, cell.column + cell.colSpan)
    for (let row = cell.row; row < lastRow; row++) {
      for (let column = cell.column; column < lastColumn; column++) {
        const position = row * columns + column
        if (owner[position] === -1) owner[position] = index
      }
    }
  })
  return { rows, columns, owner }
}

/** Index of the owning cell at a position; -1 outside the grid or where no cell is. */
export function ownerAt(map: OwnerMap, row: number, column: number): number {
  if (row < 0 || column < 0 || row >= map.rows || column >= map.columns) return -1
  return map.owner[row * map.columns + column] ?? -1
}

/** Column letters of a spreadsheet: 0 → A, 26 → AA. */
export function columnName(column: number): string {
  let name = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  }
  return name
}

/** `B12` for a cell counted from 0. */
export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`

/** `A1:I19` for a block of cells, all counted from 0, ends included. */
export function rangeName(row: number, column: number, lastRow: number, lastColumn: number): string {
  return `${cellName(row, column)}:${cellName(lastRow, lastColumn)}`
}

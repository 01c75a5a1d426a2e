/**
 * A flowing document (.docx, .html) as paragraphs and tables in order, and how it becomes one Grid: every paragraph is a
 * row with one full-width cell, every table its rows. Tables keep their own columns and are padded on the right; a table
 * inside a cell becomes text of that cell, unless the outer table is only a frame.
 */
import { rangeName } from '../../shared/layout/grid.ts'
import type { Grid, GridCell } from '../../shared/layout/grid.ts'
import { FileProblem } from './file-problem.ts'
import { limits } from './limits.ts'
import { withoutCoveredRows } from './covered-rows.ts'

export type Block = string | Table

export interface Table {
  /** Rows of cells; positions covered by a span from above are skipped, as in HTML. */
  rows: BlockCell[][]
}

export interface BlockCell {
  colSpan: number
  rowSpan: number
  blocks: Block[]
}

/** A table with its cells placed; columns counted from 0. */
interface PlacedTable {
  rows: number
  columns: number
  cells: GridCell[]
}

export function gridOfBlocks(blocks: readonly Block[], source: { origin: Grid['origin'] }): Grid | null {
  const pieces = unframed(blocks).map((block) => (typeof block === 'string' ? block : placeTable(block)))
  let columns = 1
  for (const piece of pieces) if (typeof piece !== 'string') columns = Math.max(columns, piece.columns)
  const cells: GridCell[] = []
  let row = 0
  let filledRows = 0
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      if (piece.trim() !== '') {
        cells.push({ row, column: 0, rowSpan: 1, colSpan: columns, text: piece })
        filledRows = row + 1
      }
      row++
    } else {
      for (const cell of piece.cells) cells.push({ ...cell, row: cell.row + row })
      row += piece.rows
      if (piece.cells.some(({ text }) => text.trim() !== '')) filledRows = row
    }
    if (cells.length > limits.gridCells || row * columns > limits.positions) throw tooMuch()
  }
  if (filledRows === 0) return null
  return withoutCoveredRows({
    source: { sheet: '', range: rangeName(0, 0, filledRows - 1, columns - 1) },
    rows: filledRows,
    columns,
    cells: cells.filter((cell) => cell.row < filledRows),
    hasSpans: true,
    origin: source.origin,
  })
}

/** Cells in their places: each takes the next free column of its row; rowSpan 0 reaches the last row (HTML). */
export function placeTable(table: Table): PlacedTable {
  const cells: GridCell[] = []
  const rows = table.rows.length
  /** Until which row (exclusive) each column is covered by a cell above. */
  const coveredUntil: number[] = []
  let columns = 0
  let steps = 0
  table.rows.forEach((row, rowIndex) => {
    let column = 0
    for (const cell of row) {
      for (; (coveredUntil[column] ?? 0) > rowIndex; column++) steps++
      const colSpan = Math.min(Math.max(1, cell.colSpan), limits.span)
      const wanted = cell.rowSpan === 0 ? rows : cell.rowSpan
      const rowSpan = Math.max(1, Math.min(wanted, rows - rowIndex))
      cells.push({ row: rowIndex, column, rowSpan, colSpan, text: textOfBlocks(cell.blocks) })
      steps += colSpan
      if (cells.length > limits.gridCells || steps > limits.positions) throw tooMuch()
      for (let end = column + colSpan; column < end; column++) {
        coveredUntil[column] = Math.max(coveredUntil[column] ?? 0, rowIndex + rowSpan)
      }
      columns = Math.max(columns, column)
    }
  })
  if (rows * columns > limits.positions) throw tooMuch()
  return { rows, columns, cells: cutOverlaps(cells, coveredUntil.length) }
}

/** A column span that runs into a row span from above is cut there, so that every position has one owner. */
function cutOverlaps(cells: GridCell[], columns: number): GridCell[] {
  const coveredUntil = new Int32Array(columns)
  for (const cell of cells) {
    let end = cell.column
    while (end < cell.column + cell.colSpan && (coveredUntil[end] ?? 0) <= cell.row) end++
    cell.colSpan = Math.max(1, end - cell.column)
    coveredUntil.fill(cell.row + cell.rowSpan, cell.column, cell.column + cell.colSpan)
  }
  return cells
}

/** Text of a cell: paragraphs and inner tables joined by line breaks, the cells of an inner row by tabs. */
function textOfBlocks(blocks: readonly Block[]): string {
  const lines = blocks.map((block) => (typeof block === 'string' ? block : block.rows.map(textOfRow).join('\n')))
  while (lines[0]?.trim() === '') lines.shift()
  while (lines.at(-1)?.trim() === '') lines.pop()
  return lines.join('\n')
}

function textOfRow(row: readonly BlockCell[]): string {
  return row.map((cell) => textOfBlocks(cell.blocks)).join('\t')
}

/** Tables that only frame others (every row has one filled cell, and a table is among them) are replaced by their content. */
function unframed(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) =>
    typeof block !== 'string' && isFrame(block) ? unframed(frameContent(block)) : [block],
  )
}

function isFrame(table: Table): boolean {
  let holdsTable = false
  for (const row of table.rows) {
    const filled = row.filter(isFilled)
    if (filled.length > 1) return false
    holdsTable ||= filled.some((cell) => cell.blocks.some((block) => typeof block !== 'string'))
  }
  return holdsTable
}

function frameContent(table: Table): Block[] {
  return table.rows.flatMap((row) => row.filter(isFilled).flatMap((cell) => cell.blocks))
}

function isFilled(cell: BlockCell): boolean {
  return cell.blocks.some((block) => typeof block !== 'string' || block.trim() !== '')
}

function tooMuch(): FileProblem {
  return new FileProblem('F-LARGE', '里的表格太大，超出读取上限。请拆分成几个文件再试。')
}

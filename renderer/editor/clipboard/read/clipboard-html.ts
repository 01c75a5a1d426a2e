/**
 * The tables of an HTML clipboard (Excel, WPS, LibreOffice, Word, a web page, this program) as one grid with spans, and
 * as the rows a paste places. Several tables stand one below the other; lines of text around them are kept apart.
 * Nothing of the HTML is run or fetched: it is only read as text.
 */
import { rangeName } from '../../../../shared/layout/grid.ts'
import type { Grid, GridCell } from '../../../../shared/layout/grid.ts'
import { ownerAt, ownerMap } from '../../../../shared/layout/grid.ts'
import { readClipboardBlocks } from './clipboard-blocks.ts'
import type { OnRead } from './clipboard-blocks.ts'
import type { HtmlRow } from './clipboard-rows.ts'
import type { PastedRows } from './clipboard.ts'

export interface HtmlClipboard {
  rows: PastedRows
  /** Everything in order, lines of text as full-width cells: what recognising a whole form reads. */
  grid: Grid
  /** Lines of text around the tables. */
  outside: string[]
}

const longestSpan = 1000
/** Positions of the grid; a lying span must not take all memory. */
const mostPositions = 200_000

/** null where the HTML holds no table; then the plain text is the better source. */
export function parseHtmlClipboard(html: string, onRead?: OnRead): HtmlClipboard | null {
  const blocks = readClipboardBlocks(html, onRead)
  if (!blocks) return null
  const tables = blocks.filter((block) => typeof block !== 'string')
  if (tables.length === 0) return null
  const cells = placeCells(tables.flat())
  if (!cells) return null
  const outside = blocks.filter((block) => typeof block === 'string')
  const placed = blocks.map((block) => (typeof block === 'string' ? block : (placeCells(block) ?? [])))
  return { rows: pastedRows(gridOf(cells, tables.flat().length)), grid: stacked(placed), outside }
}

/** Cells in their columns, in the order of a page: each takes the next free column of its row. null: far too large. */
function placeCells(rows: readonly HtmlRow[]): GridCell[] | null {
  const cells: GridCell[] = []
  const coveredUntil: number[] = []
  let positions = 0
  for (const [row, htmlCells] of rows.entries()) {
    let column = 0
    for (const { text, rowSpan: wanted, colSpan: width } of htmlCells) {
      for (; (coveredUntil[column] ?? 0) > row; column++) positions++
      const colSpan = Math.min(Math.max(1, width), longestSpan)
      const rowSpan = Math.min(wanted === 0 ? rows.length : Math.max(1, wanted), rows.length - row)
      cells.push({ row, column, rowSpan, colSpan, text })
      positions += colSpan
      if (positions > mostPositions) return null
      for (let end = column + colSpan; column < end; column++) {
        coveredUntil[column] = Math.max(coveredUntil[column] ?? 0, row + rowSpan)
      }
    }
  }
  return coveredUntil.length * rows.length > mostPositions ? null : cells
}

const columnsOf = (cells: readonly GridCell[]): number =>
  cells.reduce((most, cell) => Math.max(most, cell.column + cell.colSpan), 1)

function gridOf(cells: GridCell[], rows: number): Grid {
  const columns = columnsOf(cells)
  const range = rangeName(0, 0, Math.max(0, rows - 1), columns - 1)
  return { source: { sheet: '剪贴板', range }, rows, columns, cells, hasSpans: true, origin: 'foreign' }
}

function stacked(blocks: readonly (string | GridCell[])[]): Grid {
  const columns = blocks.reduce((most, block) => Math.max(most, typeof block === 'string' ? 1 : columnsOf(block)), 1)
  const cells: GridCell[] = []
  let row = 0
  for (const block of blocks) {
    if (typeof block === 'string') cells.push({ row: row++, column: 0, rowSpan: 1, colSpan: columns, text: block })
    else {
      for (const cell of block) cells.push({ ...cell, row: cell.row + row })
      row += block.reduce((most, cell) => Math.max(most, cell.row + cell.rowSpan), 0)
    }
  }
  return { ...gridOf(cells, row), columns }
}

/** Merged rows repeat the text of their first cell downwards; merged columns count as one cell, as pasting maps cell by cell. */
export function pastedRows(grid: Grid): PastedRows {
  const owners = ownerMap(grid.rows, grid.columns, grid.cells)
  return Array.from({ length: grid.rows }, (_, row) => {
    const owned = Array.from({ length: grid.columns }, (__, column) => ownerAt(owners, row, column))
    return [...new Set(owned)].flatMap((index) => {
      const cell = grid.cells[index]
      return cell ? [{ text: cell.text, continues: cell.row < row }] : []
    })
  })
}

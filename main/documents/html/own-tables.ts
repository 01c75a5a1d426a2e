/**
 * The pages of our own print put together again (shared/print): tables with the same data-table are one; repeated rows
 * are left out; a cell with data-continued goes on from the cell above it (`repeat`: its text was printed again,
 * `newline`: a line break stood at the cut, else the text simply goes on). A row whose cells all go on is the rest of
 * the row before it.
 */
import { rangeName } from '../../../shared/layout/grid.ts'
import type { Grid, GridCell } from '../../../shared/layout/grid.ts'
import { placeTable } from '../blocks.ts'
import { withoutCoveredRows } from '../covered-rows.ts'
import type { HtmlTable } from './read-body.ts'

interface Joined {
  rows: number
  columns: number
  cells: GridCell[]
  /** The lowest cell that starts at each column. */
  lowest: Map<number, GridCell>
}

interface MarkedCell extends GridCell {
  continued: string | null
}

export function joinPages(tables: readonly HtmlTable[]): Grid[] {
  const byNumber = new Map<string, Joined>()
  for (const table of tables) {
    if (table.number === null) continue
    const joined = byNumber.get(table.number) ?? { rows: 0, columns: 0, cells: [], lowest: new Map() }
    byNumber.set(table.number, joined)
    addPage(joined, table)
  }
  let firstRow = 0
  return [...byNumber.values()].flatMap(({ rows, columns, cells }) => {
    if (rows === 0 || columns === 0) return []
    const range = rangeName(firstRow, 0, firstRow + rows - 1, columns - 1)
    firstRow += rows
    const grid = { source: { sheet: '', range }, rows, columns, cells, hasSpans: true, origin: 'own' as const }
    return [withoutCoveredRows(grid)]
  })
}

function addPage(joined: Joined, table: HtmlTable): void {
  const { rows, cells, columns } = pageCells(table)
  joined.columns = Math.max(joined.columns, columns)
  const top = cells.filter(({ row }) => row === 0)
  const restOfRow = joined.rows > 0 && top.length > 0 && top.every(({ continued }) => continued !== null)
  const offset = joined.rows - (restOfRow ? 1 : 0)
  for (const { continued, ...cell } of cells) {
    cell.row += offset
    const above = continued === null ? undefined : joined.lowest.get(cell.column)
    if (above && above.row + above.rowSpan >= joined.rows) {
      above.rowSpan = cell.row + cell.rowSpan - above.row
      if (continued === '') above.text += cell.text
      else if (continued === 'newline') above.text += `\n${cell.text}`
    } else {
      joined.cells.push(cell)
      joined.lowest.set(cell.column, cell)
    }
  }
  joined.rows = offset + rows
}

/** The page's cells without the repeated rows; a cell that begins in those and goes further begins below them. */
function pageCells(table: HtmlTable): { rows: number; columns: number; cells: MarkedCell[] } {
  const marks = table.rows.flat().map(({ continued }) => continued)
  const placed = placeTable(table)
  /** How many kept rows stand above each row. */
  const kept = [0]
  for (let row = 0; row < placed.rows; row++) kept.push((kept[row] ?? 0) + (table.repeated.has(row) ? 0 : 1))
  const cells = placed.cells.flatMap((cell, index): MarkedCell[] => {
    const row = kept[cell.row] ?? 0
    const rowSpan = (kept[cell.row + cell.rowSpan] ?? 0) - row
    return rowSpan > 0 ? [{ ...cell, row, rowSpan, continued: marks[index] ?? null }] : []
  })
  return { rows: kept.at(-1) ?? 0, columns: placed.columns, cells }
}

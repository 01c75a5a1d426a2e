/**
 * Rows in which no cell begins because every position belongs to a cell from above: they say nothing (our own Excel
 * files draw a row that is higher than Excel allows as several, all merged). They are taken out, the spans shortened.
 */
import { ownerMap } from '../../shared/layout/grid.ts'
import type { Grid } from '../../shared/layout/grid.ts'

export function withoutCoveredRows(grid: Grid): Grid {
  if (!grid.cells.some(({ rowSpan }) => rowSpan > 1)) return grid
  const { owner } = ownerMap(grid.rows, grid.columns, grid.cells)
  /** How many kept rows stand above each row. */
  const kept = new Int32Array(grid.rows + 1)
  for (let row = 0; row < grid.rows; row++) {
    const begins = owner.subarray(row * grid.columns, (row + 1) * grid.columns).some((index) => {
      const cell = grid.cells[index]
      return cell === undefined || cell.row === row
    })
    kept[row + 1] = (kept[row] ?? 0) + (begins ? 1 : 0)
  }
  const rows = kept[grid.rows] ?? 0
  if (rows === grid.rows) return grid
  const cells = grid.cells.map((cell) => {
    const row = kept[cell.row] ?? 0
    return { ...cell, row, rowSpan: (kept[Math.min(grid.rows, cell.row + cell.rowSpan)] ?? 0) - row }
  })
  const unread = grid.unread?.map((cell) => ({ ...cell, row: kept[cell.row] ?? 0 }))
  return { ...grid, rows, cells, ...(unread && { unread }) }
}

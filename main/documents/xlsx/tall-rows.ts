/**
 * Excel cuts rows at 409 points. A row that needs more (a project with all its indicators in one cell) is drawn as
 * several sheet rows with every cell merged over them; readers drop rows in which no cell begins, so nothing changes
 * for them.
 */
import type { Layout, LayoutRow } from '../../../shared/layout/layout.ts'

export const maxRowHeightPt = 409

export function splitTallRows(layout: Layout): Layout {
  if (layout.rows.every((row) => row.heightPt <= maxRowHeightPt)) return layout
  const rows: LayoutRow[] = []
  /** Old row → the first of its new rows; one more at the end. */
  const starts: number[] = []
  for (const row of layout.rows) {
    starts.push(rows.length)
    const parts = Math.max(1, Math.ceil(row.heightPt / maxRowHeightPt))
    for (let part = 0; part < parts; part++) rows.push({ ...row, heightPt: row.heightPt / parts })
  }
  starts.push(rows.length)
  const startOf = (row: number) => starts[Math.min(row, starts.length - 1)] ?? rows.length
  const first = startOf(layout.repeatedRows.first)
  return {
    ...layout,
    rows,
    cells: layout.cells.map((cell) => {
      const row = startOf(cell.row)
      return { ...cell, row, rowSpan: startOf(cell.row + cell.rowSpan) - row }
    }),
    repeatedRows: { first, count: startOf(layout.repeatedRows.first + layout.repeatedRows.count) - first },
  }
}

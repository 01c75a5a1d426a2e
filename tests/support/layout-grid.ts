/** A Layout as the Grid a reader would make of it, and what happens to such grids on their way through other programs. */
import { rangeName } from '../../shared/layout/grid.ts'
import type { Grid } from '../../shared/layout/grid.ts'
import type { Layout } from '../../shared/layout/layout.ts'

export function gridOfLayout(layout: Layout, origin: Grid['origin'] = 'own'): Grid {
  return {
    source: { sheet: '', range: rangeName(0, 0, layout.rows.length - 1, layout.columnsMm.length - 1) },
    rows: layout.rows.length,
    columns: layout.columnsMm.length,
    cells: layout.cells.map(({ row, column, rowSpan, colSpan, text }) => ({ row, column, rowSpan, colSpan, text })),
    hasSpans: true,
    origin,
  }
}

/** As plain text keeps it: every cell single, blanks are nothing. */
export function withoutSpans(grid: Grid): Grid {
  const cells = grid.cells.filter((cell) => cell.text !== '').map((cell) => ({ ...cell, rowSpan: 1, colSpan: 1 }))
  return { ...grid, cells, hasSpans: false, origin: 'foreign' }
}

/** Blank rows above and blank columns left of everything. */
export function shifted(grid: Grid, rows: number, columns: number): Grid {
  const cells = grid.cells.map((cell) => ({ ...cell, row: cell.row + rows, column: cell.column + columns }))
  return { ...grid, rows: grid.rows + rows, columns: grid.columns + columns, cells, origin: 'foreign' }
}

export function stacked(grids: readonly Grid[], gap: number): Grid {
  const cells: Grid['cells'] = []
  let row = 0
  let columns = 0
  for (const grid of grids) {
    for (const cell of grid.cells) cells.push({ ...cell, row: cell.row + row })
    row += grid.rows + gap
    columns = Math.max(columns, grid.columns)
  }
  const [first] = grids
  if (!first) throw new Error('nothing to stack')
  return { ...first, rows: row, columns, cells }
}

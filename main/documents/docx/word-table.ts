/**
 * A Word table while it is read: cells carry gridSpan and vMerge; a finished table has row spans instead. Cells that
 * continue a vertical merge belong to the cell above that starts at the same grid column; their own text is not shown.
 */
import type { Block, BlockCell, Table } from '../blocks.ts'
import { limits } from '../limits.ts'

export interface WordCell {
  span: number
  merge: 'none' | 'start' | 'continue'
  blocks: Block[]
}

export interface WordRow {
  /** Grid columns left free before the first cell. */
  before: number
  deleted: boolean
  cells: WordCell[]
}

export function toTable(rows: readonly WordRow[]): Table {
  /** Cells that a vertical merge may extend, by the column they start at. */
  let open = new Map<number, { cell: BlockCell; span: number }>()
  const result: BlockCell[][] = []
  for (const row of rows) {
    if (row.deleted) continue
    const stillOpen: typeof open = new Map()
    const cells: BlockCell[] = []
    let column = Math.min(row.before, limits.span)
    if (column > 0) cells.push({ colSpan: column, rowSpan: 1, blocks: [] })
    for (const { span, merge, blocks } of row.cells) {
      const above = merge === 'continue' ? open.get(column) : undefined
      if (above && above.span === span) {
        above.cell.rowSpan++
        stillOpen.set(column, above)
      } else {
        const cell: BlockCell = { colSpan: span, rowSpan: 1, blocks }
        cells.push(cell)
        if (merge !== 'none') stillOpen.set(column, { cell, span })
      }
      column += span
    }
    open = stillOpen
    result.push(cells)
  }
  return { rows: result }
}

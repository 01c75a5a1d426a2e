/**
 * A Layout being laid out row by row: cells take the next free columns from the left, columns covered by a row span from
 * above are skipped. build.ts and its blocks only add rows here.
 */
import type { CellStyle } from '../templates/template.ts'
import type { LayoutCell, LayoutRow } from './layout.ts'
import { pointsPerMm, textHeightPt } from './row-height.ts'

export interface Draft {
  columns: number
  rows: LayoutRow[]
  cells: LayoutCell[]
  /** Column → first row that is free again below a row span. */
  freeFrom: number[]
}

/** A cell before it has a place; `colSpan` and `rowSpan` default to 1. */
export type DraftCell = Omit<LayoutCell, 'row' | 'column' | 'rowSpan' | 'colSpan'> & {
  rowSpan?: number
  colSpan?: number
}

export function createDraft(columns: number): Draft {
  return { columns, rows: [], cells: [], freeFrom: Array.from({ length: columns }, () => 0) }
}

/** Adds a row and answers its cells in place. Throws when they do not fill the row exactly (a mistake in a template). */
export function addRow(draft: Draft, row: LayoutRow, cells: readonly DraftCell[]): LayoutCell[] {
  const index = draft.rows.length
  const placed: LayoutCell[] = []
  let column = 0
  for (const cell of cells) {
    column = nextFree(draft, index, column)
    const { rowSpan = 1, colSpan = 1, ...rest } = cell
    for (let covered = column; covered < column + colSpan; covered++) {
      if (covered >= draft.columns || (draft.freeFrom[covered] ?? 0) > index)
        throw new Error(`row ${index} overflows at column ${covered}`)
      draft.freeFrom[covered] = index + rowSpan
    }
    placed.push({ ...rest, row: index, column, rowSpan, colSpan })
    column += colSpan
  }
  if (nextFree(draft, index, column) < draft.columns) throw new Error(`row ${index} leaves columns empty`)
  draft.rows.push(row)
  draft.cells.push(...placed)
  return placed
}

function nextFree(draft: Draft, row: number, from: number): number {
  let column = from
  while (column < draft.columns && (draft.freeFrom[column] ?? 0) > row) column++
  return column
}

/** Raises every row so that the text of its cells, and of the merged cells over it, fits. */
export function fitHeights(draft: Draft, columnsMm: readonly number[], styles: Record<string, CellStyle>): void {
  const spanning: { cell: LayoutCell; heightPt: number }[] = []
  for (const cell of draft.cells) {
    let widthMm = 0
    for (let column = cell.column; column < cell.column + cell.colSpan; column++) widthMm += columnsMm[column] ?? 0
    const heightPt = textHeightPt(cell.text, widthMm, styles[cell.style]?.sizePt ?? 10.5)
    const row = draft.rows[cell.row]
    if (cell.rowSpan > 1) spanning.push({ cell, heightPt })
    else if (row && row.heightPt < heightPt) row.heightPt = heightPt
  }
  for (const { cell, heightPt } of spanning) {
    const rows = draft.rows.slice(cell.row, cell.row + cell.rowSpan)
    const missing = heightPt - rows.reduce((sum, row) => sum + row.heightPt, 0)
    if (missing > 0) for (const row of rows) row.heightPt += missing / rows.length
  }
  for (const row of draft.rows) row.heightPt = Math.ceil(row.heightPt * 4) / 4
}

export const mmToPt = (mm: number): number => mm * pointsPerMm

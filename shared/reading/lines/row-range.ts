/** Small questions about rows of a view. */
import type { View } from './view.ts'

/** Row numbers from `from` up to, not with, `to`. */
export const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)

/** The first row with text that passes the test; -1 where none does. */
export function findRow(view: View, from: number, to: number, test: (row: number) => boolean): number {
  for (let row = from; row < to; row++) if ((view.lines[row]?.length ?? 0) > 0 && test(row)) return row
  return -1
}

/** How many columns the rows of a table use; lines of one cell (titles, notes) do not count. */
export function usedColumns(view: View, first: number, last: number): number {
  let columns = 1
  for (let row = first; row <= last; row++) {
    const line = view.lines[row] ?? []
    const cell = line.at(-1)
    if (cell && line.length > 1) columns = Math.max(columns, cell.column + (view.hasSpans ? cell.colSpan : 1))
  }
  return Math.min(columns, view.columns)
}

/** Rows of a grid as the file names them: `A1:I19`. A sheet's grid begins at the first cell of `source.range`. */
import { rangeName } from '../../layout/grid.ts'
import type { Grid } from '../../layout/grid.ts'

export function placeRange(grid: Grid, first: number, last: number, columns: number): { sheet: string; range: string } {
  const match = /^([A-Z]{1,3})(\d+)/u.exec(grid.source.range)
  let column = -1
  for (const letter of (match?.[1] ?? 'A').split('')) column = (column + 1) * 26 + letter.charCodeAt(0) - 65
  const row = match ? Number(match[2]) - 1 : 0
  return {
    sheet: grid.source.sheet,
    range: rangeName(row + first, column, row + last, column + Math.max(1, columns) - 1),
  }
}

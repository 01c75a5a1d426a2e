/** .txt (and the clipboard) → one Grid: tab-separated as Excel copies it, one cell per line, or columns under headings. */
import type { Grid } from '../../../shared/layout/grid.ts'
import { alignedColumns } from './aligned-columns.ts'
import { regroupLines } from './regroup-lines.ts'
import { gridOfRows } from './row-grid.ts'
import { splitCells } from '../../../shared/values/text/separated-text.ts'

export function readText(text: string): Grid[] {
  const grid = gridOfRows(alignedColumns(text) ?? regroupLines(text) ?? splitCells(text))
  return grid ? [grid] : []
}

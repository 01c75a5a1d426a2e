/** .txt (and the clipboard) → one Grid: tab-separated as Excel copies it, or one cell per line. */
import type { Grid } from '../../../shared/layout/grid.ts'
import { regroupLines } from './regroup-lines.ts'
import { gridOfRows } from './row-grid.ts'
import { splitCells } from './split-cells.ts'

export function readText(text: string): Grid[] {
  const grid = gridOfRows(regroupLines(text) ?? splitCells(text))
  return grid ? [grid] : []
}

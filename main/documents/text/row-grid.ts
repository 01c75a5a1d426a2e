/** Rows of texts (tab-separated, csv, one cell a line) → a Grid without spans. Blank rows at both ends are cut off. */
import { rangeName } from '../../../shared/layout/grid.ts'
import type { Grid, GridCell } from '../../../shared/layout/grid.ts'
import { FileProblem } from '../file-problem.ts'
import { limits } from '../limits.ts'

const isFilled = (row: readonly string[]) => row.some((text) => text.trim() !== '')

export function gridOfRows(rows: readonly string[][]): Grid | null {
  const first = rows.findIndex(isFilled)
  if (first === -1) return null
  const last = rows.findLastIndex(isFilled)
  const cells: GridCell[] = []
  let columns = 0
  for (let index = first; index <= last; index++) {
    rows[index]?.forEach((text, column) => {
      if (text.trim() === '') return
      cells.push({ row: index - first, column, rowSpan: 1, colSpan: 1, text: text.replace(/\r\n?/g, '\n') })
      columns = Math.max(columns, column + 1)
    })
    if (cells.length > limits.gridCells || (index - first + 1) * columns > limits.positions) {
      throw new FileProblem('F-LARGE', '的行列太多，超出读取上限。请拆分成几个文件再试。')
    }
  }
  return {
    source: { sheet: '', range: rangeName(first, 0, last, columns - 1) },
    rows: last - first + 1,
    columns,
    cells,
    hasSpans: false,
    origin: 'foreign',
  }
}

/**
 * A drawn text table → the Grid a reader would make of it. Cells stand between bars; `<` is covered by the cell to its
 * left, `^` by the cell above; a line without a bar is a paragraph over the full width; `↵` is a line break.
 */
import { rangeName } from '../../shared/layout/grid.ts'
import type { Grid, GridCell } from '../../shared/layout/grid.ts'

export function drawGrid(drawing: string): Grid {
  const lines = drawing
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const rows = lines.map((line) =>
    line.includes('|')
      ? line
          .replace(/^\||\|$/gu, '')
          .split('|')
          .map((text) => text.trim())
      : null,
  )
  const columns = Math.max(1, ...rows.map((row) => row?.length ?? 1))
  const owner: GridCell[][] = []
  const cells: GridCell[] = []
  rows.forEach((row, index) => {
    owner[index] = []
    const texts = row ?? [lines[index] ?? '', ...Array.from({ length: columns - 1 }, () => '<')]
    texts.forEach((text, column) => {
      const left = owner[index]?.[column - 1]
      const above = owner[index - 1]?.[column]
      if (text === '<' && left) left.colSpan = Math.max(left.colSpan, column - left.column + 1)
      if (text === '^' && above) above.rowSpan = Math.max(above.rowSpan, index - above.row + 1)
      const covering = text === '<' ? left : text === '^' ? above : undefined
      const cell = covering ?? { row: index, column, rowSpan: 1, colSpan: 1, text: text.replaceAll('↵', '\n') }
      owner[index]?.push(cell)
      if (!covering) cells.push(cell)
    })
  })
  return {
    source: { sheet: '', range: rangeName(0, 0, rows.length - 1, columns - 1) },
    rows: rows.length,
    columns,
    cells: cells.filter((cell) => cell.text !== ''),
    hasSpans: true,
    origin: 'foreign',
  }
}

/**
 * Borders of the cells that differ from their table. A table has lines everywhere, so bordered cells inside it need
 * no word about them; a cell without border, and each bordered neighbour of one, says which of its edges are drawn.
 * An edge is drawn when the cell on either side of it has a border; both sides then say the same, and every program
 * shows the same.
 */
import { ownerAt } from '../../../shared/layout/grid.ts'
import type { OwnerMap } from '../../../shared/layout/grid.ts'
import type { LayoutCell } from '../../../shared/layout/layout.ts'

export interface BorderGrid {
  map: OwnerMap
  cells: readonly LayoutCell[]
  /** Whether the cell at this index has a border. */
  bordered: readonly boolean[]
  /** Draw no line under this row: the next table of the same form draws it on the same page. -1: everywhere. */
  openBelow: number
}

const line = (edge: string, drawn: boolean): string =>
  drawn ? `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>` : `<w:${edge} w:val="nil"/>`

/** `<w:tcBorders>` of the part of cell `index` that stands in `row`; '' when the table's own lines are right. */
export function cellBordersXml(grid: BorderGrid, index: number, row: number): string {
  const cell = grid.cells[index]
  if (cell === undefined) return ''
  const lastColumn = cell.column + cell.colSpan - 1
  const own = grid.bordered[index] ?? true
  const drawn = (neighbourRow: number, from: number, to: number): boolean => {
    for (let column = from; column <= to; column++) {
      const neighbour = ownerAt(grid.map, neighbourRow, column)
      if (neighbour !== -1 && neighbour !== index && grid.bordered[neighbour] === true) return true
    }
    return own
  }
  const plain = (neighbourRow: number, from: number, to: number): boolean => {
    for (let column = from; column <= to; column++) {
      const neighbour = ownerAt(grid.map, neighbourRow, column)
      if (neighbour !== -1 && grid.bordered[neighbour] === false) return false
    }
    return true
  }
  const open = row === grid.openBelow
  const sides: [number, number, number][] = [
    [row - 1, cell.column, lastColumn],
    [row, cell.column - 1, cell.column - 1],
    [row + 1, cell.column, lastColumn],
    [row, lastColumn + 1, lastColumn + 1],
  ]
  if (own && !open && sides.every((side) => plain(...side))) return ''
  const isFirst = row === cell.row
  const isLast = row === cell.row + cell.rowSpan - 1
  const [above, left, below, right] = sides.map((side) => drawn(...side))
  return (
    '<w:tcBorders>' +
    line('top', isFirst && above === true) +
    line('left', left === true) +
    line('bottom', isLast && below === true && !open) +
    `${line('right', right === true)}</w:tcBorders>`
  )
}

/**
 * Cells of which a file does not say what they show (formulas without a stored result), as problems of the tables they
 * stand in. Which field such a cell is shows when the grid is read once more with a mark in its place.
 */
import type { Problem } from '../model/problem.ts'
import type { ProjectRecord } from '../model/project.ts'
import { textPaths } from '../model/text-paths.ts'
import type { Grid, UnreadCell } from '../layout/grid.ts'
import { note } from '../layout/own-form/notes.ts'

interface ReadTable {
  record: ProjectRecord
  problems: Problem[]
  first: number
  last: number
}

/** So many are named one by one, the rest together. */
const mostNamed = 20

/** `read` reads a grid; `tables` is what it made of this one. Adds to their problems. */
export function tellUnreadCells<Table extends ReadTable>(
  grid: Grid,
  tables: readonly Table[],
  read: (grid: Grid) => readonly ReadTable[],
): void {
  const { unread = [] } = grid
  if (unread.length === 0) return
  const paths = pathsOf(grid, unread, read)
  for (const table of tables) {
    const own = unread.filter((cell) => tableAt(tables, cell.row) === table)
    for (const cell of own.slice(0, mostNamed))
      table.problems.push(problemOf(grid, cell, paths.get(cell.cell) ?? '', ''))
    const [next] = own.slice(mostNamed)
    const others = own.length - mostNamed
    if (next) table.problems.push(problemOf(grid, next, '', others > 1 ? `等 ${others} 格` : ''))
  }
}

/** The table a row belongs to: the one that has it, else the last one above it, else the first. */
function tableAt<Table extends ReadTable>(tables: readonly Table[], row: number): Table | undefined {
  return (
    tables.find(({ first, last }) => first <= row && row <= last) ??
    tables.findLast(({ last }) => last < row) ??
    tables[0]
  )
}

function problemOf(grid: Grid, { cell }: UnreadCell, path: string, others: string): Problem {
  const message = `${cell}${others === '' ? ' ' : others}是公式，文件里没有结果，请用 Excel 或 WPS 打开保存一次。`
  return { ...note('D-FORMULA', 'warning', path, message), place: { sheet: grid.source.sheet, cell }, text: '' }
}

/** The field each cell is, by the cell's name; none for a cell that is no field. */
function pathsOf(
  grid: Grid,
  unread: readonly UnreadCell[],
  read: (grid: Grid) => readonly ReadTable[],
): Map<string, string> {
  const marks = new Map(unread.map(({ cell }) => [`\uE000${cell}\uE001`, cell]))
  const cells = new Map(grid.cells.map((cell) => [cell.row * grid.columns + cell.column, cell]))
  for (const { row, column, cell } of unread) {
    const position = row * grid.columns + column
    const { rowSpan, colSpan } = cells.get(position) ?? { rowSpan: 1, colSpan: 1 }
    cells.set(position, { row, column, rowSpan, colSpan, text: `\uE000${cell}\uE001` })
  }
  const marked = {
    ...grid,
    unread: [],
    cells: [...cells.values()].toSorted((a, b) => a.row - b.row || a.column - b.column),
  }
  const paths = new Map<string, string>()
  for (const { record } of read(marked)) {
    for (const [path, text] of textPaths(record)) {
      for (const [mark] of text.matchAll(/\uE000[A-Z\d]{1,12}\uE001/gu)) {
        const cell = marks.get(mark)
        if (cell !== undefined && !paths.has(cell)) paths.set(cell, path)
      }
    }
  }
  return paths
}

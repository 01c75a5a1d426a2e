/**
 * A sheet's cells as a Grid: cut to the block that has text (its address is source.range, its first cell is row 0,
 * column 0), merges clipped to it, hidden rows without text taken out. Cells covered by a merge are not shown by Excel
 * and do not count. Overlapping merges (never written by Excel): the later one is not merged.
 */
import { cellName, rangeName } from '../../../shared/layout/grid.ts'
import type { Grid, GridCell, UnreadCell } from '../../../shared/layout/grid.ts'
import { withoutCoveredRows } from '../covered-rows.ts'
import { FileProblem } from '../file-problem.ts'
import { limits } from '../limits.ts'
import type { Block } from './cell-address.ts'
import type { Sheet } from './read-sheet.ts'

/** null for a sheet that shows no text. */
export function gridOfSheet(name: string, sheet: Sheet, origin: Grid['origin']): Grid | null {
  if (sheet.cells.length === 0) return null
  const shown = sheet.unread.filter(({ row }) => !sheet.hiddenRows.has(row))
  const used = usedBlock([...sheet.cells, ...shown])
  const columns = used.lastColumn - used.column + 1
  if ((used.lastRow - used.row + 1) * columns > limits.positions) {
    throw new FileProblem(
      'F-LARGE',
      `的工作表“${name}”内容分散在 ${rangeName(used.row, used.column, used.lastRow, used.lastColumn)}，超出读取上限。请删去表格以外的零散内容后再试。`,
    )
  }
  const rowOf = rowNumbers(sheet, used)
  const rows = (rowOf.at(-1) ?? 0) + 1
  const covered = sheet.merges.length > 0 ? new Uint8Array(rows * columns) : null
  const cells = new Map<number, GridCell>()
  if (covered) addMerges(name, sheet.merges, used, rowOf, { rows, columns, covered, cells })
  for (const { row, column, text } of sheet.cells) {
    const position = (rowOf[row - used.row] ?? 0) * columns + (column - used.column)
    const cell = cells.get(position)
    if (cell) cell.text = text
    else if (covered?.[position] !== 1) {
      cells.set(position, {
        row: Math.floor(position / columns),
        column: position % columns,
        rowSpan: 1,
        colSpan: 1,
        text,
      })
    }
  }
  const unread = shown.flatMap(({ row, column }): UnreadCell[] => {
    const position = (rowOf[row - used.row] ?? 0) * columns + (column - used.column)
    // Below a merge nothing shows.
    if (covered?.[position] === 1 && !cells.has(position)) return []
    return [{ row: Math.floor(position / columns), column: position % columns, cell: cellName(row, column) }]
  })
  return withoutCoveredRows({
    source: { sheet: name, range: rangeName(used.row, used.column, used.lastRow, used.lastColumn) },
    rows,
    columns,
    cells: [...cells.values()].toSorted((a, b) => a.row - b.row || a.column - b.column),
    hasSpans: true,
    origin,
    ...(unread.length > 0 && { unread }),
  })
}

function usedBlock(cells: readonly { row: number; column: number }[]): Block {
  const used = { row: Infinity, column: Infinity, lastRow: -1, lastColumn: -1 }
  for (const { row, column } of cells) {
    used.row = Math.min(used.row, row)
    used.column = Math.min(used.column, column)
    used.lastRow = Math.max(used.lastRow, row)
    used.lastColumn = Math.max(used.lastColumn, column)
  }
  return used
}

/** The grid row of each sheet row of the used block; a row that is taken out has the number of the next one kept. */
function rowNumbers(sheet: Sheet, used: Block): Int32Array {
  const filled = new Set(sheet.cells.map(({ row }) => row))
  const numbers = new Int32Array(used.lastRow - used.row + 1)
  let next = 0
  for (let row = used.row; row <= used.lastRow; row++) {
    numbers[row - used.row] = next
    if (!sheet.hiddenRows.has(row) || filled.has(row)) next++
  }
  return numbers
}

interface Target {
  rows: number
  columns: number
  covered: Uint8Array
  cells: Map<number, GridCell>
}

function addMerges(name: string, merges: readonly Block[], used: Block, rowOf: Int32Array, target: Target): void {
  const { columns, covered, cells } = target
  let steps = 0
  for (const merge of merges) {
    const first = Math.max(merge.row, used.row)
    const last = Math.min(merge.lastRow, used.lastRow)
    const column = Math.max(merge.column, used.column) - used.column
    const lastColumn = Math.min(merge.lastColumn, used.lastColumn) - used.column
    if (first > last || column > lastColumn) continue
    const row = rowOf[first - used.row] ?? 0
    const end = last === used.lastRow ? target.rows : (rowOf[last + 1 - used.row] ?? 0)
    if (end <= row || (end - row === 1 && column === lastColumn)) continue
    steps += (end - row) * (lastColumn - column + 1)
    if (steps > limits.mergeSteps) {
      throw new FileProblem('F-LARGE', `的工作表“${name}”里有大量互相重叠的合并单元格，文件已损坏。请另存一份再试。`)
    }
    if (isClaimed(covered, columns, row, end, column, lastColumn)) continue
    for (let line = row; line < end; line++) covered.fill(1, line * columns + column, line * columns + lastColumn + 1)
    cells.set(row * columns + column, { row, column, rowSpan: end - row, colSpan: lastColumn - column + 1, text: '' })
  }
}

function isClaimed(
  covered: Uint8Array,
  columns: number,
  row: number,
  end: number,
  column: number,
  lastColumn: number,
): boolean {
  for (let line = row; line < end; line++) {
    if (covered.subarray(line * columns + column, line * columns + lastColumn + 1).includes(1)) return true
  }
  return false
}

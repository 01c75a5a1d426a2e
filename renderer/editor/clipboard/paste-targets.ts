/**
 * Which cell of the sheet each pasted cell goes to. A pasted cell takes the next cell of the row, however many columns
 * either spans. Tab-separated text has blanks for the columns a merged cell covers: where all of those blanks lie on
 * merged cells of the sheet, it goes by columns instead.
 */
import type { LayoutCell } from '../../../shared/layout/layout.ts'
import type { PastedCell, PastedRows } from './read/clipboard.ts'
import { cellAt } from '../grid/sheet-map.ts'
import type { Position, SheetMap } from '../grid/sheet-map.ts'
import { walk } from '../../../shared/values/text/walk.ts'

/** undefined: beyond the sheet; null: a blank on a merged cell that has its text already. */
export type PasteTarget = LayoutCell | undefined | null

export function pasteTargets(sheet: SheetMap, origin: Position, rows: PastedRows): PasteTarget[][] {
  const byColumn = rows.map((pasted, index) =>
    pasted.map(({ column }) => column !== undefined && columnTarget(sheet, origin, origin.row + index, column)),
  )
  const fits = rows.every((pasted, index) =>
    pasted.every((cell, at) => {
      const target = byColumn[index]?.[at]
      return target !== false && (target !== null || cell.text === '')
    }),
  )
  if (fits) return byColumn.map((row) => row.map((target) => (target === false ? undefined : target)))
  return rows.map((pasted, index) => inOrder(sheet, { row: origin.row + index, column: origin.column }, pasted))
}

function columnTarget(sheet: SheetMap, origin: Position, row: number, offset: number): PasteTarget {
  const column = origin.column + offset
  const cell = cellAt(sheet, { row, column })
  return cell && cell.column < column && offset > 0 ? null : cell
}

/** The cells of a row from a column on, each once. */
function inOrder(sheet: SheetMap, from: Position, pasted: PastedCell[]): PasteTarget[] {
  const cells: LayoutCell[] = []
  walk(from.column, sheet.owners.columns, (column) => {
    if (cells.length === pasted.length) return null
    const cell = cellAt(sheet, { row: from.row, column })
    if (cell) cells.push(cell)
    return cell ? cell.column + cell.colSpan : column + 1
  })
  return cells
}

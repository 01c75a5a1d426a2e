/**
 * Which items (indicators, or projects on a list form) stand in which rows of a sheet. Usually one row an item; a form
 * with parallel blocks may show two indicators in one row, so a row stands for all items up to the next row's first.
 */
import { cellAt } from './sheet-map.ts'
import type { SheetMap } from './sheet-map.ts'
import { endsOf, rangeOf } from './selection.ts'
import type { Selection } from './selection.ts'

export type ItemKind = 'indicator' | 'record'

/** The items from `first` to before `end` stand in this row; none in a blank row for filling in by hand. */
export interface ItemRow {
  row: number
  first: number
  end: number
}

/** `total`: how many items of the kind there are. */
export function itemRows(sheet: SheetMap, of: ItemKind, total: number): ItemRow[] {
  const starts = sheet.layout.rows.flatMap(({ item }, row) => (item?.of === of ? [{ row, first: item.index }] : []))
  return starts.map(({ row, first }, at) => ({ row, first, end: Math.min(starts[at + 1]?.first ?? total, total) }))
}

/** The row that shows an item. */
export const rowOfItem = (rows: readonly ItemRow[], index: number): number | undefined =>
  rows.find(({ first, end }) => first <= index && index < end)?.row

/** First and last row of a selection: a single (merged) cell means all its rows; a range only the rows between its ends. */
export function rowsOfSelection(sheet: SheetMap, selection: Selection): { row: number; lastRow: number } {
  const { anchor, focus } = endsOf(selection)
  const isRows = selection.wholeRows || selection.rowsAlone
  if (cellAt(sheet, anchor) === cellAt(sheet, focus) && !isRows) return rangeOf(sheet, selection)
  return { row: Math.min(anchor.row, focus.row), lastRow: Math.max(anchor.row, focus.row) }
}

/**
 * Rows of indicators, or of projects on a list form: add, insert, delete, move, duplicate. The rows meant are those the
 * selection touches; merged level cells follow by themselves because they are built from the records.
 */
import {
  duplicateIndicators,
  insertIndicators,
  moveIndicators,
  newRecordLike,
  removeIndicators,
} from '../../shared/layout/edit.ts'
import type { Records } from '../../shared/layout/edit.ts'
import { rangeOf } from './selection.ts'
import type { Range, Selection } from './selection.ts'
import { cellAt, isInput } from './sheet-map.ts'
import type { Position, SheetMap } from './sheet-map.ts'
import type { SheetView } from './sheet-view.ts'
import { commitCell } from './sheet-commands.ts'

export interface SelectedItems {
  of: 'indicator' | 'record'
  first: number
  /** How many of them exist already; blank rows for filling in by hand do not. */
  count: number
}

/** The items the selection touches; null where it touches none. */
export function selectedItems(view: SheetView): SelectedItems | null {
  const { sheet, selection } = view.state.getState()
  const range = selectedRows(sheet, selection)
  const item = itemRows(sheet, range)[0]
  if (!item) return null
  const total = itemCount(view, item.of)
  const indexes = itemRows(sheet, range).flatMap(({ of, index }) => (of === item.of ? [index] : []))
  const first = Math.min(...indexes)
  return { of: item.of, first, count: Math.max(0, Math.min(Math.max(...indexes) + 1, total) - first) }
}

/** A single (merged) cell means all its rows; a range only the rows between its ends, not what it grew over. */
function selectedRows(sheet: SheetMap, selection: Selection): RowRange {
  const { anchor, focus } = selection
  if (cellAt(sheet, anchor) === cellAt(sheet, focus) && !selection.wholeRows) return rangeOf(sheet, selection)
  return { row: Math.min(anchor.row, focus.row), lastRow: Math.max(anchor.row, focus.row) }
}

type RowRange = Pick<Range, 'row' | 'lastRow'>

function itemRows(sheet: SheetMap, range: RowRange) {
  return sheet.layout.rows.slice(range.row, range.lastRow + 1).flatMap(({ item }) => (item ? [item] : []))
}

/** What rows of this view stand for: indicators, or projects on a list form. */
export function itemKind(view: SheetView): 'indicator' | 'record' {
  return view.state.getState().sheet.layout.rows.find((row) => row.item)?.item?.of ?? 'indicator'
}

export const itemCount = (view: SheetView, of: 'indicator' | 'record'): number =>
  of === 'record' ? view.records().length : (view.records()[0]?.indicators.length ?? 0)

const itemName = (of: 'indicator' | 'record'): string => (of === 'record' ? '项目' : '指标')

/** A new blank row at the end of the block, and the cursor in its first input cell. */
export function appendItem(view: SheetView): void {
  commitCell(view)
  const of = itemKind(view)
  insertAt(view, of, itemCount(view, of), 1)
}

export function insertItems(view: SheetView, where: 'above' | 'below'): void {
  commitCell(view)
  const selected = selectedItems(view)
  if (!selected) return appendItem(view)
  const { sheet, selection } = view.state.getState()
  const isOneCell = cellAt(sheet, selection.anchor) === cellAt(sheet, selection.focus) && !selection.wholeRows
  const count = isOneCell ? 1 : Math.max(1, selected.count)
  const at = where === 'above' ? selected.first : selected.first + selected.count
  insertAt(view, selected.of, Math.min(at, itemCount(view, selected.of)), count)
}

function insertAt(view: SheetView, of: 'indicator' | 'record', at: number, count: number): void {
  const added = view.change(`插入${itemName(of)}`, (records) =>
    of === 'indicator'
      ? changeFirst(records, (record) => insertIndicators(record, at, count))
      : records.toSpliced(at, 0, ...Array.from({ length: count }, () => newRecordLike(view.template, records))),
  )
  if (added) selectItem(view, of, at)
}

export function removeItems(view: SheetView): void {
  commitCell(view)
  const selected = selectedItems(view)
  if (!selected || selected.count === 0) return
  const { of, first, count } = selected
  view.change(`删除${itemName(of)}`, (records) =>
    of === 'indicator'
      ? changeFirst(records, (record) => removeIndicators(record, first, count))
      : records.length > count
        ? records.toSpliced(first, count)
        : [newRecordLike(view.template, records), ...records.toSpliced(first, count)],
  )
}

export function duplicateItems(view: SheetView): void {
  commitCell(view)
  const selected = selectedItems(view)
  if (!selected || selected.count === 0) return
  const { of, first, count } = selected
  view.change(`复制${itemName(of)}行`, (records) =>
    of === 'indicator'
      ? changeFirst(records, (record) => duplicateIndicators(record, first, count))
      : records.toSpliced(first + count, 0, ...records.slice(first, first + count).map((record) => ({ ...record }))),
  )
  selectItem(view, of, first + count)
}

export function moveItems(view: SheetView, by: 1 | -1): void {
  commitCell(view)
  const selected = selectedItems(view)
  if (!selected || selected.count === 0) return
  const { of, first, count } = selected
  const to = first + by
  if (to < 0 || to + count > itemCount(view, of)) return
  const { selection, sheet } = view.state.getState()
  const rowOf = (index: number) => sheet.layout.rows.findIndex((row) => row.item?.of === of && row.item.index === index)
  const shift = rowOf(to) - rowOf(first)
  const moved = view.change(by === 1 ? '下移' : '上移', (records) =>
    of === 'indicator'
      ? changeFirst(records, (record) => moveIndicators(record, first, count, to))
      : records.toSpliced(first, count).toSpliced(to, 0, ...records.slice(first, first + count)),
  )
  if (!moved) return
  const along = ({ row, column }: Position) => ({ row: row + shift, column })
  view.state.setState({ selection: { ...selection, anchor: along(selection.anchor), focus: along(selection.focus) } })
}

function changeFirst(records: Records, change: (record: Records[number]) => Records[number]): Records {
  const [first, ...rest] = records
  return first ? [change(first), ...rest] : records
}

/** Cursor into the first input cell that starts in the item's row. */
export function selectItem(view: SheetView, of: 'indicator' | 'record', index: number): void {
  const { sheet } = view.state.getState()
  const row = sheet.layout.rows.findIndex(({ item }) => item?.of === of && item.index === index)
  if (row < 0) return
  const cell = sheet.layout.cells.find((candidate) => candidate.row === row && isInput(candidate))
  const position = { row, column: cell?.column ?? 0 }
  view.state.setState({ selection: { anchor: position, focus: position } })
}

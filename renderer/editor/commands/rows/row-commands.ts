/**
 * Rows of indicators, or of projects on a list form: add, insert, delete, duplicate (row-moves.ts: move, sort). The rows
 * meant are those the selection touches; merged level cells follow by themselves because they are built from the records.
 */
import {
  duplicateIndicators,
  insertIndicators,
  newRecordLike,
  removeIndicators,
} from '../../../../shared/layout/edit.ts'
import type { Records } from '../../../../shared/layout/edit.ts'
import type { LayoutCell } from '../../../../shared/layout/layout.ts'
import { itemRows, rowOfItem, rowsOfSelection } from '../../grid/row-items.ts'
import type { ItemKind } from '../../grid/row-items.ts'
import { endsOf, selectOnly, selectRows } from '../../grid/selection.ts'
import { cellAt, isInput } from '../../grid/sheet-map.ts'
import type { SheetView } from '../../view/sheet-view.ts'
import { isLevelCell, levelRows } from './level-rows.ts'
import { commitCell } from '../sheet-commands.ts'

export interface SelectedItems {
  of: ItemKind
  first: number
  /** How many of them exist already; blank rows for filling in by hand do not. */
  count: number
}

/** The items the selection touches; null where it touches none. */
export function selectedItems(view: SheetView): SelectedItems | null {
  const { sheet, selection } = view.state.getState()
  const of = itemKind(view)
  const { row, lastRow } = (selection.wholeRows ? null : levelRows(view)) ?? rowsOfSelection(sheet, selection)
  const touched = itemRows(sheet, of, itemCount(view, of)).filter((item) => item.row >= row && item.row <= lastRow)
  const [top] = touched
  if (!top) return null
  return { of, first: top.first, count: Math.max(0, Math.max(...touched.map(({ end }) => end)) - top.first) }
}

/** What rows of this view stand for: indicators, or projects on a list form. */
export function itemKind(view: SheetView): ItemKind {
  return view.state.getState().sheet.layout.rows.find((row) => row.item)?.item?.of ?? 'indicator'
}

export const itemCount = (view: SheetView, of: ItemKind): number =>
  of === 'record' ? view.records().length : (view.records()[0]?.indicators.length ?? 0)

export const itemName = (of: ItemKind): string => (of === 'record' ? '项目' : '指标')

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
  const { anchor, focus } = endsOf(selection)
  const isOneCell = cellAt(sheet, anchor) === cellAt(sheet, focus) && !selection.wholeRows
  const count = isOneCell ? 1 : Math.max(1, selected.count)
  const at = where === 'above' ? selected.first : selected.first + selected.count
  insertAt(view, selected.of, Math.min(at, itemCount(view, selected.of)), count)
}

function insertAt(view: SheetView, of: ItemKind, at: number, count: number): void {
  const added = view.change(`插入${itemName(of)}`, (records) =>
    of === 'indicator'
      ? changeFirst(records, (record) => insertIndicators(record, at, count))
      : records.toSpliced(at, 0, ...Array.from({ length: count }, () => newRecordLike(view.template, records))),
  )
  if (!added) return
  selectItems(view, of, at, count)
  if (of === 'indicator') view.state.setState({ fresh: { first: at, count } })
}

/** Answers how many rows were deleted. The last project of a list form leaves a blank one. */
export function removeItems(view: SheetView): number {
  commitCell(view)
  const selected = selectedItems(view)
  if (!selected || selected.count === 0) return 0
  const { of, first, count } = selected
  view.state.setState({ fresh: null }) // the row that takes its place is not new
  view.change(`删除${itemName(of)}`, (records) =>
    of === 'indicator'
      ? changeFirst(records, (record) => removeIndicators(record, first, count))
      : records.length > count
        ? records.toSpliced(first, count)
        : [newRecordLike(view.template, records)],
  )
  return count
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
  selectItems(view, of, first + count, count)
}

export function changeFirst(records: Records, change: (record: Records[number]) => Records[number]): Records {
  const [first, ...rest] = records
  return first ? [change(first), ...rest] : records
}

/** The rows of items, whole where there are several or whole rows were selected; the cursor in the first cell that is the first row's alone. */
function selectItems(view: SheetView, of: ItemKind, index: number, count: number): void {
  const { sheet, selection } = view.state.getState()
  if (count === 1 && !selection.wholeRows) return selectItem(view, of, index)
  const rows = itemRows(sheet, of, itemCount(view, of))
  const [first, last] = [rowOfItem(rows, index), rowOfItem(rows, index + count - 1)]
  if (first !== undefined && last !== undefined) view.state.setState({ selection: selectRows(sheet, first, last) })
}

/** Cursor into the first input cell of the item's row that is to be filled in: levels it took over are behind it already. */
export function selectItem(view: SheetView, of: ItemKind, index: number): void {
  const { sheet } = view.state.getState()
  const row = rowOfItem(itemRows(sheet, of, itemCount(view, of)), index)
  if (row === undefined) return
  const inRow = sheet.layout.cells.filter((candidate) => candidate.row === row && isInput(candidate))
  // a merged level that begins here belongs to other rows too: what is typed next must not change them
  const cell =
    inRow.find((one) => isOwn(one) && !(isLevelCell(one) && one.text !== '')) ?? inRow.find(isOwn) ?? inRow[0]
  view.state.setState({ selection: selectOnly({ row, column: cell?.column ?? 0 }) })
}

const isOwn = ({ binding }: LayoutCell): boolean => binding?.alsoPaths.length === 0

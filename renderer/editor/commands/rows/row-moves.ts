/** Rows moved by keys or by dragging, and the indicators sorted into the order of the form's levels. */
import { moveIndicators, sortIndicators } from '../../../../shared/layout/edit.ts'
import type { ProjectRecord } from '../../../../shared/model/project.ts'
import { changeFirst, itemCount, selectedItems } from './row-commands.ts'
import { itemRows, rowOfItem } from '../../grid/row-items.ts'
import { clampSelection, endsOf, selectRows } from '../../grid/selection.ts'
import type { Position } from '../../grid/sheet-map.ts'
import { commitCell } from '../sheet-commands.ts'
import type { SheetView } from '../../view/sheet-view.ts'

/** The selected rows past the row above or below them. */
export function moveItems(view: SheetView, by: 1 | -1): boolean {
  commitCell(view)
  const selected = selectedItems(view)
  if (!selected || selected.count === 0) return false
  const { of, first, count } = selected
  const rows = itemRows(view.state.getState().sheet, of, itemCount(view, of)).filter((row) => row.first < row.end)
  const passed = by === -1 ? rows.findLast((row) => row.end <= first) : rows.find((row) => row.first >= first + count)
  if (!passed) return false
  return moveSelectedTo(view, by === -1 ? passed.first : passed.end, by === 1 ? '下移' : '上移')
}

/** The selected rows to before the item at `before`; its count: to the end. `label` names the step for the person. */
export function moveItemsTo(view: SheetView, before: number, label = '移动行'): boolean {
  commitCell(view)
  return moveSelectedTo(view, before, label)
}

function moveSelectedTo(view: SheetView, before: number, label: string): boolean {
  const selected = selectedItems(view)
  if (!selected || selected.count === 0) return false
  const { of, first, count } = selected
  if (before >= first && before <= first + count) return false
  const to = before > first ? before - count : before
  const rowOf = (index: number) => rowOfItem(itemRows(view.state.getState().sheet, of, itemCount(view, of)), index)
  const { selection } = view.state.getState()
  const from = rowOf(first)
  const moved = view.change(label, (records) =>
    of === 'indicator'
      ? changeFirst(records, (record) => moveIndicators(record, first, count, to))
      : records.toSpliced(first, count).toSpliced(to, 0, ...records.slice(first, first + count)),
  )
  const [row, last] = [rowOf(to), rowOf(to + count - 1)]
  if (!moved || from === undefined || row === undefined || last === undefined) return moved
  const ends = endsOf(selection)
  const along = (position: Position) => ({ row: position.row + row - from, column: position.column })
  view.state.setState(({ sheet }) => ({
    selection: selection.wholeRows
      ? selectRows(sheet, row, last, along(selection.anchor))
      : clampSelection(sheet, { anchor: along(ends.anchor), focus: along(ends.focus) }),
  }))
  return true
}

/** The indicators of every project shown, in the form's order of levels; false where they stand so already. */
export function sortItems(view: SheetView): boolean {
  commitCell(view)
  const sorted = (record: ProjectRecord) => {
    const after = sortIndicators(view.template, record)
    return after.indicators.every((one, index) => one === record.indicators[index]) ? record : after
  }
  return view.change('按表样顺序排列', (records) => records.map(sorted))
}

import { expect, test } from 'vitest'
import { moveItems } from '../../../../renderer/editor/commands/rows/row-moves.ts'
import { rangeOf } from '../../../../renderer/editor/grid/selection.ts'
import type { SheetView } from '../../../../renderer/editor/view/sheet-view.ts'
import { pendingSave } from '../../../../renderer/editor/table/save-book.ts'
import {
  categorySpans,
  cursorTo,
  handles,
  indicatorGrid,
  names,
  openGuangzhou,
  openKorla,
  openParallel,
  projectNames,
  steps,
} from './open-forms.ts'

const selectedRows = (view: SheetView): (number | undefined)[] => {
  const { sheet, selection } = view.state.getState()
  const { row, lastRow } = rangeOf(sheet, selection)
  return sheet.layout.rows.slice(row, lastRow + 1).map(({ item }) => item?.index)
}

test('one row at a time, the selection with it; at the ends nothing happens', () => {
  const table = openKorla()
  const { view, record } = table
  handles(view, ['indicators[0].name', 'indicators[1].name'])
  moveItems(view, -1)
  expect(steps(table)).toBe(0)
  moveItems(view, 1)
  expect(names(record())).toEqual(['群众知晓率', '演出场次', '观众人数'])
  expect(selectedRows(view)).toEqual([1, 2])
  moveItems(view, 1)
  moveItems(view, -1)
  expect(names(record())).toEqual(['演出场次', '观众人数', '群众知晓率'])
  expect(selectedRows(view)).toEqual([0, 1])
})

test('a row moved out of its level splits the merged cell, moved back joins it', () => {
  const { view } = openKorla()
  handles(view, ['indicators[1].name', 'indicators[1].name'])
  moveItems(view, 1)
  expect(categorySpans(view).map(([, rows]) => rows)).toEqual([1, 1, 1])
  moveItems(view, -1)
  expect(categorySpans(view).map(([, rows]) => rows)).toEqual([2, 1])
})

test('a row with two indicators moves whole, and is passed whole', () => {
  const { view, record } = openParallel()
  handles(view, ['indicators[0].name', 'indicators[0].name'])
  moveItems(view, 1)
  expect(names(record())).toEqual(['二', '三', '一', '四'])
  handles(view, ['indicators[0].name', 'indicators[0].name'])
  moveItems(view, 1)
  expect(names(record())).toEqual(['一', '二', '三', '四'])
})

test('list form: the new order of the projects is saved without any project being rewritten; in the grid: indicators', () => {
  const table = openGuangzhou()
  const { editor } = table.view
  cursorTo(table.view, 'project.name', 2)
  moveItems(table.view, -1)
  expect(projectNames(table)).toEqual(['甲', '丙', '乙'])
  expect(table.sent).toMatchObject([{ changes: [], added: [], removed: [], order: ['p0', 'p2', 'p1'] }])
  const grid = indicatorGrid(table)
  cursorTo(grid, 'indicators[0].name')
  moveItems(grid, 1)
  expect(names(table.record(0))).toEqual(['观众人数', '演出场次', '群众知晓率'])
  expect(pendingSave(editor.autosave.book(), editor.entries(), 'x', '')?.input.changes).toHaveLength(1)
})

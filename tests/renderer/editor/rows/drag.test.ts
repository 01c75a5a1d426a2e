import { expect, test } from 'vitest'
import { canDragRow, dropPlace } from '../../../../renderer/editor/commands/rows/row-drag.ts'
import { moveItemsTo } from '../../../../renderer/editor/commands/rows/row-moves.ts'
import type { SheetView } from '../../../../renderer/editor/view/sheet-view.ts'
import { cellOf } from '../open-view.ts'
import {
  cursorTo,
  handles,
  indicatorGrid,
  names,
  openGuangzhou,
  openKorla,
  openParallel,
  projectNames,
} from './open-forms.ts'

/** Lets go of the selected rows over the row of a field. */
function drop(view: SheetView, path: string, half: 'upper' | 'lower', record = 0): void {
  const place = dropPlace(view, cellOf(view, path, record).row, half === 'lower')
  if (place) moveItemsTo(view, place.before)
}

test('only rows selected by their handles can be dragged', () => {
  const { view } = openKorla()
  const { row } = cellOf(view, 'indicators[1].name')
  expect(canDragRow(view, row)).toBe(false)
  handles(view, ['indicators[1].name', 'indicators[2].name'])
  expect([row - 1, row, row + 1, row + 2].map((one) => canDragRow(view, one))).toEqual([false, true, true, false])
  view.state.setState(({ selection }) => ({
    selection: { ...selection, anchor: { row: 0, column: 0 }, focus: { row: 0, column: 0 } },
  }))
  expect(canDragRow(view, 0)).toBe(false)
})

test('dropped in the upper half of a row it stands before it, in the lower half behind it', () => {
  const { view, record } = openKorla()
  handles(view, ['indicators[2].name', 'indicators[2].name'])
  drop(view, 'indicators[1].name', 'upper')
  expect(names(record())).toEqual(['演出场次', '群众知晓率', '观众人数'])
  drop(view, 'indicators[2].name', 'lower')
  expect(names(record())).toEqual(['演出场次', '观众人数', '群众知晓率'])
})

test('several rows go together; over themselves or at their own edges nothing changes', () => {
  const { view, record } = openKorla()
  handles(view, ['indicators[0].name', 'indicators[1].name'])
  const { row } = cellOf(view, 'indicators[0].name')
  expect(dropPlace(view, row, true)).toBeNull()
  expect(dropPlace(view, row + 2, false)).toBeNull()
  expect(dropPlace(view, row + 2, true)).toEqual({ before: 3, lineRow: row + 3 })
  drop(view, 'indicators[2].name', 'lower')
  expect(names(record())).toEqual(['群众知晓率', '演出场次', '观众人数'])
})

test('above the rows means to their start, below them to their end', () => {
  const { view, record } = openKorla()
  handles(view, ['indicators[1].name', 'indicators[1].name'])
  expect(dropPlace(view, 0, true)?.before).toBe(0)
  expect(dropPlace(view, 999, false)?.before).toBe(3)
  drop(view, 'project.name', 'upper')
  expect(names(record())).toEqual(['观众人数', '演出场次', '群众知晓率'])
})

test('a row with two indicators is dropped past another whole', () => {
  const { view, record } = openParallel()
  handles(view, ['indicators[3].name', 'indicators[3].name'])
  drop(view, 'indicators[1].name', 'upper')
  expect(names(record())).toEqual(['一', '四', '二', '三'])
})

test('list form: projects; in the grid of one: its indicators', () => {
  const table = openGuangzhou()
  handles(table.view, ['project.name', 'project.name'], [0, 0])
  drop(table.view, 'project.name', 'lower', 2)
  expect(projectNames(table)).toEqual(['乙', '丙', '甲'])
  table.view.editor.undo()
  const grid = indicatorGrid(table)
  handles(grid, ['indicators[2].name', 'indicators[2].name'])
  drop(grid, 'indicators[0].name', 'upper')
  expect(names(table.record(0))).toEqual(['群众知晓率', '演出场次', '观众人数'])
  cursorTo(grid, 'indicators[0].name')
  expect(canDragRow(grid, cellOf(grid, 'indicators[0].name').row)).toBe(false)
})

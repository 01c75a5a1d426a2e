import { expect, test } from 'vitest'
import { duplicateItems } from '../../../../renderer/editor/commands/rows/row-commands.ts'
import { applyWrites, writeWhole } from '../../../../renderer/editor/commands/cell-writes.ts'
import { activeCell } from '../../../../renderer/editor/view/sheet-view.ts'
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
} from './open-forms.ts'

test('the selected rows once more behind them, in the same merged levels', () => {
  const { view, record } = openKorla()
  handles(view, ['indicators[0].name', 'indicators[1].name'])
  duplicateItems(view)
  expect(names(record())).toEqual(['演出场次', '观众人数', '演出场次', '观众人数', '群众知晓率'])
  expect(categorySpans(view)[0]).toEqual(['产出指标', 4])
})

test('a merged level means all of its rows; a row with two indicators means both', () => {
  const merged = openKorla()
  cursorTo(merged.view, 'indicators[0].category')
  duplicateItems(merged.view)
  expect(names(merged.record())).toHaveLength(5)
  const parallel = openParallel()
  handles(parallel.view, ['indicators[1].name', 'indicators[1].name'])
  duplicateItems(parallel.view)
  expect(names(parallel.record())).toEqual(['一', '二', '三', '二', '三', '四'])
})

test('list form: a project of its own, which does not change with the first; in its grid: an indicator', () => {
  const table = openGuangzhou()
  const { view } = table
  cursorTo(view, 'project.name', 0)
  duplicateItems(view)
  expect(projectNames(table)).toEqual(['甲', '甲', '乙', '丙'])
  const copy = activeCell(view)?.binding
  if (!copy) throw new Error('the cursor stands in the copy')
  view.change('改名', (records) => applyWrites(view.template, records, [writeWhole(copy, '甲二')]))
  expect(projectNames(table).toSorted()).toEqual(['丙', '乙', '甲', '甲二'])
  expect(new Set(view.editor.entries().map(({ key }) => key)).size).toBe(4)
  const grid = indicatorGrid(table)
  cursorTo(grid, 'indicators[2].name')
  duplicateItems(grid)
  expect(names(table.record(0)).slice(2)).toEqual(['群众知晓率', '群众知晓率'])
})

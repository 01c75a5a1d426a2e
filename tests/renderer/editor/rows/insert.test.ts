import { expect, test } from 'vitest'
import { insertItems } from '../../../../renderer/editor/commands/rows/row-commands.ts'
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
import { openView, recordWith, threeIndicators } from '../open-view.ts'

test('above: the row joins the levels of its neighbour, the merged cells grow, the cursor stands in it', () => {
  const { view, record } = openKorla()
  cursorTo(view, 'indicators[1].name')
  insertItems(view, 'above')
  expect(names(record())).toEqual(['演出场次', '', '观众人数', '群众知晓率'])
  expect(categorySpans(view)).toEqual([
    ['产出指标', 3],
    ['效益指标', 1],
  ])
  expect(activeCell(view)?.row).toBe(view.state.getState().sheet.layout.rows.findIndex(({ item }) => item?.index === 1))
})

test('a form that prints every second level: the cursor stands where the indicator is written, not on what it took over', () => {
  const { view } = openView('hebei-xinle-2024', [recordWith('送戏下乡', threeIndicators())])
  cursorTo(view, 'indicators[1].name')
  insertItems(view, 'above')
  expect(activeCell(view)?.binding?.path).toBe('indicators[1].name')
  const blank = openView('hebei-xinle-2024', [recordWith('新项目', [])])
  cursorTo(blank.view, 'indicators[0].name')
  insertItems(blank.view, 'above')
  expect(activeCell(blank.view)?.binding?.kind).toBe('category')
})

test('below the last row, and as many as are selected', () => {
  const { view, record } = openKorla()
  handles(view, ['indicators[1].name', 'indicators[2].name'])
  insertItems(view, 'below')
  expect(names(record())).toEqual(['演出场次', '观众人数', '群众知晓率', '', ''])
})

test('below a row with two indicators: behind both', () => {
  const { view, record } = openParallel()
  cursorTo(view, 'indicators[1].name')
  insertItems(view, 'below')
  expect(names(record())).toEqual(['一', '二', '三', '', '四'])
})

test('with the cursor outside the rows: at the end', () => {
  const { view, record } = openKorla()
  cursorTo(view, 'project.name')
  insertItems(view, 'above')
  expect(names(record()).at(-1)).toBe('')
})

test('list form: a project of the same unit; in the grid of a project: an indicator', () => {
  const table = openGuangzhou()
  cursorTo(table.view, 'project.name', 1)
  insertItems(table.view, 'above')
  expect(projectNames(table)).toEqual(['甲', '', '乙', '丙'])
  expect(table.record(1).unit.name).toBe('云溪县文化馆')
  const grid = indicatorGrid(table)
  cursorTo(grid, 'indicators[0].name')
  insertItems(grid, 'below')
  expect(names(table.record(0))).toEqual(['演出场次', '', '观众人数', '群众知晓率'])
})

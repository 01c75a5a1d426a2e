import { expect, test } from 'vitest'
import { sortItems } from '../../../../renderer/editor/commands/rows/row-moves.ts'
import { guangzhou, indicator, korla, openView, recordWith } from '../open-view.ts'
import { categorySpans, indicatorGrid, names, steps } from './open-forms.ts'

const mixed = [
  indicator('满意度指标', '满意度指标', '观众满意度'),
  indicator('产出指标', '质量指标', '演出合格率'),
  indicator('自拟指标', '自拟', '别的'),
  indicator('效益指标', '社会效益指标', '知晓率'),
  indicator('产出指标', '数量指标', '演出场次'),
  indicator('产出指标', '质量指标', '设备完好率'),
]
const ordered = ['演出场次', '演出合格率', '设备完好率', '知晓率', '观众满意度', '别的']

test('the levels stand in the order of the form and merge; equal ones keep theirs, unknown ones go last', () => {
  const table = openView(korla, [recordWith('送戏下乡', mixed)])
  expect(sortItems(table.view)).toBe(true)
  expect(names(table.record())).toEqual(ordered)
  expect(categorySpans(table.view)[0]).toEqual(['产出指标', 3])
  expect(sortItems(table.view)).toBe(false)
  expect(steps(table)).toBe(1)
  table.view.editor.undo()
  expect(names(table.record())).toEqual(mixed.map(({ name }) => name))
})

test('list form: the indicators of every project; in the grid of a project only its own', () => {
  const own = [indicator('效益指标', '社会效益', '知晓率'), indicator('产出指标', '数量指标', '演出场次')]
  const table = openView(guangzhou, [recordWith('甲', own), recordWith('乙', own)])
  sortItems(indicatorGrid(table))
  expect(table.view.editor.records().map((record) => names(record)[0])).toEqual(['演出场次', '知晓率'])
  sortItems(table.view)
  expect(table.view.editor.records().map((record) => names(record)[0])).toEqual(['演出场次', '演出场次'])
})

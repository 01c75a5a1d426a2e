import { expect, test } from 'vitest'
import { selectAt } from '../../../renderer/editor/view/sheet-view.ts'
import { positionOf } from '../../../renderer/editor/grid/sheet-map.ts'
import type { LayoutCell } from '../../../shared/layout/layout.ts'
import { indicator, openView, recordWith } from '../editor/open-view.ts'
import { keyboard, onGuangzhou, onKorla, onPackedCell } from './keyboard.ts'

test('typing replaces the text; arrows leave the cell and write it', () => {
  const keys = onKorla()
  keys.goTo('indicators[0].name')
  keys.type('演出')
  keys.type('总场次')
  keys.press('ArrowDown')
  expect(keys.record().indicators[0]?.name).toBe('演出总场次')
  expect(keys.at()).toBe('0:indicators[1].name')
})

test('typing into a merged level writes every row of it', () => {
  const keys = onKorla()
  keys.goTo('indicators[0].subcategory')
  keys.type('质量指标')
  keys.press('Tab')
  expect(keys.record().indicators.map(({ subcategory }) => subcategory)).toEqual([
    '质量指标',
    '质量指标',
    '社会效益指标',
  ])
})

test('letters are left to the textarea: no key starts editing by itself', () => {
  const keys = onKorla()
  keys.goTo('indicators[0].name')
  for (const key of ['a', '=', '中', '1', ' ', 'Process', 'Shift']) expect(keys.press(key)).toBe(false)
  expect(keys.view.state.getState().editing).toBeNull()
})

test('a label takes no letters', () => {
  const keys = onKorla()
  keys.goTo('indicators[0].name')
  keys.view.state.setState({ selection: { anchor: { row: 6, column: 2 }, focus: { row: 6, column: 2 } } })
  keys.type('改表头')
  keys.press('Enter')
  expect(keys.sent).toEqual([])
})

test('list form: a project by typing; a field of all projects is written to all', () => {
  const keys = onGuangzhou()
  keys.goTo('funding.total', 1)
  keys.type('１２．５')
  keys.press('Tab')
  expect(keys.record(1).funding.total).toBe('12.5')
  expect(keys.record(0).funding.total).toBe('')
  keys.view.state.setState({ selection: { anchor: { row: 1, column: 0 }, focus: { row: 1, column: 0 } } })
  keys.type('白河镇政府')
  keys.press('Enter')
  expect([keys.record(0).unit.name, keys.record(1).unit.name]).toEqual(['白河镇政府', '白河镇政府'])
})

test('typing in the opened packed cell changes this indicator of this project only', () => {
  const keys = onPackedCell()
  keys.goTo('indicators[1].target')
  keys.type('≥5000人')
  keys.press('Enter')
  expect(keys.record().indicators.map(({ target }) => target)).toEqual(['≥10场', '≥5000人', '≥90%'])
})

test('the halves of a form are cells of their own: a name typed in one stays out of the other, the same again joins them', () => {
  const opened = openView('central-2021', [
    recordWith('设施运行', [{ ...indicator('产出指标', '数量指标', '甲', '≥1'), termTarget: '≥3' }]),
  ])
  const keys = keyboard(opened.view)
  const names = () => opened.record().indicators.map(({ name, termTarget, target }) => [name, termTarget, target])
  const [left, right] = opened.view.state.getState().sheet.layout.cells.filter(({ text }) => text === '甲')
  if (!left || !right) throw new Error('both halves print the name')
  const typeAt = (cell: LayoutCell, text: string) => {
    selectAt(opened.view, positionOf(cell))
    keys.type(text)
    keys.press('Enter')
  }
  typeAt(right, '年度甲')
  expect(names()).toEqual([
    ['甲', '≥3', ''],
    ['年度甲', '', '≥1'],
  ])
  typeAt(left, '年度甲')
  expect(names()).toEqual([['年度甲', '≥3', '≥1']])
  keys.press('Ctrl+Z', 'Ctrl+Z')
  expect(names()).toEqual([['甲', '≥3', '≥1']])
  selectAt(opened.view, positionOf(right))
  keys.press('Delete')
  expect(names()).toEqual([
    ['甲', '≥3', ''],
    ['', '', '≥1'],
  ])
})

test('a value cleared stays the indicator’s own cell: the next one does not move up into it', () => {
  const opened = openView('central-2021', [
    recordWith('设施运行', [
      { ...indicator('产出指标', '数量指标', '甲', '≥2'), termTarget: '≥3' },
      indicator('产出指标', '数量指标', '乙', '≥1'),
    ]),
  ])
  const keys = keyboard(opened.view)
  keys.goTo('indicators[0].target')
  keys.press('Delete')
  expect(keys.at()).toBe('0:indicators[0].target')
  expect(opened.record().indicators.map(({ target }) => target)).toEqual(['', '≥1'])
  keys.type('≥5')
  keys.press('Enter')
  expect(opened.record().indicators.map(({ target }) => target)).toEqual(['≥5', '≥1'])
})

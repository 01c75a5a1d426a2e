import { expect, test } from 'vitest'
import { onGuangzhou, onKorla, onPackedCell } from './keyboard.ts'

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

import { describe, expect, test } from 'vitest'
import { onGuangzhou, onKorla, onPackedCell } from './keyboard.ts'
import type { TypedKeyboard } from './keyboard.ts'

describe.each(['Delete', 'Backspace'])('%s', (key) => {
  test('clears the selected input cells of a merged form and leaves labels', () => {
    const keys = onKorla()
    keys.goTo('project.name')
    keys.extendTo('funding.fiscal')
    keys.press(key)
    expect(keys.record().project).toMatchObject({ name: '', leader: '' })
    expect(keys.view.state.getState().sheet.layout.cells.find(({ text }) => text === '项目名称')).toBeDefined()
    keys.press('Ctrl+Z')
    expect(keys.record().project.name).toBe('送戏下乡')
  })

  test('of a range that grew over a merged level clears all its rows', () => {
    const keys = onKorla()
    keys.goTo('indicators[1].name')
    keys.press('Shift+ArrowLeft', key)
    expect(keys.record().indicators.map(({ subcategory, name }) => [subcategory, name])).toEqual([
      ['', ''],
      ['', ''],
      ['社会效益指标', '群众知晓率'],
    ])
  })

  test('clears the packed cell of a list form as a whole', () => {
    const keys = onGuangzhou()
    keys.goTo('indicators', 0)
    keys.press(key)
    expect(keys.record().indicators).toEqual([])
    expect(keys.record().project.name).toBe('甲项目')
  })

  test('clears one field of the opened packed cell', () => {
    const keys = onPackedCell()
    keys.goTo('indicators[0].target')
    keys.press(key)
    expect(keys.record().indicators.map(({ target }) => target)).toEqual(['', '≥3000人', '≥90%'])
  })
})

describe('a merged level that was cleared fell apart, and is still one thing', () => {
  const clear: [string, (keys: TypedKeyboard) => void][] = [
    ['by Delete', (keys) => keys.press('Delete')],
    [
      'by emptying its text',
      (keys) => {
        keys.press('F2')
        keys.view.state.setState(({ editing }) => ({ editing: editing && { ...editing, text: '' } }))
        keys.press('Enter')
      },
    ],
  ]
  const levels = ({ record }: TypedKeyboard) => record().indicators.map(({ subcategory }) => subcategory)
  test.each(clear)('%s: a text typed into its first row later joins all of them again', (_, empty) => {
    const keys = onKorla()
    keys.goTo('indicators[0].subcategory')
    empty(keys)
    expect(levels(keys)).toEqual(['', '', '社会效益指标'])
    keys.goTo('goal.annual')
    keys.goTo('indicators[0].subcategory')
    keys.type('质量指标')
    keys.press('Enter')
    expect(levels(keys)).toEqual(['质量指标', '质量指标', '社会效益指标'])
  })

  test.each(clear)('%s: a text in another of its rows, or rows that came between, end that', (_, empty) => {
    const keys = onKorla()
    keys.goTo('indicators[0].subcategory')
    empty(keys)
    keys.goTo('indicators[1].subcategory')
    keys.type('时效指标')
    keys.press('Enter')
    keys.goTo('indicators[0].subcategory')
    keys.type('质量指标')
    keys.press('Enter')
    expect(levels(keys)).toEqual(['质量指标', '时效指标', '社会效益指标'])
  })
})

test('the unit that amounts are printed with is cleared only by itself', () => {
  const keys = onGuangzhou()
  const unit = keys.view.state.getState().sheet.layout.cells.find(({ binding }) => binding?.kind === 'currency-unit')
  keys.goTo(unit?.binding?.path ?? '', 'all')
  keys.type('元')
  keys.press('Enter', 'Ctrl+A', 'Delete')
  expect(keys.record().project.name).toBe('')
  expect(keys.record().funding.unit).toBe('元')
  keys.goTo(unit?.binding?.path ?? '', 'all')
  keys.press('Delete')
  expect(keys.record().funding.unit).toBe('')
})

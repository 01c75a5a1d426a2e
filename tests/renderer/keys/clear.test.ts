import { describe, expect, test } from 'vitest'
import { onGuangzhou, onKorla, onPackedCell } from './keyboard.ts'

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

import { describe, expect, test } from 'vitest'
import { onGuangzhou, onKorla, onPackedCell } from './keyboard.ts'

describe('arrows, Tab and Enter on a merged form', () => {
  test('a merged level is one step in every direction', () => {
    const keys = onKorla()
    keys.goTo('indicators[1].name')
    keys.press('ArrowLeft')
    expect(keys.at()).toBe('0:indicators[0].subcategory')
    keys.press('ArrowLeft', 'ArrowDown')
    expect(keys.at()).toBe('0:indicators[2].category')
    keys.press('ArrowUp', 'ArrowRight', 'ArrowRight')
    expect(keys.at()).toBe('0:indicators[1].name')
  })

  test('Tab walks input cells in reading order and never stands on a label', () => {
    const keys = onKorla()
    keys.goTo('unit.name')
    const walked: string[] = []
    for (let step = 0; step < 8; step++) {
      keys.press('Tab')
      walked.push(keys.at())
    }
    expect(walked).toEqual([
      '0:project.name',
      '0:project.leader',
      '0:funding.unit',
      '0:funding.total',
      '0:funding.fiscal',
      '0:funding.other',
      '0:goal.annual',
      '0:indicators[0].category',
    ])
    for (let step = 0; step < 8; step++) keys.press('Shift+Tab')
    expect(keys.at()).toBe('0:unit.name')
  })

  test('Enter goes down and Shift+Enter up, over a merged cell as one', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].category')
    keys.press('Enter')
    expect(keys.at()).toBe('0:indicators[2].category')
    keys.press('Shift+Enter')
    expect(keys.at()).toBe('0:indicators[0].category')
  })

  test('Tab in the last cell of the last row adds a row in the same levels and stands in it', () => {
    const keys = onKorla()
    keys.goTo('indicators[2].evidence')
    keys.press('Tab')
    expect(keys.record().indicators).toHaveLength(4)
    expect(keys.record().indicators[3]).toMatchObject({ category: '效益指标', subcategory: '社会效益指标', name: '' })
    expect(keys.at()).toBe('0:indicators[3].name')
    keys.press('Ctrl+Z')
    expect(keys.record().indicators).toHaveLength(3)
  })

  test('Home, End and their Ctrl forms', () => {
    const keys = onKorla()
    keys.goTo('indicators[1].target')
    keys.press('End')
    expect(keys.at()).toBe('0:indicators[1].evidence')
    keys.press('Ctrl+Home')
    expect(keys.at()).toBe('0:year')
    keys.press('Ctrl+End')
    expect(keys.at()).toBe('0:indicators[2].evidence')
  })
})

describe('on the list form', () => {
  test('Tab goes from the last cell of a project to the next project and past the totals', () => {
    const keys = onGuangzhou()
    keys.goTo('indicators', 0)
    keys.press('Tab')
    expect(keys.at()).toBe('1:project.name')
    keys.goTo('project.name', 0)
    keys.press('Shift+Tab')
    expect(keys.at()).toBe('all:funding.unit')
  })

  test('Tab in the last cell of the last project adds a project of the same unit', () => {
    const keys = onGuangzhou()
    keys.goTo('indicators', 1)
    keys.press('Tab')
    expect(keys.view.editor.records()).toHaveLength(3)
    expect(keys.record(2).unit.name).toBe('云溪县文化馆')
    expect(keys.at()).toBe('2:project.name')
  })

  test('Enter and arrows go from project to project', () => {
    const keys = onGuangzhou()
    keys.goTo('funding.total', 0)
    keys.press('Enter')
    expect(keys.at()).toBe('1:funding.total')
    keys.press('ArrowUp', 'ArrowRight')
    expect(keys.at()).toBe('0:funding.fiscal')
  })
})

describe('in the opened packed cell', () => {
  test('Tab in the last cell adds an indicator to this project, and the packed cell follows', () => {
    const keys = onPackedCell()
    keys.goTo('indicators[2].target')
    keys.press('Tab')
    keys.type('新指标')
    keys.press('Tab')
    expect(keys.record().indicators.map(({ name }) => name)).toEqual(['演出场次', '观众人数', '群众知晓率', '新指标'])
    expect(keys.record(1).indicators).toEqual([])
  })
})

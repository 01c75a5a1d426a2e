/** Keys around an open text: what changes it, what gives the old one back, what leaves it. */
import { describe, expect, test } from 'vitest'
import { toggleMode } from '../../../renderer/editor/commands/sheet-commands.ts'
import { cellAt } from '../../../renderer/editor/grid/sheet-map.ts'
import { openView, recordWith } from '../editor/open-view.ts'
import { keyboard, onGuangzhou, onKorla, onPackedCell } from './keyboard.ts'

describe('F2 in an open text', () => {
  test('after typing the arrows stay in the text, and leave it again after the next F2', () => {
    const keys = onKorla()
    keys.goTo('indicators[1].name')
    keys.type('观众')
    keys.press('F2')
    expect(keys.press('ArrowLeft')).toBe(false)
    expect(keys.at()).toBe('0:indicators[1].name')
    keys.press('F2', 'ArrowUp')
    expect(keys.at()).toBe('0:indicators[0].name')
    expect(keys.record().indicators[1]?.name).toBe('观众')
  })

  test('a click into the typed text does the same', () => {
    const keys = onPackedCell()
    keys.goTo('indicators[1].name')
    keys.type('观众')
    toggleMode(keys.view, 'editing')
    expect(keys.press('ArrowLeft')).toBe(false)
    expect(keys.view.state.getState().editing?.text).toBe('观众')
  })
})

describe('moving rows by key', () => {
  test('only with selected rows; else it says how', () => {
    const keys = onKorla()
    keys.goTo('indicators[1].basis')
    keys.press('Alt+ArrowUp')
    expect(keys.record().indicators[0]?.name).toBe('演出场次')
    expect(keys.asked).toEqual(['noteSelectRows'])
    keys.press('Shift+Space', 'Alt+ArrowUp')
    expect(keys.record().indicators[0]?.name).toBe('观众人数')
  })

  test('Alt+↑ closes a list that is open', () => {
    const keys = onKorla()
    keys.goTo('indicators[1].basis')
    keys.press('Alt+ArrowDown')
    expect(keys.view.state.getState().editing?.listOpen).toBe(true)
    keys.press('Alt+ArrowUp')
    expect(keys.view.state.getState().editing?.listOpen).toBe(false)
    expect(keys.record().indicators[0]?.name).toBe('演出场次')
  })
})

test('Enter passes over what the form prints and computes', () => {
  const keys = onKorla()
  keys.goTo('goal.annual')
  keys.press('Enter')
  expect(keys.at()).toBe('0:indicators[0].name')
  keys.press('Shift+Enter')
  expect(keys.at()).toBe('0:goal.annual')
  const list = onGuangzhou()
  list.press('Ctrl+Home', 'Enter')
  expect(list.at()).toBe('0:project.name')
})

describe('what the form prints around a field is no part of it when it is typed', () => {
  test.each([
    ['year', '2024年', '2024'],
    ['year', '(2024年)', '2024'],
    ['year', '（2025年度）', '2025'],
    ['year', '二〇二四', '二〇二四'],
    ['funding.unit', '单位：元', '元'],
    ['funding.unit', '项目资金(元)', '元'],
    ['funding.unit', '万元', '万元'],
    ['funding.unit', '欧元', '欧元'],
  ] as const)('%s: %s → %s', (path, typed, kept) => {
    const keys = onKorla()
    keys.goTo(path)
    keys.type(typed)
    keys.press('Enter')
    const record = keys.record()
    expect(path === 'year' ? record.year : record.funding.unit).toBe(kept)
  })

  test('部门名称 on the list form', () => {
    const keys = onGuangzhou()
    keys.press('Ctrl+Home')
    keys.type('部门名称：白河县体育局')
    keys.press('Tab')
    expect(keys.record().unit.name).toBe('白河县体育局')
  })

  test.each(['2024年—2026年', '（2024年—2026年）', '(2024年—2026年)', '中期目标（2024年—2026年）'])(
    'the years of the term on the central form: %s',
    (typed) => {
      const { view, record } = openView('central-2021', [recordWith('设施运行', [])])
      const keys = keyboard(view)
      const printed = () => {
        const { sheet, selection } = view.state.getState()
        return cellAt(sheet, selection.anchor)?.text
      }
      keys.goTo('extra.中期目标年份')
      expect(printed()).toBe('中期目标（    年—    年）')
      keys.type(typed)
      keys.press('Enter')
      expect(record().extra).toEqual({ 中期目标年份: '2024年—2026年' })
      keys.goTo('extra.中期目标年份')
      expect(printed()).toBe('中期目标（2024年—2026年）')
      expect(keys.text('extra.中期目标年份')).toBe('2024年—2026年')
      keys.press('Delete')
      expect(record().extra).toEqual({})
      expect(printed()).toBe('中期目标（    年—    年）')
    },
  )
})

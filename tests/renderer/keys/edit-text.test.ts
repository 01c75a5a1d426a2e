import { describe, expect, test } from 'vitest'
import { onGuangzhou, onKorla, onPackedCell } from './keyboard.ts'

describe('F2 and Esc', () => {
  test('F2 keeps the text, arrows stay in it, Enter writes it', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].name')
    keys.press('F2')
    expect(keys.view.state.getState().editing).toMatchObject({ mode: 'editing', text: '演出场次' })
    expect(keys.press('ArrowLeft')).toBe(false)
    keys.type('（场）')
    keys.press('Enter')
    expect(keys.record().indicators[0]?.name).toBe('演出场次（场）')
  })

  test.each(['F2', null])('Esc gives the old text back (begun by %s)', (start) => {
    const keys = onKorla()
    keys.goTo('indicators[0].category')
    if (start) keys.press(start)
    keys.type('不要')
    keys.press('Escape')
    expect(keys.view.state.getState().editing).toBeNull()
    expect(keys.text('indicators[0].category')).toBe('产出指标')
    expect(keys.sent).toEqual([])
  })

  test('while a cell is open Ctrl+Z and Ctrl+A are its own, Home and Delete too', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].name')
    keys.press('F2')
    for (const chord of ['Ctrl+Z', 'Ctrl+A', 'Home', 'Delete', 'Backspace']) expect(keys.press(chord)).toBe(false)
    expect(keys.text('indicators[0].name')).toBe('演出场次')
  })

  test('on the list form F2 opens the packed cell as a grid, on any other cell its text', () => {
    const keys = onGuangzhou()
    keys.goTo('indicators', 0)
    keys.press('F2')
    expect(keys.asked).toEqual(['openPacked'])
  })

  test('in the packed cell F2 edits the indicator', () => {
    const keys = onPackedCell()
    keys.goTo('indicators[2].name')
    keys.press('F2')
    keys.type('提高')
    keys.press('Tab')
    expect(keys.record().indicators[2]?.name).toBe('群众知晓率提高')
  })
})

test('a line break stays in the text of the field', () => {
  const keys = onKorla()
  keys.goTo('goal.annual')
  keys.type('目标一\n目标二')
  keys.press('Tab')
  expect(keys.record().goal.annual).toBe('目标一\n目标二')
})

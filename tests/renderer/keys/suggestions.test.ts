import { describe, expect, test } from 'vitest'
import { choicesFor, matchingChoices } from '../../../renderer/editor/commands/suggestions.ts'
import { activeCell } from '../../../renderer/editor/view/sheet-view.ts'
import { onGuangzhou, onKorla, onPackedCell } from './keyboard.ts'
import type { Keyboard } from './keyboard.ts'

const choices = (keys: Keyboard, typed = '') => matchingChoices(choicesFor(keys.view, activeCell(keys.view)), typed)

describe.each([
  ['merged form', onKorla],
  ['opened packed cell', onPackedCell],
])('Alt+↓ in a level of the %s', (_, open) => {
  test('opens the list with the text kept; typing filters it by pinyin; free text stays', () => {
    const keys = open()
    keys.goTo('indicators[2].category')
    keys.press('Alt+ArrowDown')
    expect(keys.view.state.getState().editing).toMatchObject({ mode: 'editing', listOpen: true, text: '效益指标' })
    expect(choices(keys)).toContain('产出指标')
    expect(choices(keys, 'cczb')).toEqual(['产出指标'])
    keys.press('Escape')
    keys.type('自己写的')
    keys.press('Enter')
    expect(keys.record().indicators[2]?.category).toBe('自己写的')
  })
})

test('typing in a cell with a list opens it', () => {
  const keys = onKorla()
  keys.goTo('indicators[0].basis')
  keys.type('j')
  expect(keys.view.state.getState().editing).toMatchObject({ mode: 'typing', listOpen: true })
})

test('the cells of a list form without a list open none', () => {
  const keys = onGuangzhou()
  keys.goTo('funding.total', 0)
  keys.press('Alt+ArrowDown')
  expect(keys.view.state.getState().editing).toBeNull()
})

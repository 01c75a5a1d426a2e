import { expect, test } from 'vitest'
import { names } from '../editor/open-view.ts'
import { chordOf } from '../../../renderer/ui/shortcut.ts'
import { onKorla } from './keyboard.ts'

test('Shift+Space selects the row, so that Alt+↓ moves it instead of opening the list', () => {
  const keys = onKorla()
  keys.goTo('indicators[0].name')
  keys.press('Shift+Space', 'Alt+ArrowDown')
  expect(names(keys.record())).toEqual(['观众人数', '演出场次', '群众知晓率'])
  keys.press('Alt+ArrowDown')
  expect(names(keys.record())).toEqual(['观众人数', '群众知晓率', '演出场次'])
})

test('of a range all its rows', () => {
  const keys = onKorla()
  keys.goTo('indicators[0].name')
  keys.press('Shift+ArrowDown', 'Shift+Space', 'Alt+ArrowDown')
  expect(names(keys.record())).toEqual(['群众知晓率', '演出场次', '观众人数'])
})

test('while a text is typed the space is its own', () => {
  const keys = onKorla()
  keys.goTo('indicators[0].name')
  keys.type('送戏')
  expect(keys.press('Shift+Space')).toBe(false)
  expect(keys.view.state.getState().editing?.text).toBe('送戏')
})

test('the space bar has a name of its own', () => {
  const held = { ctrlKey: false, metaKey: false, altKey: false, code: 'Space' }
  expect(chordOf({ ...held, key: ' ', shiftKey: true })).toBe('Shift+Space')
})

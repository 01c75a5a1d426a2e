import { expect, test } from 'vitest'
import { onGuangzhou, onKorla, onPackedCell } from './keyboard.ts'

test('Ctrl+Z takes back any number of steps of every kind, Ctrl+Y brings all back', () => {
  const keys = onKorla()
  const start = keys.record()
  keys.goTo('indicators[0].name')
  keys.type('一')
  keys.press('Enter')
  keys.press('Ctrl+D')
  keys.press('Ctrl+Plus')
  keys.press('Ctrl+Shift+D')
  keys.press('Delete')
  keys.press('Ctrl+Minus')
  const end = keys.record()
  const steps = keys.view.editor.state.getState().history.past.length
  expect(steps).toBeGreaterThanOrEqual(5)
  for (let step = 0; step < steps + 3; step++) keys.press('Ctrl+Z')
  expect(keys.record()).toEqual(start)
  for (let step = 0; step < steps + 3; step++) keys.press(step % 2 === 0 ? 'Ctrl+Y' : 'Ctrl+Shift+Z')
  expect(keys.record()).toEqual(end)
})

test('the cursor goes where the change was', () => {
  const keys = onKorla()
  keys.goTo('indicators[1].target')
  keys.type('≥1人')
  keys.press('Enter')
  keys.goTo('project.name')
  keys.press('Ctrl+Z')
  expect(keys.at()).toBe('0:indicators[1].target')
})

test('a change after an undo ends what could be redone', () => {
  const keys = onKorla()
  keys.goTo('indicators[0].name')
  keys.type('一')
  keys.press('Enter', 'Ctrl+Z')
  keys.type('二')
  keys.press('Enter', 'Ctrl+Y')
  expect(keys.record().indicators[0]?.name).toBe('二')
})

test('projects of a list form, added and filled, go and come back', () => {
  const keys = onGuangzhou()
  keys.goTo('indicators', 1)
  keys.press('Tab')
  keys.type('丙项目')
  keys.press('Enter', 'Ctrl+Z', 'Ctrl+Z')
  expect(keys.view.editor.records()).toHaveLength(2)
  keys.press('Ctrl+Y', 'Ctrl+Y')
  expect(keys.record(2).project.name).toBe('丙项目')
})

test('what was changed in the opened packed cell is undone there', () => {
  const keys = onPackedCell()
  keys.goTo('indicators[0].name')
  keys.type('新')
  keys.press('Enter', 'Ctrl+Z')
  expect(keys.record().indicators[0]?.name).toBe('演出场次')
})

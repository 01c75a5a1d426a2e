import { expect, test } from 'vitest'
import { pasteRows } from '../../../../renderer/editor/clipboard/paste.ts'
import { parseSeparatedText } from '../../../../renderer/editor/clipboard/read/clipboard.ts'
import { selectRows } from '../../../../renderer/editor/grid/selection.ts'
import { shownPlace } from '../../../../renderer/editor/grid/shown-place.ts'
import type { ShownPlace } from '../../../../renderer/editor/grid/shown-place.ts'
import { cellAt } from '../../../../renderer/editor/grid/sheet-map.ts'
import { onKorla } from '../../keys/keyboard.ts'

/** The sheet as it is drawn after each step: the field that is brought into view. */
function onScreen() {
  const keys = onKorla()
  let shown: ShownPlace | null = null
  const draw = () => {
    const { sheet, selection } = keys.view.state.getState()
    shown = shownPlace(shown, selection)
    return cellAt(sheet, shown.at)?.binding?.path
  }
  draw()
  return { ...keys, draw }
}

test('an extended range goes to its far end, and stays there under a change of its cells', () => {
  const { draw, ...keys } = onScreen()
  keys.goTo('indicators[0].name')
  expect(draw()).toBe('indicators[0].name')
  keys.press('Shift+ArrowDown', 'Shift+ArrowDown')
  expect(draw()).toBe('indicators[2].name')
  keys.press('Delete')
  expect(draw()).toBe('indicators[2].name')
  keys.press('Enter')
  expect(draw()).toBe('indicators[1].name')
})

test.each(['indicators[0].name', 'indicators[2].name'])('a pasted block is shown from its top: %s', (path) => {
  const { draw, ...keys } = onScreen()
  keys.goTo(path)
  draw()
  pasteRows(keys.view, parseSeparatedText(Array.from({ length: 30 }, (_, index) => `第 ${index} 行`).join('\n')))
  expect(draw()).toBe(path)
  expect(draw()).toBe(path)
  keys.press('Ctrl+D')
  expect(draw()).toBe(path)
  keys.press('Shift+ArrowUp')
  expect(draw()).not.toBe(path)
})

test('whole rows are followed by their handles', () => {
  const { draw, ...keys } = onScreen()
  keys.goTo('indicators[0].name')
  const { row } = keys.position()
  const select = (last: number) =>
    keys.view.state.setState(({ sheet }) => ({ selection: selectRows(sheet, row, last) }))
  select(row)
  expect(draw()).toBe('indicators[0].name')
  select(row + 2)
  expect(draw()).toBe('indicators[2].name')
})

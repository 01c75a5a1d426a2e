/** More than a record can hold is not taken into the table: what is in it can always be saved. The text is given back. */
import { expect, test } from 'vitest'
import { parseSeparatedText } from '../../../../renderer/editor/clipboard/read/clipboard.ts'
import { pasteRows } from '../../../../renderer/editor/clipboard/paste.ts'
import { maximumList, maximumText } from '../../../../shared/model/check-parts.ts'
import { emptyIndicator } from '../../../../shared/model/project.ts'
import { keyboard } from '../../keys/keyboard.ts'
import { korla, openView, recordWith, threeIndicators } from '../open-view.ts'

const open = () => {
  const { view } = openView(korla, [recordWith('引水', threeIndicators())])
  return { view, editor: view.editor, keys: keyboard(view) }
}

test('a typed text that is too long is refused, named and given back; the next change is made', () => {
  const { view, editor, keys } = open()
  const before = editor.entries()
  keys.goTo('goal.annual')
  keys.type('目'.repeat(maximumText + 1))
  keys.press('Enter')
  expect(editor.entries()).toBe(before)
  expect(editor.state.getState().refused).toEqual({ path: 'goal.annual', message: '文字太长，最多 100000 个字' })
  expect(view.state.getState().homeless).toMatchObject({ isTooMuch: true, text: '目'.repeat(maximumText + 1) })
  keys.goTo('goal.annual')
  keys.type('目'.repeat(maximumText))
  keys.press('Enter')
  expect(keys.text('goal.annual')).toHaveLength(maximumText)
  expect(editor.state.getState().refused).toBeNull()
})

test('a paste with such a text is not pasted by half', () => {
  const { view, editor, keys } = open()
  const before = editor.entries()
  keys.goTo('indicators[0].name')
  const outcome = pasteRows(view, parseSeparatedText(`甲\t1\n乙\t${'2'.repeat(maximumText + 1)}`))
  expect(outcome).toEqual({ placed: 0, unplaced: 0, addedRows: 0 })
  expect(editor.entries()).toBe(before)
  expect(editor.state.getState().refused?.path).toBe('indicators[1].target')
})

test('more indicators than a record can hold are not added', () => {
  const { view, editor } = open()
  const rows = Array.from({ length: maximumList + 1 }, () => emptyIndicator())
  expect(view.change('粘贴', ([first]) => (first ? [{ ...first, indicators: rows }] : []))).toBe(false)
  expect(editor.state.getState().refused).toEqual({ path: 'indicators', message: '列表太长，最多 5000 项' })
})

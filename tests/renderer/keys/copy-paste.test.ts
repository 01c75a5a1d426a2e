import { describe, expect, test } from 'vitest'
import { copySelection } from '../../../renderer/editor/clipboard/clipboard-events.ts'
import { pasteRows } from '../../../renderer/editor/clipboard/paste.ts'
import { readClipboard } from '../../../renderer/editor/clipboard/read-clipboard.ts'
import { onGuangzhou, onKorla, onPackedCell } from './keyboard.ts'
import type { Keyboard } from './keyboard.ts'

/** Ctrl+C or Ctrl+X, and what is on the clipboard then. */
function copy({ view }: Keyboard, cut = false): { html: string; plain: string } {
  const data = new Map<string, string>()
  copySelection(view, { setData: (type, text) => data.set(type, text) }, cut)
  return { html: data.get('text/html') ?? '', plain: data.get('text/plain') ?? '' }
}

function paste({ view }: Keyboard, { html, plain }: { html: string; plain: string }) {
  return pasteRows(view, readClipboard(html, plain)?.rows ?? [])
}

describe.each([
  ['html', ({ html }: { html: string }) => ({ html, plain: '' })],
  ['text', ({ plain }: { plain: string }) => ({ html: '', plain })],
])('as %s', (_, only) => {
  test('indicators with merged levels, line breaks, quotes and tabs come back as they were', () => {
    const keys = onKorla()
    keys.goTo('indicators[1].name')
    keys.type('他说"好"\n第二行\t完')
    keys.press('Enter')
    keys.goTo('indicators[0].category')
    keys.extendTo('indicators[2].target')
    const clipboard = only(copy(keys))
    const other = onKorla()
    other.goTo('indicators[0].category')
    other.extendTo('indicators[2].target')
    other.press('Delete')
    expect(paste(other, clipboard).unplaced).toBe(0)
    expect(other.record().indicators).toEqual(keys.record().indicators)
  })

  test('a packed cell goes from project to project', () => {
    const keys = onGuangzhou()
    keys.goTo('indicators', 0)
    const clipboard = only(copy(keys))
    keys.goTo('indicators', 1)
    paste(keys, clipboard)
    expect(keys.record(1).indicators).toEqual(keys.record(0).indicators)
  })

  test('between the opened packed cell and a merged form', () => {
    const packed = onPackedCell()
    packed.goTo('indicators[0].category')
    packed.extendTo('indicators[2].name')
    const clipboard = only(copy(packed))
    const keys = onKorla()
    keys.goTo('indicators[0].category')
    keys.extendTo('indicators[2].name')
    keys.press('Delete')
    keys.goTo('indicators[0].category')
    paste(keys, clipboard)
    expect(keys.record().indicators.map(({ category, name }) => [category, name])).toEqual(
      packed.record().indicators.map(({ category, name }) => [category, name]),
    )
  })
})

test('Ctrl+X takes the input cells away and leaves labels; one undo brings them back', () => {
  const keys = onKorla()
  const before = keys.record()
  keys.goTo('project.name')
  keys.extendTo('funding.unit')
  expect(copy(keys, true).plain).toContain('送戏下乡')
  expect(keys.record().project.name).toBe('')
  keys.press('Ctrl+Z')
  expect(keys.record()).toEqual(before)
})

test('one copied text fills every selected cell', () => {
  const keys = onKorla()
  keys.goTo('indicators[0].target')
  const clipboard = copy(keys)
  keys.extendTo('indicators[2].target')
  paste(keys, clipboard)
  expect(keys.record().indicators.map(({ target }) => target)).toEqual(['≥10场', '≥10场', '≥10场'])
})

test('a label refuses a paste and says so; the form is as before', () => {
  const keys = onKorla()
  keys.view.state.setState({ selection: { anchor: { row: 6, column: 2 }, focus: { row: 6, column: 2 } } })
  expect(paste(keys, { html: '', plain: '别的表头' })).toEqual({ placed: 0, unplaced: 1, addedRows: 0 })
  const list = onGuangzhou()
  list.view.state.setState({ selection: { anchor: { row: 3, column: 1 }, focus: { row: 3, column: 1 } } })
  expect(paste(list, { html: '', plain: '100' })).toEqual({ placed: 0, unplaced: 1, addedRows: 0 })
  expect([...keys.sent, ...list.sent]).toEqual([])
})

test('the shortcuts themselves are left to the browser, which has the clipboard', () => {
  const keys = onKorla()
  for (const chord of ['Ctrl+C', 'Ctrl+X', 'Ctrl+V']) expect(keys.press(chord)).toBe(false)
})

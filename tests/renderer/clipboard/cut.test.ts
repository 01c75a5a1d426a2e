/** Cut and paste as a spreadsheet does it: the content stays until it is pasted, and moves in one step of undo. */
import { afterEach, describe, expect, test } from 'vitest'
import { copySelection, pasteTexts } from '../../../renderer/editor/clipboard/clipboard-events.ts'
import { cutCells, giveUpCut } from '../../../renderer/editor/clipboard/cut.ts'
import { pasteNote } from '../../../renderer/editor/clipboard/paste-note.ts'
import { pasteCutCells } from '../../../renderer/editor/clipboard/paste-cut.ts'
import { readClipboard } from '../../../renderer/editor/clipboard/read/read-clipboard.ts'
import { selectRows } from '../../../renderer/editor/grid/selection.ts'
import { cellOf } from '../editor/open-view.ts'
import { onGuangzhou, onKorla, onPackedCell } from '../keys/keyboard.ts'
import type { Keyboard, TypedKeyboard } from '../keys/keyboard.ts'

afterEach(giveUpCut)

interface Clipboard {
  html: string
  plain: string
}

function put({ view }: Keyboard, cut: boolean): Clipboard {
  const data = new Map<string, string>()
  copySelection(view, { setData: (type, text) => data.set(type, text) }, cut)
  return { html: data.get('text/html') ?? '', plain: data.get('text/plain') ?? '' }
}
const cut = (keys: Keyboard) => put(keys, true)
const paste = ({ view }: Keyboard, { html, plain }: Clipboard) => pasteTexts(view, html, plain)

const isCut = () => cutCells.getState().cut !== null
const past = ({ view }: Keyboard) => view.editor.state.getState().history.past
const names = ({ record }: TypedKeyboard) => record().indicators.map(({ name }) => name)
const values = (keys: TypedKeyboard, field: 'target' | 'lastActual' | 'category') =>
  keys.record().indicators.map((indicator) => indicator[field])

/** One step that undo takes back exactly and redo does again. */
function isOneStep(keys: TypedKeyboard, before: readonly unknown[]): void {
  expect(past(keys).map(({ label }) => label)).toEqual(['剪切并粘贴'])
  const after = keys.view.editor.records()
  keys.press('Ctrl+Z')
  expect(keys.view.editor.records()).toEqual(before)
  keys.press('Ctrl+Y')
  expect(keys.view.editor.records()).toEqual(after)
}

describe('cells', () => {
  test('pasted elsewhere they move, also onto a part of where they were', () => {
    for (const [to, expected] of [
      ['indicators[0].lastActual', ['', '', '≥90%']],
      ['indicators[1].target', ['', '≥10场', '≥3000人']],
    ] as const) {
      const keys = onKorla()
      const before = keys.view.editor.records()
      keys.goTo('indicators[0].target')
      keys.extendTo('indicators[1].target')
      const clipboard = cut(keys)
      expect([keys.view.editor.records(), isCut()]).toEqual([before, true])
      keys.goTo(to)
      paste(keys, clipboard)
      expect(values(keys, 'target')).toEqual(expected)
      expect(isCut()).toBe(false)
      isOneStep(keys, before)
    }
  })

  test('the second paste of the same is a copy of it', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].target')
    const clipboard = cut(keys)
    for (const row of [1, 2]) {
      keys.goTo(`indicators[${row}].lastActual`)
      paste(keys, clipboard)
    }
    expect(values(keys, 'lastActual')).toEqual(['', '≥10场', '≥10场'])
  })

  test('at their own place nothing happens, in a larger selection one cell goes to its first', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].target')
    paste(keys, cut(keys))
    expect([past(keys), isCut()]).toEqual([[], false])
    const clipboard = cut(keys)
    keys.goTo('indicators[0].lastActual')
    keys.extendTo('indicators[2].lastActual')
    paste(keys, clipboard)
    expect(values(keys, 'lastActual')).toEqual(['≥10场', '', ''])
  })

  test('a merged level goes into the one cell', () => {
    const keys = onKorla()
    const before = keys.view.editor.records()
    keys.goTo('indicators[0].category')
    const clipboard = cut(keys)
    keys.goTo('indicators[2].category')
    paste(keys, clipboard)
    expect(values(keys, 'category')).toEqual(['', '', '产出指标'])
    isOneStep(keys, before)
  })

  test('what would find no place is not taken away, and that is said', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].target')
    keys.extendTo('indicators[0].basis')
    const { html } = cut(keys)
    const held = cutCells.getState().cut
    keys.goTo('indicators[0].evidence')
    if (!held) throw new Error('it was cut')
    const outcome = pasteCutCells(keys.view, held, readClipboard(html.replace('></td>', '>依据</td>'), '')?.rows ?? [])
    expect(outcome).toEqual({ placed: 1, unplaced: 1, addedRows: 0, sourceStays: true })
    expect(keys.record().indicators[0]).toMatchObject({ target: '≥10场', evidence: '≥10场' })
    expect(pasteNote(outcome, 0)?.text).toMatch(/没有粘贴。剪切的内容还在原处。$/)
  })

  test('a packed cell goes to another project with all that its text does not say', () => {
    const keys = onGuangzhou()
    keys.view.change('准备', ([first, ...rest]) =>
      first ? [{ ...first, indicators: first.indicators.map((one) => ({ ...one, basis: '计划标准' })) }, ...rest] : [],
    )
    const { indicators } = keys.record(0)
    keys.goTo('indicators', 0)
    const clipboard = cut(keys)
    keys.goTo('indicators', 1)
    paste(keys, clipboard)
    expect([keys.record(0).indicators, keys.record(1).indicators]).toEqual([[], indicators])
  })
})

describe('it is given up, and what is pasted then is a copy,', () => {
  const others: Record<string, (keys: TypedKeyboard, clipboard: Clipboard) => Clipboard> = {
    'by another copy': (keys) => put(keys, false),
    'by any change': (keys, clipboard) => {
      keys.goTo('indicators[2].name')
      keys.type('改')
      keys.press('Enter')
      return clipboard
    },
    'by undo': (keys, clipboard) => {
      keys.press('Ctrl+Z')
      return clipboard
    },
    'when the clipboard holds something else': () => ({ html: '', plain: '别处复制的' }),
  }
  test.each(Object.keys(others))('%s', (how) => {
    const keys = onKorla()
    keys.goTo('indicators[2].evidence')
    keys.type('先写的')
    keys.press('Enter')
    keys.goTo('indicators[0].target')
    const cutTexts = cut(keys)
    const clipboard = others[how]?.(keys, cutTexts) ?? cutTexts
    keys.goTo('indicators[0].lastActual')
    paste(keys, clipboard)
    expect(keys.record().indicators[0]?.target).toBe('≥10场')
    expect(keys.record().indicators[0]?.lastActual).toBe(clipboard.plain)
    expect(isCut()).toBe(false)
  })

  test('in another sheet: the indicators of a list form and the form itself', () => {
    const packed = onPackedCell()
    packed.goTo('indicators[0].name')
    const clipboard = cut(packed)
    const keys = onKorla()
    keys.goTo('indicators[1].name')
    paste(keys, clipboard)
    expect(names(keys)[1]).toBe('演出场次')
    expect(packed.record().indicators[0]?.name).toBe('演出场次')
  })
})

describe('whole rows', () => {
  const cutRows = (keys: TypedKeyboard, first: string, last = first, record = 0, lastRecord = record) => {
    const rows = [cellOf(keys.view, first, record).row, cellOf(keys.view, last, lastRecord).row] as const
    keys.view.state.setState(({ sheet }) => ({ selection: selectRows(sheet, ...rows) }))
    return cut(keys)
  }

  test('pasted they move to above the row of the cursor and stay selected', () => {
    const keys = onKorla()
    const before = keys.view.editor.records()
    const clipboard = cutRows(keys, 'indicators[1].name', 'indicators[2].name')
    keys.goTo('indicators[0].name')
    paste(keys, clipboard)
    expect(names(keys)).toEqual(['观众人数', '群众知晓率', '演出场次'])
    expect(keys.record().indicators[1]).toEqual(before[0]?.indicators[2])
    expect(keys.selected()).toContain('0:indicators[1].name')
    expect(keys.at()).toBe('0:indicators[0].name')
    isOneStep(keys, before)
  })

  test('inserted above or below a row they move there, and no blank row is added', () => {
    const keys = onKorla()
    const before = keys.view.editor.records()
    cutRows(keys, 'indicators[0].name')
    keys.goTo('indicators[2].name')
    keys.press('Ctrl+Alt+Plus')
    expect(names(keys)).toEqual(['观众人数', '群众知晓率', '演出场次'])
    isOneStep(keys, before)
    cutRows(keys, 'indicators[2].name')
    keys.goTo('indicators[1].name')
    keys.press('Ctrl+Plus')
    expect(names(keys)).toEqual(['观众人数', '演出场次', '群众知晓率'])
    keys.press('Ctrl+Plus')
    expect(names(keys)).toHaveLength(4)
  })

  test('elsewhere on the form they stay, and can still be pasted on a row', () => {
    const keys = onKorla()
    const before = keys.view.editor.records()
    const clipboard = cutRows(keys, 'indicators[2].name')
    keys.goTo('goal.annual')
    paste(keys, clipboard)
    expect([keys.view.editor.records(), isCut()]).toEqual([before, true])
    keys.goTo('indicators[0].name')
    paste(keys, clipboard)
    expect(names(keys)[0]).toBe('群众知晓率')
  })

  test('projects of a list form', () => {
    const keys = onGuangzhou()
    const before = keys.view.editor.records()
    const clipboard = cutRows(keys, 'project.name', 'project.name', 1)
    keys.goTo('project.name', 0)
    paste(keys, clipboard)
    expect(keys.view.editor.records()).toEqual(before.toReversed())
    isOneStep(keys, before)
  })
})

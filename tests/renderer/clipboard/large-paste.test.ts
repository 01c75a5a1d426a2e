/** A clipboard too large to be read at once: pasted as one change when all of it is read, given up whole, never over other changes. */
import { expect, test, vi } from 'vitest'
import { pasteTexts } from '../../../renderer/editor/clipboard/clipboard-events.ts'
import { giveUpPaste, largePaste } from '../../../renderer/editor/clipboard/large/large-paste.ts'
import { isAtOnce, refusal, tooMuch } from '../../../renderer/editor/clipboard/large/paste-limits.ts'
import { keyboard } from '../keys/keyboard.ts'
import { guangzhou, korla, openView, recordWith, threeIndicators } from '../editor/open-view.ts'

const plain = (rows: number): string =>
  Array.from({ length: rows }, (_, row) => `第 ${row} 行${'，说明'.repeat(200)}\t${row}公里`).join('\n')

const open = (template = korla) => {
  const records = template === guangzhou ? ['甲', '乙', '丙'] : ['甲']
  const { view } = openView(
    template,
    records.map((name) => recordWith(name, threeIndicators())),
  )
  const keys = keyboard(view)
  keys.goTo(template === guangzhou ? 'project.name' : 'indicators[0].name', template === guangzhou ? 1 : 0)
  return { view, editor: view.editor, keys }
}
const finished = () => vi.waitFor(() => expect(largePaste.getState().running).toBeNull())

test('it is one change, made when everything is read; other projects of a list are not touched', async () => {
  const { view, editor, keys } = open()
  const before = editor.entries()
  pasteTexts(view, '', plain(500))
  expect(largePaste.getState().running?.view).toBe(view)
  expect(editor.entries()).toBe(before)
  await finished()
  expect(view.records()[0]?.indicators).toHaveLength(500)
  expect(keys.text('indicators[499].target')).toBe('499公里')
  editor.undo()
  expect(editor.entries()).toBe(before)
  const list = open(guangzhou)
  const [first] = list.editor.entries()
  pasteTexts(list.view, '', plain(500))
  await finished()
  expect(list.editor.entries()[0]).toBe(first)
  expect(list.editor.entries()).toHaveLength(501)
})

test('given up, nothing of it comes later', async () => {
  const { view, editor } = open()
  const before = editor.entries()
  pasteTexts(view, '', plain(500))
  expect(giveUpPaste()).toBe(true)
  expect(giveUpPaste()).toBe(false)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(editor.entries()).toBe(before)
})

test('Esc gives it up before it does anything else', () => {
  const { view, keys } = open()
  pasteTexts(view, '', plain(500))
  expect(largePaste.getState().running).not.toBeNull()
  keys.press('Escape')
  expect(largePaste.getState().running).toBeNull()
})

test('what was changed meanwhile is not pasted over', async () => {
  const { view, editor, keys } = open()
  pasteTexts(view, '', plain(500))
  keys.type('后来填的')
  await finished()
  expect(keys.text('indicators[0].name')).toBe('后来填的')
  expect(view.records()[0]?.indicators).toHaveLength(3)
  editor.undo()
  expect(keys.text('indicators[0].name')).toBe('演出场次')
})

test('how much is taken', () => {
  expect(isAtOnce('a'.repeat(100_000), 'b'.repeat(100_000))).toBe(true)
  expect(isAtOnce('a'.repeat(100_000), 'b'.repeat(100_001))).toBe(false)
  expect(tooMuch('', 'a'.repeat(40_000_000))).toBeNull()
  expect(tooMuch('a', 'a'.repeat(40_000_000))).toMatch(/4000 万字，一次最多粘贴 4000 万字/u)
  const rows = (count: number, width: number) =>
    Array.from({ length: count }, () => Array.from({ length: width }, () => ({ text: '', continues: false })))
  expect(refusal(rows(2000, 100))).toBeNull()
  expect(refusal(rows(2000, 101))).toMatch(/202000 格，一次最多粘贴 200000 格/u)
  expect(refusal(rows(2001, 1))).toMatch(/2001 行，一次最多粘贴 2000 行/u)
  expect(refusal(undefined)).toBe('剪贴板里没有文字，没有粘贴。')
})

import { describe, expect, test } from 'vitest'
import { checkedText, savedText } from '../../../renderer/editor/actions/action-notes.ts'
import { checkNow } from '../../../renderer/editor/table/check-table.ts'
import { pageDigits, pageOfChord } from '../../../renderer/shell/page-keys.ts'
import { onGuangzhou, onKorla, onPackedCell } from './keyboard.ts'

describe.each([
  ['merged form', onKorla],
  ['list form', onGuangzhou],
  ['opened packed cell', onPackedCell],
])('%s', (_, open) => {
  test.each([
    ['F7', 'checkNow'],
    ['Ctrl+S', 'showSaved'],
    ['Ctrl+P', 'preview'],
  ])('%s asks the page for %s, and an open cell is written first', (chord, call) => {
    const keys = open()
    keys.press('Ctrl+Home')
    const path = keys.at().split(':')[1] ?? ''
    keys.type('2025')
    expect(keys.press(chord)).toBe(true)
    expect(keys.asked).toEqual([call])
    expect(keys.view.state.getState().editing).toBeNull()
    expect(keys.sent, path).toHaveLength(1)
  })
})

test('F7 finds what is wrong now and says how much', () => {
  const keys = onKorla()
  checkNow(keys.view.editor)
  const { problems } = keys.view.editor.state.getState()
  expect(problems.length).toBeGreaterThan(0)
  expect(checkedText(problems)).toMatch(/^检查完成：强制 \d+/)
  expect(checkedText([])).toBe('检查完成，没有发现问题。')
})

test('Ctrl+S says when and where', () => {
  const at = new Date(2024, 2, 8, 10, 32, 5).toISOString()
  expect(savedText({ kind: 'saved', at }, '/数据/绩表.db')).toBe(
    '全部内容已保存（10:32:05），在 /数据/绩表.db。输入后会自动保存。',
  )
})

describe('Ctrl+1 … Ctrl+7', () => {
  const press = (key: string, held: Partial<Parameters<typeof pageOfChord>[0]> = { ctrlKey: true }) =>
    pageOfChord({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held })

  test('every page has its digit, none has two', () => {
    expect(Object.entries(pageDigits).map(([page, digit]) => press(String(digit)) === page)).not.toContain(false)
    expect(new Set(Object.values(pageDigits)).size).toBe(Object.values(pageDigits).length)
    expect([press('1'), press('2'), press('6'), press('7')]).toEqual(['projects', 'edit', 'preview', 'settings'])
  })

  test('a digit alone, or with other keys held, is none', () => {
    expect(press('1', {})).toBeNull()
    expect(press('1', { ctrlKey: true, altKey: true })).toBeNull()
    expect(press('9')).toBeNull()
  })

  test('the sheet leaves them to the page', () => {
    const keys = onKorla()
    keys.goTo('project.name')
    for (const digit of ['1', '2', '6', '7']) expect(keys.press(`Ctrl+${digit}`)).toBe(false)
  })
})

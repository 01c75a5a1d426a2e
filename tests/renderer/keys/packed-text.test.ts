/** Free text written over a packed indicator cell, by every way text gets there. */
import { expect, test } from 'vitest'
import { pasteRows } from '../../../renderer/editor/clipboard/paste.ts'
import { readClipboard } from '../../../renderer/editor/clipboard/read/read-clipboard.ts'
import { unreadNote } from '../../../renderer/editor/view/unread-note.ts'
import { findingOf, findingsByField } from '../../../renderer/editor/grid/findings.ts'
import { checkTable } from '../../../shared/rules/check.ts'
import { startSpot } from '../../../renderer/editor/table/spot.ts'
import { onGuangzhou, onKorla } from './keyboard.ts'
import type { TypedKeyboard } from './keyboard.ts'

const names = (keys: TypedKeyboard, record = 0) => keys.record(record).indicators.map(({ name }) => name)

const ways: Record<string, (keys: TypedKeyboard, text: string) => void> = {
  typed(keys, text) {
    keys.goTo('indicators')
    keys.type(text)
    keys.press('Enter')
  },
  pasted(keys, text) {
    keys.goTo('indicators')
    pasteRows(keys.view, readClipboard('', text)?.rows ?? [])
  },
  'pasted with its row'(keys, text) {
    keys.goTo('project.name')
    pasteRows(keys.view, readClipboard('', `甲项目\t10\t10\t\t\t目标甲\t${text}`)?.rows ?? [])
  },
}

test.each(Object.keys(ways))('%s: nothing is lost, and one step brings back what was there', (way) => {
  const keys = onGuangzhou()
  const before = keys.record()
  ways[way]?.(keys, '数量指标：维修3次；其他说明文字')
  expect(names(keys)).toEqual(['维修', '其他说明文字'])
  keys.press('Ctrl+z')
  expect(keys.record()).toBe(before)
  ways[way]?.(keys, '随便写的')
  expect(names(keys)).toEqual(['随便写的'])
  expect(keys.text('indicators')).toContain('随便写的')
  keys.press('Ctrl+z')
  expect(keys.record()).toBe(before)
})

test('what was not understood is said, and found on the cell', () => {
  const keys = onGuangzhou()
  const before = keys.view.records()
  ways['typed']?.(keys, '随便写的；维修3次')
  const after = keys.view.records()
  const { template } = keys.view
  expect(unreadNote(template, before, after, startSpot)).toBe(
    '这几段没有看懂，已原样放进三级指标：“随便写的”。按 F2 展开成指标表补填；Ctrl+Z 可撤销。',
  )
  const cell = keys.view.state.getState().sheet.layout.cells.find(({ binding }) => binding?.path === 'indicators')
  const findings = findingsByField(checkTable(template, after), 0)
  expect(cell && findingOf(cell, findings)?.text).toContain('“随便写的”：没有看懂的文字会原样放在这里')
})

test('nothing is said of what was there before, of a row being filled in, and on other forms', () => {
  const keys = onGuangzhou()
  const blank = keys.view.records()
  ways['typed']?.(keys, '随便写的')
  const before = keys.view.records()
  const { template } = keys.view
  expect(unreadNote(template, before, before.toReversed(), startSpot)).toBeNull()
  expect(unreadNote(template, blank, before, { ...startSpot, view: 'indicators:p0' })).toBeNull()
  expect(unreadNote(onKorla().view.template, blank, before, startSpot)).toBeNull()
})

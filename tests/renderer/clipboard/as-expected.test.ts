/** What a person who knows Excel and WPS expects of copy and paste, one habit a test. */
import { describe, expect, test } from 'vitest'
import { copySelection } from '../../../renderer/editor/clipboard/clipboard-events.ts'
import { pasteNote } from '../../../renderer/editor/clipboard/paste-note.ts'
import { pasteRows } from '../../../renderer/editor/clipboard/paste.ts'
import type { PasteOutcome } from '../../../renderer/editor/clipboard/paste-plan.ts'
import { pastedText } from '../../../renderer/editor/clipboard/read/pasted-text.ts'
import { readClipboard } from '../../../renderer/editor/clipboard/read/read-clipboard.ts'
import { selectAll, selectRows } from '../../../renderer/editor/grid/selection.ts'
import { onGuangzhou, onKorla } from '../keys/keyboard.ts'
import type { Keyboard, TypedKeyboard } from '../keys/keyboard.ts'

interface Copied {
  html: string
  plain: string
}

function copy({ view }: Keyboard): Copied {
  const data = new Map<string, string>()
  copySelection(view, { setData: (type, text) => data.set(type, text) }, false)
  return { html: data.get('text/html') ?? '', plain: data.get('text/plain') ?? '' }
}

const paste = ({ view }: Keyboard, { html, plain }: Copied): PasteOutcome =>
  pasteRows(view, readClipboard(html, plain)?.rows ?? [])

const text = (plain: string): Copied => ({ html: '', plain })

const column = (keys: TypedKeyboard, field: 'name' | 'target' | 'basis' | 'lastActual'): string[] =>
  keys.record().indicators.map((indicator) => indicator[field])

describe('a selection larger than what was copied', () => {
  test('one cell fills all of it', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].target')
    keys.extendTo('indicators[2].basis')
    paste(keys, text('计划标准'))
    expect([column(keys, 'target'), column(keys, 'basis')]).toEqual([
      Array(3).fill('计划标准'),
      Array(3).fill('计划标准'),
    ])
  })

  test('one row repeats downwards, one column to the right, a block both ways', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].target')
    keys.extendTo('indicators[2].lastActual')
    expect(paste(keys, text('甲\t乙\t丙'))).toEqual({ placed: 9, unplaced: 0, addedRows: 0 })
    expect(column(keys, 'lastActual')).toEqual(['丙', '丙', '丙'])
    paste(keys, text('1\r\n2\r\n3'))
    expect([column(keys, 'target'), column(keys, 'lastActual')]).toEqual([
      ['1', '2', '3'],
      ['1', '2', '3'],
    ])
    keys.goTo('indicators[0].target')
    keys.extendTo('indicators[1].lastActual')
    paste(keys, text('x\ty\tz\r\nu\tv\tw'))
    expect([column(keys, 'target'), column(keys, 'lastActual')]).toEqual([
      ['x', 'u', '3'],
      ['z', 'w', '3'],
    ])
  })

  test('in one selected column a row of three goes down beside it', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].target')
    keys.extendTo('indicators[2].target')
    paste(keys, text('甲\t乙\t丙'))
    expect(column(keys, 'basis')).toEqual(['乙', '乙', '乙'])
  })

  test('a block that leaves a rest stands once', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].target')
    keys.extendTo('indicators[2].target')
    paste(keys, text('甲\r\n乙'))
    expect(column(keys, 'target')).toEqual(['甲', '乙', '≥90%'])
  })

  test('a selected merged cell is one cell: a row goes into its first row only', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].category')
    paste(keys, text('成本指标\t经济成本指标\t排练费用'))
    expect(column(keys, 'name')).toEqual(['排练费用', '观众人数', '群众知晓率'])
    expect(keys.record().indicators.map(({ category }) => category)).toEqual(['成本指标', '产出指标', '效益指标'])
  })

  test('the pasted block is selected', () => {
    const keys = onKorla()
    keys.goTo('indicators[1].target')
    paste(keys, text('甲\t乙\r\n丙\t丁'))
    expect(keys.selected()).toEqual(
      ['1', '2'].flatMap((row) => [`0:indicators[${row}].target`, `0:indicators[${row}].basis`]),
    )
  })
})

test('a block over labels: the labels stay, what was skipped is counted and said', () => {
  const keys = onKorla()
  keys.goTo('project.name')
  const outcome = paste(keys, text('新名称\t负责人\t张\r\n1\t2\t3\r\n4\t5\t6'))
  expect(keys.record().project.name).toBe('新名称')
  expect(outcome.unplaced).toBeGreaterThan(0)
  expect(pasteNote(outcome, 0)).toEqual({
    text: `已粘贴 ${outcome.placed} 个单元格；有 ${outcome.unplaced} 个放不下或遇到不能修改的单元格，没有粘贴。`,
    isWarning: true,
  })
})

test('Esc after copying changes nothing and the copy can be pasted again and again', () => {
  const keys = onKorla()
  const before = keys.record()
  keys.goTo('indicators[0].target')
  const clipboard = copy(keys)
  keys.press('Escape')
  expect([keys.at(), keys.record()]).toEqual(['0:indicators[0].target', before])
  for (const path of ['indicators[1].target', 'indicators[2].target']) {
    keys.goTo(path)
    paste(keys, clipboard)
  }
  expect(column(keys, 'target')).toEqual(['≥10场', '≥10场', '≥10场'])
})

test('an open cell is written first, then pasted over', () => {
  const keys = onKorla()
  keys.goTo('indicators[0].name')
  keys.type('还没写完')
  keys.goTo('indicators[0].name')
  paste(keys, text('粘贴的\t≥1场'))
  expect(keys.record().indicators[0]).toMatchObject({ name: '粘贴的', target: '≥1场' })
})

describe('into the text of an open cell', () => {
  test.each([
    ['a cell of several lines as Excel gives it', '', '"第一行\n第二行"\r\n', '第一行\n第二行'],
    ['a cell with its HTML', '<table><tr><td>一<br>二</td></tr></table>', '一 二', '一\n二'],
    [
      'several cells: their plain text with its tabs',
      '<table><tr><td>一<td>二</table>',
      '一\t二\r\n三\t四\r\n',
      '一\t二\n三\t四',
    ],
    ['text of a web page', '<p>说明</p>', '说明', '说明'],
    ['nothing', '', '', ''],
  ])('%s', (_, html, plain, expected) => {
    expect(pastedText(html, plain)).toBe(expected)
  })
})

describe('amounts as spreadsheets show them', () => {
  test.each([
    ['1,234,567.50', '1,234,567.50'],
    [' 1,234.50 ', '1,234.50'],
    ['１，２３４．５', '1,234.5'],
    ['￥820万元', '¥820万元'],
    ['-1,200.00', '-1,200.00'],
    ['\u00A032.50\u00A0', '32.50'],
  ])('%j is kept as %j', (pasted, kept) => {
    const keys = onGuangzhou()
    keys.goTo('funding.total', 1)
    paste(keys, text(pasted))
    expect(keys.record(1).funding.total).toBe(kept)
  })
})

describe('what the form prints around a field', () => {
  test('is copied with several cells, and not with one', () => {
    const keys = onGuangzhou()
    keys.view.state.setState(({ sheet }) => ({ selection: selectAll(sheet) }))
    expect(copy(keys).plain).toContain('部门名称：云溪县文化馆')
    expect(copy(keys).html).toContain('部门名称：云溪县文化馆')
    keys.view.state.setState({ selection: { anchor: { row: 1, column: 0 }, focus: { row: 1, column: 0 } } })
    expect(copy(keys).plain).toBe('云溪县文化馆')
  })

  test.each(['html', 'plain'] as const)('does not come into the field when the whole form is pasted as %s', (type) => {
    const keys = onKorla()
    keys.goTo('year')
    keys.type('2024')
    keys.press('Enter')
    keys.goTo('funding.unit')
    keys.type('万元')
    keys.press('Enter')
    keys.view.state.setState(({ sheet }) => ({ selection: selectAll(sheet) }))
    const clipboard = { ...text(''), [type]: copy(keys)[type] }
    const other = onKorla()
    other.view.state.setState({ selection: { anchor: { row: 0, column: 0 }, focus: { row: 0, column: 0 } } })
    other.goTo('indicators[0].name')
    other.press('Delete')
    other.view.state.setState({ selection: { anchor: { row: 0, column: 0 }, focus: { row: 0, column: 0 } } })
    expect(paste(other, clipboard).unplaced).toBe(0)
    expect(other.record()).toEqual(keys.record())
  })

  test('an empty one stays empty', () => {
    const keys = onKorla()
    keys.view.state.setState(({ sheet }) => ({ selection: selectAll(sheet) }))
    const clipboard = copy(keys)
    expect(clipboard.plain).toContain('(    年)')
    paste(keys, clipboard)
    expect(keys.record().year).toBe('')
  })
})

test('whole rows out of a merged level are copied with the level', () => {
  const keys = onKorla()
  keys.goTo('indicators[1].name')
  const { row } = keys.position()
  keys.view.state.setState(({ sheet }) => ({ selection: selectRows(sheet, row, row) }))
  const clipboard = copy(keys)
  expect(clipboard.plain.split('\t').slice(0, 4)).toEqual(['产出指标', '数量指标', '观众人数', '≥3000人'])
  keys.goTo('indicators[2].category')
  paste(keys, clipboard)
  expect(keys.record().indicators[2]).toMatchObject({ category: '产出指标', subcategory: '数量指标', name: '观众人数' })
})

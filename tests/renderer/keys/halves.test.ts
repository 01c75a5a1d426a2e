/** On a form with parallel halves every way of writing touches exactly the half it means; the other keeps what it says. */
import { describe, expect, test } from 'vitest'
import { replaceCells } from '../../../renderer/editor/find/find-cells.ts'
import { fillOver, fillTarget } from '../../../renderer/editor/commands/fill-range.ts'
import { clearSelected, fillSelection, fillRange } from '../../../renderer/editor/commands/sheet-commands.ts'
import { extendTo, rangeOf, selectOnly } from '../../../renderer/editor/grid/selection.ts'
import { cellAt } from '../../../renderer/editor/grid/sheet-map.ts'
import { pasteRows } from '../../../renderer/editor/clipboard/paste.ts'
import { parseSeparatedText } from '../../../renderer/editor/clipboard/read/clipboard.ts'
import { keepDrafts, recoverDraft } from '../../../renderer/editor/draft-keeper.ts'
import { commentPlace } from '../../../renderer/editor/commands/note-draft.ts'
import { emptyIndicator } from '../../../shared/model/project.ts'
import { indicator, openView, recordWith } from '../editor/open-view.ts'
import { keyboard } from './keyboard.ts'

const [termName, annualName] = [3, 6]

/** Three indicators with both values, and how their halves read afterwards: `中期名 | 年度名` row by row. */
function onCentral() {
  const rows = ['甲', '乙', '丙'].map((name) => ({
    ...indicator('产出指标', '数量指标', name, '≥1'),
    termTarget: '≥3',
  }))
  const opened = openView('central-2021', [recordWith('设施运行', rows)])
  const { view } = opened
  const sheet = () => view.state.getState().sheet
  const first = sheet().layout.cells.find(({ text }) => text === '甲')?.row ?? 0
  const at = (row: number, column: number) => ({ row: first + row, column })
  return {
    ...opened,
    keys: keyboard(view),
    select: (row: number, column: number, lastRow = row, lastColumn = column) =>
      view.state.setState({ selection: extendTo(selectOnly(at(row, column)), at(lastRow, lastColumn)) }),
    cell: (row: number, column: number) => cellAt(sheet(), at(row, column)),
    at,
    shown: () =>
      [0, 1, 2].map((row) =>
        [termName, annualName].map((column) => cellAt(sheet(), at(row, column))?.text).join(' | '),
      ),
    values: () => [0, 1, 2].map((row) => [4, 7].map((column) => cellAt(sheet(), at(row, column))?.text).join(' ')),
  }
}

type Form = ReturnType<typeof onCentral>

describe.each<[string, (form: Form) => void, string[]]>([
  [
    'Ctrl+Enter over names of the year',
    (form) => {
      form.select(0, annualName, 2)
      form.keys.type('年度')
      fillSelection(form.view)
    },
    ['甲 | 年度', '乙 | 年度', '丙 | 年度'],
  ],
  [
    'Ctrl+Enter over names of the term',
    (form) => {
      form.select(1, termName, 2)
      form.keys.type('中期')
      fillSelection(form.view)
    },
    ['甲 | 甲', '中期 | 乙', '中期 | 丙'],
  ],
  [
    'Ctrl+D',
    (form) => {
      form.select(0, annualName, 2)
      fillRange(form.view, 'down')
    },
    ['甲 | 甲', '乙 | 甲', '丙 | 甲'],
  ],
  [
    'the fill handle',
    (form) => {
      form.select(0, termName)
      const { sheet, selection } = form.view.state.getState()
      const target = fillTarget(sheet, rangeOf(sheet, selection), form.at(1, termName))
      if (target) fillOver(form.view, rangeOf(sheet, selection), target)
    },
    ['甲 | 甲', '甲 | 乙', '丙 | 丙'],
  ],
  [
    'a pasted column',
    (form) => {
      form.select(1, annualName)
      pasteRows(form.view, parseSeparatedText('年度乙\n年度丙'))
    },
    ['甲 | 甲', '乙 | 年度乙', '丙 | 年度丙'],
  ],
  [
    'replace in one cell',
    (form) => {
      const cell = form.cell(1, annualName)
      if (!cell) throw new Error('a cell')
      const request = { search: '乙', exact: false, whole: false }
      form.view.change('替换', (records) => replaceCells(form.view.template, records, [cell], request, '年度乙'))
    },
    ['甲 | 甲', '乙 | 年度乙', '丙 | 丙'],
  ],
  [
    'replace in both',
    (form) => {
      const cells = [form.cell(1, termName), form.cell(1, annualName)].flatMap((cell) => cell ?? [])
      const request = { search: '乙', exact: false, whole: false }
      form.view.change('替换', (records) => replaceCells(form.view.template, records, cells, request, '新乙'))
    },
    ['甲 | 甲', '新乙 | 新乙', '丙 | 丙'],
  ],
  [
    'cleared names of the year',
    (form) => {
      form.select(0, annualName, 1)
      clearSelected(form.view)
    },
    ['甲 | ', '乙 | ', '丙 | 丙'],
  ],
])('%s', (_, write, expected) => {
  test('stays in its half, and undo takes it back', () => {
    const form = onCentral()
    const before = form.record()
    write(form)
    expect(form.shown()).toEqual(expected)
    expect(form.values()).toEqual(['≥3 ≥1', '≥3 ≥1', '≥3 ≥1'])
    form.keys.press('Ctrl+Z')
    expect(form.record()).toEqual(before)
  })
})

test('the same text again in both halves changes nothing', () => {
  const form = onCentral()
  form.select(0, annualName)
  form.keys.type('甲')
  form.keys.press('Enter')
  expect(form.sent).toEqual([])
})

describe('a blank half', () => {
  const onBlank = (rows = 2) => {
    const opened = openView('central-2021', [
      recordWith(
        '设施运行',
        Array.from({ length: rows }, () => emptyIndicator()),
      ),
    ])
    const { view } = opened
    const sheet = () => view.state.getState().sheet
    const first = sheet().layout.rows.findIndex(({ item }) => item !== undefined)
    const at = (row: number, column: number) => ({ row: first + row, column })
    const row = (index: number) =>
      [1, 2, 3, 4, 5, 6, 7].map((column) => cellAt(sheet(), at(index, column))?.text ?? '').join('|')
    const go = (index: number, column: number, lastRow = index) =>
      view.state.setState({ selection: extendTo(selectOnly(at(index, column)), at(lastRow, column)) })
    return { ...opened, keys: keyboard(view), at, row, go }
  }

  test('typed left to right with Tab, no cell refuses and none is mirrored', () => {
    const form = onBlank()
    form.go(0, 1)
    for (const text of ['产出指标', '数量指标', '甲', '≥3', '质量指标', '乙', '≥1']) {
      form.keys.type(text)
      form.keys.press('Tab')
    }
    expect(form.row(0)).toBe('产出指标|数量指标|甲|≥3|质量指标|乙|≥1')
    expect(form.row(1)).toBe('||||||')
    expect(form.keys.asked).toEqual([])
    form.keys.press(...Array.from({ length: 7 }, () => 'Ctrl+Z'))
    expect(form.row(0)).toBe('||||||')
  })

  test('filled down, into the selection, pasted, cleared', () => {
    const form = onBlank()
    form.go(0, 3)
    form.keys.type('甲')
    form.keys.press('Enter')
    form.go(0, 3, 1)
    form.keys.press('Ctrl+D')
    expect([form.row(0), form.row(1)]).toEqual(['||甲||||', '||甲||||'])
    form.go(0, 6, 1)
    form.keys.type('乙')
    form.keys.press('Ctrl+Enter')
    expect([form.row(0), form.row(1)]).toEqual(['||甲|||乙|', '||甲|||乙|'])
    form.go(0, 7)
    pasteRows(form.view, parseSeparatedText('≥1\n≥2'))
    expect([form.row(0), form.row(1)]).toEqual(['||甲|||乙|≥1', '||甲|||乙|≥2'])
    form.go(1, 3)
    form.keys.press('Delete')
    expect([form.row(0), form.row(1)]).toEqual(['||甲|||乙|≥1', '|||||乙|≥2'])
  })

  test('what was being typed when the program ended comes back into its half', () => {
    const form = onBlank(1)
    form.go(0, 3)
    form.keys.type('甲')
    form.keys.press('Enter')
    const kept = new Map<string, string>()
    const store = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text),
      removeItem: (key: string) => void kept.delete(key),
    }
    const waiting: (() => void)[] = []
    const stop = keepDrafts(form.view, store, (run) => void waiting.push(run))
    form.go(0, 6)
    form.keys.type('年度乙')
    for (const run of waiting) run()
    stop()
    form.view.state.setState({ editing: null })
    recoverDraft(form.view, store)
    expect(form.row(0)).toBe('||甲|||年度乙|')
  })

  test('an opinion on it is pinned to its own half', () => {
    const form = onBlank(1)
    form.go(0, 3)
    form.keys.type('甲')
    form.keys.press('Enter')
    form.go(0, 6)
    expect(commentPlace(form.view)?.path).toBe('indicators[0].target')
    form.go(0, 3)
    expect(commentPlace(form.view)?.path).toBe('indicators[0].name')
  })
})

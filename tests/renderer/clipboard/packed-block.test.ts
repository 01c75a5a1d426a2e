/** Rows of indicators pasted on the packed cell of a list form become the indicators of that one project. */
import { expect, test } from 'vitest'
import { copySelection } from '../../../renderer/editor/clipboard/clipboard-events.ts'
import { pasteRows } from '../../../renderer/editor/clipboard/paste.ts'
import { readClipboard } from '../../../renderer/editor/clipboard/read/read-clipboard.ts'
import { onGuangzhou, onPackedCell } from '../keys/keyboard.ts'
import type { Keyboard, TypedKeyboard } from '../keys/keyboard.ts'

const pasteText = ({ view }: Keyboard, plain: string, html = '') =>
  pasteRows(view, readClipboard(html, plain)?.rows ?? [])
const pasteTable = (keys: Keyboard, rows: string[][]) =>
  pasteText(keys, '', `<table>${rows.map((row) => `<tr><td>${row.join('<td>')}</tr>`).join('')}</table>`)

const indicatorsOf = ({ record }: TypedKeyboard, project = 0) =>
  record(project).indicators.map(({ category, subcategory, name, termTarget, target }) => [
    category,
    subcategory,
    name,
    termTarget,
    target,
  ])

test.each([
  [
    'five columns, levels left blank',
    [
      ['产出指标', '数量指标', '演出', '30场', '10场'],
      ['', '质量指标', '合格率', '', '≥98%'],
      ['效益指标', '社会效益指标', '知晓率', '90%', '有所提高'],
    ],
    [
      ['产出指标', '数量指标', '演出', '30场', '10场'],
      ['产出指标', '质量指标', '合格率', '', '≥98%'],
      ['效益指标', '社会效益指标', '知晓率', '90%', '有所提高'],
    ],
    0,
  ],
  [
    'headings, in another order',
    [
      ['二级指标', '一级指标', '三级指标', '指标值', '备注'],
      ['数量指标', '产出指标', '演出', '10场', '注'],
    ],
    [['产出指标', '数量指标', '演出', '', '10场']],
    1,
  ],
  [
    'numbered, one value and more columns',
    [
      ['1', '产出指标', '数量指标', '演出', '说明', '≥10场', '历史标准', '10'],
      ['2', '效益指标', '社会效益指标', '知晓率', '', '良好', '', '20'],
    ],
    [
      ['产出指标', '数量指标', '演出', '', '≥10场'],
      ['效益指标', '社会效益指标', '知晓率', '', '良好'],
    ],
    4,
  ],
  ['a value and its weight', [['产出指标', '数量指标', '演出', '≥10场', '20']], [['产出指标', '数量指标', '演出', '', '≥10场']], 1], // prettier-ignore
  ['without the first level', [['数量指标', '演出', '10场']], [['产出指标', '数量指标', '演出', '', '10场']], 0],
  [
    'levels and names alone',
    [
      ['产出指标', '数量指标', '演出'],
      ['', '', '观众'],
    ],
    [
      ['产出指标', '数量指标', '演出', '', ''],
      ['产出指标', '数量指标', '观众', '', ''],
    ],
    0,
  ],
  [
    'name and value',
    [
      ['演出', '10场'],
      ['知晓率', '≥90%'],
    ],
    [
      ['', '', '演出', '', '10场'],
      ['', '', '知晓率', '', '≥90%'],
    ],
    0,
  ],
])('%s', (_, rows, expected, unplaced) => {
  const keys = onGuangzhou()
  const [before, other] = keys.view.editor.records()
  keys.goTo('indicators', 0)
  expect(pasteTable(keys, rows)).toEqual({ placed: 1, unplaced, addedRows: 0 })
  expect(indicatorsOf(keys)).toEqual(expected)
  expect(keys.record(1)).toBe(other)
  keys.press('Ctrl+Z')
  expect(keys.record()).toBe(before)
  keys.goTo('indicators', 1)
  pasteText(keys, rows.map((row) => row.join('\t')).join('\r\n'))
  expect(indicatorsOf(keys, 1)).toEqual(expected)
  expect(keys.record(0)).toBe(before)
})

test('rows copied from the opened cell of another project', () => {
  const packed = onPackedCell()
  packed.press('Ctrl+A')
  const data = new Map<string, string>()
  copySelection(packed.view, { setData: (type, text) => data.set(type, text) }, false)
  const keys = onGuangzhou()
  keys.goTo('indicators', 1)
  pasteText(keys, data.get('text/plain') ?? '', data.get('text/html'))
  expect(keys.record(1).indicators).toEqual(packed.record().indicators)
})

test.each([
  ['a table of anything else', [['甲方', '乙方', '丙方'], ['一', '二', '三']]], // prettier-ignore
  ['a row of projects', [['甲项目', '10', '10', '', '', '目标甲']]],
])('%s has no place and changes nothing', (_, rows) => {
  const keys = onGuangzhou()
  const before = keys.view.editor.records()
  keys.goTo('indicators', 0)
  expect(pasteTable(keys, rows)).toMatchObject({ placed: 0, packed: true })
  expect(keys.view.editor.records()).toEqual(before)
})

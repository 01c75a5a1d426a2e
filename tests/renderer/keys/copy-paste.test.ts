import { describe, expect, test } from 'vitest'
import { copySelection, pasteTexts } from '../../../renderer/editor/clipboard/clipboard-events.ts'
import { pasteRows } from '../../../renderer/editor/clipboard/paste.ts'
import { readClipboard } from '../../../renderer/editor/clipboard/read/read-clipboard.ts'
import type { Indicator } from '../../../shared/model/project.ts'
import { openView, recordWith } from '../editor/open-view.ts'
import { keyboard, onGuangzhou, onKorla, onPackedCell } from './keyboard.ts'
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

test('Ctrl+X puts the cells on the clipboard and leaves them until they are pasted', () => {
  const keys = onKorla()
  const before = keys.record()
  keys.goTo('project.name')
  keys.extendTo('funding.unit')
  expect(copy(keys, true).plain).toContain('送戏下乡')
  expect(keys.record()).toBe(before)
  expect(keys.sent).toEqual([])
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

describe('several lines on one cell', () => {
  const lines = { html: '', plain: '目标1：送戏下乡。\r\n目标2：丰富生活。\r\n目标3：群众满意。' }
  const column = { html: '<table><tr><td>甲</td></tr><tr><td>乙</td></tr><tr><td>丙</td></tr></table>', plain: '' }

  test('a goal has paragraphs: nothing below it is touched', () => {
    const keys = onKorla()
    keys.goTo('goal.annual')
    expect(paste(keys, lines)).toEqual({ placed: 1, unplaced: 0, addedRows: 0 })
    expect(keys.record().goal.annual).toBe('目标1：送戏下乡。\n目标2：丰富生活。\n目标3：群众满意。')
    expect(keys.record().indicators[0]?.name).toBe('演出场次')
    const list = onGuangzhou()
    list.goTo('goal.annual', 0)
    paste(list, lines)
    expect(list.record(0).goal.annual).toContain('\n')
    expect(list.record(1).goal.annual).toBe('')
  })

  test('goals of several projects, copied as cells, go down the list', () => {
    const list = onGuangzhou()
    list.goTo('goal.annual', 0)
    paste(list, { html: '<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>', plain: '' })
    expect([list.record(0).goal.annual, list.record(1).goal.annual]).toEqual(['甲', '乙'])
  })

  test('below an amount only amounts take one, and rows of indicators none', () => {
    const keys = onKorla()
    keys.goTo('funding.total')
    expect(paste(keys, { html: '', plain: '1\n2\n3' })).toMatchObject({ placed: 1, unplaced: 2 })
    expect(keys.record()).toMatchObject({ funding: { total: '1' }, goal: { annual: '' } })
    keys.goTo('project.name')
    paste(keys, column)
    expect(keys.record().project.name).toBe('甲')
    expect(keys.record().indicators.map(({ name }) => name)).toEqual(['演出场次', '观众人数', '群众知晓率'])
    keys.goTo('unit.name')
    paste(keys, column)
    expect([keys.record().unit.name, keys.record().project.name]).toEqual(['甲', '乙'])
  })

  test('in the rows of indicators a column goes down as ever', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].name')
    paste(keys, column)
    expect(keys.record().indicators.map(({ name }) => name)).toEqual(['甲', '乙', '丙'])
  })

  test('a packed cell takes all lines as the indicators of its own project, and no block of other cells', () => {
    const keys = onGuangzhou()
    keys.goTo('indicators', 0)
    paste(keys, { html: '', plain: '数量指标：维修3次\n质量指标：合格率100%' })
    expect(keys.record(0).indicators.map(({ name }) => name)).toEqual(['维修', '合格率'])
    expect(keys.record(1).indicators).toEqual([])
    const block =
      '<table><tr><td>甲方</td><td>乙方</td><td>丙方</td></tr><tr><td>一</td><td>二</td><td>三</td></tr></table>'
    expect(paste(keys, { html: block, plain: '' })).toMatchObject({ placed: 0, packed: true })
    expect(keys.record(0).indicators).toHaveLength(2)
  })
})

describe('a merged level that was copied is one text', () => {
  test('onto another level, onto a name, onto the last row: one cell is written', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].category')
    const copied = copy(keys)
    keys.goTo('indicators[2].name')
    expect(paste(keys, copied)).toMatchObject({ placed: 1, addedRows: 0 })
    expect(keys.record().indicators.map(({ name }) => name)).toEqual(['演出场次', '观众人数', '产出指标'])
    keys.press('Ctrl+Z')
    keys.goTo('indicators[2].category')
    paste(keys, copied)
    expect(keys.record().indicators.map(({ category }) => category)).toEqual(['产出指标', '产出指标', '产出指标'])
    expect(keys.record().indicators).toHaveLength(3)
  })

  test('over a selected range it fills the range', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].subcategory')
    const copied = copy(keys)
    keys.goTo('indicators[0].evidence')
    keys.extendTo('indicators[2].evidence')
    paste(keys, copied)
    expect(keys.record().indicators.map(({ evidence }) => evidence)).toEqual(['数量指标', '数量指标', '数量指标'])
  })
})

test('a copied whole row goes over the whole row of the cursor, whichever of its cells that is', () => {
  const keys = onKorla()
  keys.goTo('indicators[0].target')
  keys.press('Shift+Space')
  const { html, plain } = copy(keys)
  keys.goTo('indicators[2].name')
  pasteTexts(keys.view, html, plain)
  expect(keys.record().indicators[2]).toEqual(keys.record().indicators[0])
  expect(keys.record().indicators.slice(0, 2)).toEqual(onKorla().record().indicators.slice(0, 2))
  keys.press('Ctrl+Z')
  keys.goTo('goal.annual')
  pasteTexts(keys.view, html, plain)
  expect(keys.record().indicators).toEqual(onKorla().record().indicators)
})

describe('one row of levels, pasted on merged levels', () => {
  const levels = { html: '', plain: '效益指标\t经济效益指标' }
  test('is meant for the merged cells', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].category')
    paste(keys, levels)
    expect(keys.record().indicators.map(({ category, subcategory }) => [category, subcategory])).toEqual([
      ['效益指标', '经济效益指标'],
      ['效益指标', '经济效益指标'],
      ['效益指标', '社会效益指标'],
    ])
  })

  test('with the name of an indicator behind them, for that one alone', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].category')
    paste(keys, { html: '', plain: `${levels.plain}\t增收金额` })
    expect(keys.record().indicators.map(({ subcategory, name }) => [subcategory, name])).toEqual([
      ['经济效益指标', '增收金额'],
      ['数量指标', '观众人数'],
      ['社会效益指标', '群众知晓率'],
    ])
  })
})

test('two halves of a form that say different indicators: both are there, in one row', () => {
  const opened = openView('central-2021', [recordWith('设施运行', [])])
  const keys = keyboard(opened.view)
  keys.goTo('indicators[0].category')
  const rows = [
    '产出指标\t数量指标\t中期甲\t≥30\t质量指标\t年度乙\t≥9',
    '\t数量指标\t丙\t≥3\t数量指标\t丙\t≥1',
    '\t数量指标\t丁\t≥2\t\t\t',
  ]
  paste(keys, { html: '', plain: rows.join('\n') })
  const texts = ({ subcategory, name, termTarget, target }: Indicator) => [subcategory, name, termTarget, target]
  expect(opened.record().indicators.map(texts)).toEqual([
    ['数量指标', '中期甲', '≥30', ''],
    ['质量指标', '年度乙', '', '≥9'],
    ['数量指标', '丙', '≥3', '≥1'],
    ['数量指标', '丁', '≥2', ''],
  ])
  const shown = keys.view.state.getState().sheet.layout.cells.map(({ text }) => text)
  expect(shown.filter((text) => ['中期甲', '年度乙', '丙'].includes(text))).toEqual(['中期甲', '年度乙', '丙', '丙'])
})

describe('a list with one project in 元 and the others in 万元', () => {
  const onMixed = () => {
    const amounts: [string, string][] = [
      ['10', '万元'],
      ['100000', '元'],
      ['', '万元'],
      ['', '元'],
    ]
    const records = amounts.map(([total, unit], index) => {
      const record = recordWith(`项目${index + 1}`, [])
      return { ...record, funding: { ...record.funding, unit, total } }
    })
    const opened = openView('guangzhou-panyu-2024', records)
    return { ...keyboard(opened.view), totals: () => opened.view.editor.records().map(({ funding }) => funding.total) }
  }

  test('an amount filled down keeps what it is worth', () => {
    const keys = onMixed()
    keys.goTo('funding.total', 2)
    keys.press('Ctrl+d')
    expect(keys.totals()).toEqual(['10', '100000', '100000(元)', ''])
    keys.goTo('funding.total', 0)
    keys.extendTo('funding.total', 3)
    keys.press('Ctrl+d')
    expect(keys.totals()).toEqual(['10', '10(万元)', '10', '10(万元)'])
  })

  test('and copied', () => {
    const keys = onMixed()
    keys.goTo('funding.total', 1)
    const clipboard = copy(keys)
    for (const row of [2, 3]) {
      keys.goTo('funding.total', row)
      paste(keys, { html: '', plain: clipboard.plain })
    }
    expect(keys.totals()).toEqual(['10', '100000', '100000(元)', '100000'])
  })

  test('an open amount shows its text alone; with its unit typed behind it, it is the same', () => {
    const keys = onMixed()
    keys.goTo('funding.total', 1)
    expect(keys.text('funding.total', 1)).toBe('100000')
    keys.type('200000(元)')
    keys.press('Enter')
    expect(keys.totals()[1]).toBe('200000')
  })
})

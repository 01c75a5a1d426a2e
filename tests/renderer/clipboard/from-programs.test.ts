/** Clipboards of Excel, WPS, LibreOffice and Word pasted into the three kinds of sheet, cell by cell. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pasteRows } from '../../../renderer/editor/clipboard/paste.ts'
import type { PasteOutcome } from '../../../renderer/editor/clipboard/paste-plan.ts'
import { readClipboard } from '../../../renderer/editor/clipboard/read/read-clipboard.ts'
import type { ClipboardContent } from '../../../renderer/editor/clipboard/read/read-clipboard.ts'
import { onGuangzhou, onKorla, onPackedCell } from '../keys/keyboard.ts'
import type { TypedKeyboard } from '../keys/keyboard.ts'

const folder = join(import.meta.dirname, '..', '..', 'fixtures', 'clipboard')

function content(file: string): ClipboardContent {
  const text = readFileSync(join(folder, file), 'utf8')
  const read = file.endsWith('.html') ? readClipboard(text, 'not this') : readClipboard('', text)
  if (!read) throw new Error(`${file} holds nothing`)
  return read
}

const paste = (keys: TypedKeyboard, file: string): PasteOutcome => pasteRows(keys.view, content(file).rows)

const htmlFiles = ['excel', 'wps', 'libreoffice', 'word'].map((program) => `${program}-indicators.html`)
const textFiles = ['excel', 'libreoffice'].map((program) => `${program}-indicators.tsv`)
const projectFiles = [
  ...['excel', 'wps', 'libreoffice', 'word'].map((program) => `${program}-projects.html`),
  ...['excel', 'libreoffice'].map((program) => `${program}-projects.tsv`),
]

const indicators = [
  ['产出指标', '数量指标', '培训基层骨干人次', '≥120人次'],
  ['产出指标', '质量指标', '培训合格率\n（含补考）', '98%'],
  ['效益指标', '社会效益指标', '服务“最后一公里”的"先锋"村（社区）覆盖率', '100%'],
  ['满意度指标', '服务对象满意度指标', '参训人员满意度', '≥95%'],
]
const projects = [
  ['基层文化骨干培训', '32.50', '30.00', '', '2.50', '办好4期培训；\n不少于120人次。'],
  ['送书下乡', '8.00', '8.00', '', '', '配送图书3000册。'],
  ['老旧站点维修', '15.25', '15.25', '', '', '维修站点6处。'],
]

/** LibreOffice's plain text has a space for a line break inside a cell. */
const asIn = (file: string, rows: string[][]): string[][] =>
  file === 'libreoffice-indicators.tsv' || file === 'libreoffice-projects.tsv'
    ? rows.map((row) => row.map((text) => text.replaceAll('\n', ' ')))
    : rows

const pastedIndicators = ({ record }: TypedKeyboard) =>
  record().indicators.map(({ category, subcategory, name, target }) => [category, subcategory, name, target])

describe('what is read', () => {
  test.each(htmlFiles)('%s: spans repeat downwards, nothing else is there', (file) => {
    const { rows, outside, grid } = content(file)
    expect(rows.map((row) => row.map(({ text }) => text))).toEqual(indicators)
    expect(rows.map((row) => row.map(({ continues }) => continues))[1]).toEqual([true, false, false, false])
    expect(outside).toEqual([])
    expect(grid.cells[0]).toEqual({ row: 0, column: 0, rowSpan: 2, colSpan: 1, text: '产出指标' })
  })

  test.each(projectFiles)('%s', (file) => {
    expect(content(file).rows.map((row) => row.map(({ text }) => text))).toEqual(asIn(file, projects))
  })
})

describe.each([...htmlFiles, ...textFiles])('%s', (file) => {
  test('into the indicators of a merged form: levels merge, a row is added, line breaks stay', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].category')
    expect(paste(keys, file)).toEqual({ placed: 16, unplaced: 0, addedRows: 1 })
    expect(pastedIndicators(keys)).toEqual(asIn(file, indicators))
    const { cells } = keys.view.state.getState().sheet.layout
    expect(cells.find(({ binding }) => binding?.path === 'indicators[0].category')?.rowSpan).toBe(2)
    keys.press('Ctrl+Z')
    expect(keys.record().indicators).toHaveLength(3)
  })

  test('beginning in the third column what is too wide lands in the next columns, cell by cell', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].lastActual')
    expect(paste(keys, file)).toEqual({ placed: 16, unplaced: 0, addedRows: 1 })
    expect(keys.record().indicators[2]).toMatchObject({
      name: '群众知晓率',
      lastActual: '效益指标',
      weight: '社会效益指标',
      evidence: '100%',
    })
  })

  test('at the last column the rest is said', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].evidence')
    const { placed, unplaced } = paste(keys, file)
    expect([placed, unplaced]).toEqual([4, 12])
  })

  test('into the opened packed cell of a list form', () => {
    const keys = onPackedCell()
    keys.goTo('indicators[0].category')
    paste(keys, file)
    expect(keys.record().indicators.map(({ name }) => name)).toEqual(asIn(file, indicators).map(([, , name]) => name))
    expect(keys.record().indicators.map(({ category }) => category)).toEqual(indicators.map(([category]) => category))
    expect(keys.record(1).indicators).toEqual([])
  })
})

describe.each(projectFiles)('%s', (file) => {
  test('into a list form: a project a row, the missing one added for the same unit', () => {
    const keys = onGuangzhou()
    keys.goTo('project.name', 0)
    expect(paste(keys, file)).toEqual({ placed: 18, unplaced: 0, addedRows: 1 })
    const got = keys.view.editor
      .records()
      .map(({ project, funding, goal }) => [
        project.name,
        funding.total,
        funding.fiscal,
        funding.special,
        funding.other,
        goal.annual,
      ])
    expect(got).toEqual(asIn(file, projects))
    expect(keys.record(2).unit.name).toBe('云溪县文化馆')
    expect(keys.record(0).indicators).toHaveLength(3)
  })

  test('over the fixed fields of a merged form: labels are kept and counted', () => {
    const keys = onKorla()
    keys.goTo('project.name')
    expect(paste(keys, file)).toEqual({ placed: 6, unplaced: 8, addedRows: 0 })
    expect(keys.record().project).toMatchObject({ name: '基层文化骨干培训', leader: '30.00' })
    expect(keys.record().funding).toMatchObject({ total: '8.00', fiscal: '', other: '配送图书3000册。' })
    expect(keys.record().goal.annual).toBe('老旧站点维修')
    expect(keys.record().indicators).toHaveLength(3)
  })
})

describe('what Excel and Word do besides', () => {
  const texts = (read: ClipboardContent | null) => read?.rows.map((row) => row.map(({ text }) => text))
  const fixture = (file: string) => readFileSync(join(folder, file), 'utf8')

  test('Excel: texts over empty cells, several empty rows as one, hidden rows, a number too wide, readings', () => {
    const read = readClipboard(fixture('excel-oddities.html'), fixture('excel-oddities.tsv'))
    expect(texts(read)).toEqual([
      ['乡村公路养护补助资金（含上年结转）', '', '1,234,567.50', '98%'],
      ['', '', '', ''],
      ['', '', '', ''],
      ['养护', '村道\n乡道', '8765432.10', 'A&B <桥>'],
      ['养护', '说"好"', '-1,200.00', '2024/1/2'],
      ['隐藏', '有字', '1', ''],
    ])
    expect(read?.grid.cells.filter(({ rowSpan, colSpan }) => rowSpan * colSpan > 1)).toEqual([
      { row: 3, column: 0, rowSpan: 2, colSpan: 1, text: '养护' },
    ])
  })

  test('Excel: without the plain text a number too wide stays as it was copied', () => {
    expect(texts(readClipboard(fixture('excel-oddities.html'), ''))?.[3]?.[2]).toBe('########')
  })

  test('Excel: the plain text of the same cells', () => {
    expect(texts(readClipboard('', fixture('excel-oddities.tsv')))?.slice(3, 5)).toEqual([
      ['养护', '村道\n乡道', '8765432.10', 'A&B <桥>'],
      ['', '说"好"', '-1,200.00', '2024/1/2'],
    ])
  })

  test('WPS: runs of empty cells as one, texts over empty cells, and the first < missing on Windows', () => {
    const html = fixture('wps-oddities.html')
    for (const given of [html, html.slice(1), `Version:1.0\r\nStartHTML:0000000105\r\nEndHTML:0000004000\r\n${html}`]) {
      const read = readClipboard(given, '')
      expect(texts(read)).toEqual([
        ['产出指标', '数量指标', '图书车出车次数和送书册数合计', '', '', '10'],
        ['产出指标', '', '', '', '', '15.5'],
        ['', '', '', '', '', ''],
        ['效益指标', '', '', '', '说明\n第二行', ''],
      ])
      expect(read?.outside).toEqual([])
    }
  })

  test('Word: no row of widths, no comments, lists and paragraphs as lines', () => {
    const read = readClipboard(fixture('word-oddities.html'), '')
    expect(texts(read)).toEqual([
      ['年度目标', '1.   修桥2座；\n2.   养路。'],
      ['年度目标', '合格率\n（抽检）', '≥95%\n\n第三行'],
    ])
    expect(read?.outside).toEqual([])
  })
})

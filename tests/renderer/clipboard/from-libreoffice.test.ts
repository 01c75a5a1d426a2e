/** What LibreOffice 7.4 really put on the clipboard (fixtures/clipboard/libreoffice), pasted into each of our forms. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import {
  acceptOffer,
  declineOffer,
  offerWholeForm,
  pasteOffer,
} from '../../../renderer/editor/clipboard/paste-offer.ts'
import { pasteRows } from '../../../renderer/editor/clipboard/paste.ts'
import { readClipboard } from '../../../renderer/editor/clipboard/read/read-clipboard.ts'
import type { ClipboardContent } from '../../../renderer/editor/clipboard/read/read-clipboard.ts'
import type { Indicator, ProjectRecord } from '../../../shared/model/project.ts'
import { guangzhou, korla, openView, recordWith, threeIndicators } from '../editor/open-view.ts'
import { keyboard, onGuangzhou, onKorla, onPackedCell } from '../keys/keyboard.ts'
import type { TypedKeyboard } from '../keys/keyboard.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const recorded = (name: string): string =>
  readFileSync(join(root, 'tests', 'fixtures', 'clipboard', 'libreoffice', name), 'utf8')

function content(name: string, as: 'html' | 'text' = 'html'): ClipboardContent {
  const html = as === 'html' ? recorded(`${name}.html`) : ''
  const read = readClipboard(html, recorded(`${name}.txt`))
  if (!read) throw new Error(`${name} holds nothing`)
  return read
}

const texts = ({ rows }: ClipboardContent) => rows.map((row) => row.map(({ text }) => text))

const hebei = 'hebei-xinle-2024'

function examples(template: string): ProjectRecord[] {
  const file = join(root, 'main', 'resources', 'examples', `${template}.json`)
  const entries = JSON.parse(readFileSync(file, 'utf8')) as { record: ProjectRecord }[] // our own file
  return entries.map(({ record }) => record)
}

/** The copied form of 沙枣市 had these texts put into it, each a trap for a clipboard. */
const odd: Partial<Indicator>[] = [
  { name: '“云公交”系统\n升级次数', target: '=2次', lastActual: '00123' },
  { name: '接入"新能源"车辆数', lastActual: '2023-1-2' },
  { name: '系统 故障率\n(含"误报")', lastActual: '130624240000121001' },
  { name: '故障 响应时间 <1小时&' },
  { evidence: '"' },
]

function copiedRecords(template: string): ProjectRecord[] {
  if (template === guangzhou) return examples(template)
  const wanted = template === korla ? '智慧公交平台运维' : '义务教育学校校舍维修'
  const found = examples(template).find(({ project }) => project.name.includes(wanted))
  if (!found) throw new Error(`no example ${wanted}`)
  if (template !== korla) return [found]
  const indicators = found.indicators.map((indicator, index) => ({ ...indicator, ...odd[index] }))
  return [{ ...found, indicators }]
}

/** What was copied from our sheet into Calc: 三级指标, 指标值 and 依据 alike. */
const likeFormulas = ['=3人', '00123', '≥95%', '2024-1-2', '第一行\n第二行', '130624240000121001']
const likeNumbers = ['1/2', '3-4', '1e5', 'TRUE', '10%', '+5', '-3人', "'abc", '@x', '1,234.50', '12:30']
const likeMarkup = ['<b>&"q"', '=1+1', '', '3月5日', '￥5', '第一行\n\n第三行']
const returned = [...likeFormulas, ...likeNumbers, ...likeMarkup]

const columns = [
  'category',
  'subcategory',
  'name',
  'target',
  'basis',
  'lastActual',
  'weight',
  'scoring',
  'evidence',
] as const
const cellsOf = (indicator: Indicator): string[] => columns.map((column) => indicator[column])

function opened(template: string): TypedKeyboard {
  if (template === korla) return onKorla()
  if (template === guangzhou) return onGuangzhou()
  const { view, record, sent } = openView(hebei, [recordWith('送戏下乡', threeIndicators())])
  return { ...keyboard(view), record, sent }
}

/** Pastes and waits for the reader of whole forms. */
async function paste(keys: TypedKeyboard, pasted: ClipboardContent) {
  const before = keys.view.editor.entries()
  const outcome = pasteRows(keys.view, pasted.rows)
  await offerWholeForm(keys.view, pasted.grid, before)
  return { outcome, offer: pasteOffer.getState().offer }
}

afterEach(declineOffer)

describe('a whole form is offered as a whole and is the copied record', () => {
  test.each([
    ['calc-korla-form', korla],
    ['calc-hebei-form', hebei],
    ['calc-guangzhou-form', guangzhou],
    ['writer-korla-form', korla],
    ['writer-hebei-form', hebei],
    ['writer-guangzhou-form', guangzhou],
  ])('%s', async (name, template) => {
    const keys = opened(template)
    keys.goTo('project.name')
    const { offer } = await paste(keys, content(name))
    if (!offer) throw new Error('nothing was offered')
    acceptOffer(offer)
    const expected = copiedRecords(template)
    const found = keys.view.editor.records()
    expect(found.map(({ project }) => project.name)).toEqual(expected.map(({ project }) => project.name))
    expect(found.map(({ goal }) => goal.annual.trim())).toEqual(expected.map(({ goal }) => goal.annual.trim()))
    expect(found.map(({ funding }) => Number(funding.total))).toEqual(
      expected.map(({ funding }) => Number(funding.total)),
    )
    expect(found.map(({ indicators }) => indicators.map(cellsOf))).toEqual(
      expected.map(({ indicators }) => indicators.map(cellsOf)),
    )
  })

  test('into a form of another place', async () => {
    const keys = opened(hebei)
    keys.goTo('project.name')
    const { offer } = await paste(keys, content('calc-korla-form'))
    if (!offer) throw new Error('nothing was offered')
    acceptOffer(offer)
    expect(keys.record().indicators.map(cellsOf)).toEqual(copiedRecords(korla)[0]?.indicators.map(cellsOf))
  })
})

describe('a block of indicators with merged levels', () => {
  test.each(['calc-korla-indicators', 'writer-korla-indicators'])('%s into a merged form', async (name) => {
    const keys = onKorla()
    keys.goTo('indicators[0].category')
    const { outcome, offer } = await paste(keys, content(name))
    expect(outcome).toEqual({ placed: 81, unplaced: 0, addedRows: 6 })
    expect(offer).toBeNull()
    expect(content(name).outside).toEqual([])
    expect(keys.record().indicators.map(cellsOf)).toEqual(copiedRecords(korla)[0]?.indicators.map(cellsOf))
    const { cells } = keys.view.state.getState().sheet.layout
    expect(cells.find(({ binding }) => binding?.path === 'indicators[0].category')?.rowSpan).toBe(4)
  })

  test('as plain text, which has no line breaks inside cells, the levels are the ones above', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].category')
    pasteRows(keys.view, content('calc-korla-indicators', 'text').rows)
    const expected = copiedRecords(korla)[0]?.indicators.map(({ category, subcategory }) => [category, subcategory])
    expect(keys.record().indicators.map(({ category, subcategory }) => [category, subcategory])).toEqual(expected)
    expect(keys.record().indicators[0]).toMatchObject({ name: '“云公交”系统 升级次数', lastActual: '00123' })
    expect(keys.record().indicators[4]?.evidence).toBe('"')
  })

  test('into the opened packed cell of a list form', () => {
    const keys = onPackedCell()
    keys.goTo('indicators[0].category')
    pasteRows(keys.view, content('calc-korla-indicators').rows)
    expect(keys.record().indicators.map(({ category, name }) => [category, name])).toEqual(
      copiedRecords(korla)[0]?.indicators.map(({ category, name }) => [category, name]),
    )
  })
})

test('a whole form as plain text goes by columns: blanks of its merged cells take no cell', () => {
  const keys = onKorla()
  keys.view.state.setState({ selection: { anchor: { row: 0, column: 0 }, focus: { row: 0, column: 0 } } })
  expect(pasteRows(keys.view, content('calc-korla-form', 'text').rows)).toMatchObject({ unplaced: 0, addedRows: 6 })
  expect(keys.record()).toMatchObject({
    year: '2023',
    unit: { name: '沙枣市公共交通服务中心' },
    project: { name: '智慧公交平台运维', leader: '负责人卯' },
    funding: { unit: '万元', total: '24.00', fiscal: '22.00', other: '2.00' },
  })
  expect(keys.record().indicators.map(({ target }) => target)).toEqual(
    copiedRecords(korla)[0]?.indicators.map(({ target }) => target),
  )
})

describe('smaller pieces', () => {
  test('one column with line breaks and quotes', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].name')
    pasteRows(keys.view, content('calc-korla-column').rows)
    expect(keys.record().indicators.map(({ name }) => name)).toEqual(
      copiedRecords(korla)[0]?.indicators.map(({ name }) => name),
    )
  })

  test('one cell fills what is selected', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].name')
    keys.extendTo('indicators[1].name')
    pasteRows(keys.view, content('calc-korla-cell').rows)
    expect(keys.record().indicators.map(({ name }) => name)).toEqual([odd[0]?.name, odd[0]?.name, '群众知晓率'])
  })

  test('a packed cell', () => {
    const keys = onGuangzhou()
    keys.goTo('indicators', 1)
    pasteRows(keys.view, content('calc-guangzhou-packed').rows)
    expect(keys.record(1).indicators.map(cellsOf)).toEqual(copiedRecords(guangzhou)[0]?.indicators.map(cellsOf))
  })

  test('projects of a list', () => {
    const keys = onGuangzhou()
    keys.goTo('project.name', 0)
    pasteRows(keys.view, content('calc-guangzhou-projects').rows)
    const found = keys.view.editor.records()
    const expected = copiedRecords(guangzhou).slice(0, 3)
    expect(found.map(({ project }) => project.name)).toEqual(expected.map(({ project }) => project.name))
    expect(found.map(({ indicators }) => indicators.length)).toEqual(
      expected.map(({ indicators }) => indicators.length),
    )
  })

  test('a cell with a comment, a long text beside an empty cell, amounts, a date', () => {
    expect(texts(content('calc-amounts'))).toEqual([
      ['乡村公路养护补助资金（含上年结转）', '', '1,234,567.50', '98.5%'],
      ['送戏\n下乡', '文化馆', '-1,200.00', '2024/1/2'],
      ['合并', '45'],
    ])
  })
})

test('our own copy, pasted into Calc and copied there, comes back as it was', () => {
  const keys = onKorla()
  keys.view.state.setState({ selection: { anchor: { row: 0, column: 0 }, focus: { row: 0, column: 0 } } })
  expect(pasteRows(keys.view, content('calc-returned').rows)).toMatchObject({ unplaced: 0, addedRows: 20 })
  const { indicators, year, project } = keys.record()
  expect([year, project.name]).toEqual(['', '送戏下乡'])
  expect(indicators.map(({ target }) => target)).toEqual(returned)
  expect(indicators.map(({ name, basis }) => [name, basis])).toEqual(returned.map((text) => [text, text]))
  expect(indicators.map(({ category }) => category)).toEqual(
    returned.map((_, at) => (at < 9 ? '产出指标' : '效益指标')),
  )
})

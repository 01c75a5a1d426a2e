import { describe, expect, test } from 'vitest'
import { copyRange, parseSeparatedText } from '../../../../renderer/editor/clipboard/read/clipboard.ts'
import type { PastedRows } from '../../../../renderer/editor/clipboard/read/clipboard.ts'
import { pasteRows } from '../../../../renderer/editor/clipboard/paste.ts'
import { extendTo, rangeOf, selectOnly } from '../../../../renderer/editor/grid/selection.ts'
import { fieldText, selectAt } from '../../../../renderer/editor/view/sheet-view.ts'
import { cellOf, guangzhou, korla, names, openView, recordWith, threeIndicators } from '../open-view.ts'

const texts = (rows: PastedRows): string[][] => rows.map((row) => row.map(({ text }) => text))
const rowsOf = (lines: string[][]): PastedRows => lines.map((line) => line.map((text) => ({ text, continues: false })))

describe('tab-separated text', () => {
  test.each([
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"两\n行"\t"说""好"""', [['两\n行', '说"好"']]],
    ['≥95%\t\t10', [['≥95%', '', '10']]],
    ['a\t', [['a', '']]],
    ['"没有结束', [['"没有结束']]],
    ['5" 管\tb', [['5" 管', 'b']]],
    ['', [['']]],
  ])('%j', (plain, expected) => {
    expect(texts(parseSeparatedText(plain))).toEqual(expected)
  })
})

test('copied cells: text reads back, HTML has the spans and is escaped', () => {
  const [one, two, three] = threeIndicators()
  if (!one || !two || !three) throw new Error('three indicators')
  const { view } = openView(korla, [recordWith('送戏下乡', [one, { ...two, name: '<b>&"观众"\n人数' }, three])])
  const { sheet } = view.state.getState()
  const range = rangeOf(
    sheet,
    extendTo(selectOnly(cellOf(view, 'indicators[0].category')), cellOf(view, 'indicators[1].target')),
  )
  const { plain, html } = copyRange(sheet, range, (cell) => fieldText(view, cell))
  expect(texts(parseSeparatedText(plain))).toEqual([
    ['产出指标', '数量指标', '演出场次', '≥10场'],
    ['', '', '<b>&"观众"\n人数', '≥3000人'],
  ])
  expect(html).toContain('<td rowspan="2"')
  expect(html).toContain('&lt;b&gt;&amp;&quot;观众&quot;<br')
})

describe('paste', () => {
  test('maps cell by cell and adds the rows it needs; one undo takes all of it back', () => {
    const { view, record } = openView(korla, [recordWith('送戏下乡', threeIndicators())])
    selectAt(view, cellOf(view, 'indicators[2].name'))
    const outcome = pasteRows(
      view,
      rowsOf([
        ['甲', '1'],
        ['乙', '2'],
        ['丙', '3'],
      ]),
    )
    expect(names(record())).toEqual(['演出场次', '观众人数', '甲', '乙', '丙'])
    expect(record().indicators.map(({ target }) => target)).toEqual(['≥10场', '≥3000人', '1', '2', '3'])
    expect(outcome.unplaced).toBe(0)
    view.editor.undo()
    expect(names(record())).toEqual(['演出场次', '观众人数', '群众知晓率'])
  })

  test('a merged level that repeats downwards lands in each of its rows', () => {
    const { view, record } = openView(korla, [recordWith('送戏下乡', threeIndicators())])
    selectAt(view, cellOf(view, 'indicators[0].category'))
    pasteRows(view, [
      [
        { text: '产出指标', continues: false },
        { text: '数量指标', continues: false },
        { text: '甲', continues: false },
      ],
      [
        { text: '产出指标', continues: true },
        { text: '质量指标', continues: false },
        { text: '乙', continues: false },
      ],
      [
        { text: '效益指标', continues: false },
        { text: '社会效益指标', continues: false },
        { text: '丙', continues: false },
      ],
    ])
    expect(record().indicators.map(({ category, subcategory, name }) => `${category}/${subcategory}/${name}`)).toEqual([
      '产出指标/数量指标/甲',
      '产出指标/质量指标/乙',
      '效益指标/社会效益指标/丙',
    ])
  })

  test('what does not fit beside the last column is counted, not lost silently', () => {
    const { view, record } = openView(korla, [recordWith('送戏下乡', threeIndicators())])
    selectAt(view, cellOf(view, 'indicators[0].scoring'))
    const outcome = pasteRows(view, rowsOf([['直接赋分', '工作资料', '多出来']]))
    expect(outcome).toEqual({ placed: 2, unplaced: 1, addedRows: 0 })
    expect(record().indicators[0]?.evidence).toBe('工作资料')
  })

  test('labels are skipped: an equal one is fine, another text is counted', () => {
    const { view, record } = openView(korla, [recordWith('旧', threeIndicators())])
    const name = cellOf(view, 'project.name')
    selectAt(view, { row: name.row, column: 0 })
    expect(pasteRows(view, rowsOf([['项目名称', '新名称', '项目负责人', '经办甲']])).unplaced).toBe(0)
    expect(record().project).toMatchObject({ name: '新名称', leader: '经办甲' })
    selectAt(view, { row: name.row, column: 0 })
    expect(pasteRows(view, rowsOf([['别的表头', '新名称']])).unplaced).toBe(1)
  })

  test('one text fills the whole selection', () => {
    const { view, record } = openView(korla, [recordWith('送戏下乡', threeIndicators())])
    const from = cellOf(view, 'indicators[0].basis')
    view.state.setState({ selection: extendTo(selectOnly(from), cellOf(view, 'indicators[2].basis')) })
    pasteRows(view, rowsOf([['计划标准']]))
    expect(record().indicators.map(({ basis }) => basis)).toEqual(['计划标准', '计划标准', '计划标准'])
  })

  test('on a list form new rows are projects of the same unit', () => {
    const { view, record } = openView(guangzhou, [recordWith('甲项目', []), recordWith('乙项目', [])])
    selectAt(view, cellOf(view, 'project.name', 1))
    pasteRows(
      view,
      rowsOf([
        ['乙', '10'],
        ['丙', '20'],
      ]),
    )
    expect(view.editor.records()).toHaveLength(3)
    expect(record(2).project.name).toBe('丙')
    expect(record(2).funding.total).toBe('20')
    expect(record(2).unit.name).toBe('云溪县文化馆')
  })
})

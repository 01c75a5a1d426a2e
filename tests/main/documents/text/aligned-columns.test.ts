/** Columns parted by blanks: read where every line stands under its headings, left as text where one does not. */
import { expect, test } from 'vitest'
import { readDocument } from '../../../../main/documents/read.ts'
import { readGrid } from '../../../../shared/reading/read-grid.ts'
import { builtIn } from '../../../../shared/templates/built-in.ts'
import { drawGrid } from '../../../support/office-files.ts'

const gridsOf = (lines: readonly string[]) =>
  readDocument('石泉县.txt', new TextEncoder().encode(lines.join('\n'))).grids
const draw = (lines: readonly string[]) => drawGrid(gridsOf(lines)[0])
const indicators = (lines: readonly string[]) =>
  gridsOf(lines)
    .flatMap((grid) => readGrid(grid, builtIn.all))
    .map(({ record }) => ({
      project: record.project.name,
      rows: record.indicators.map(({ category, subcategory, name, target }) =>
        [category, subcategory, name, target].join('|'),
      ),
    }))

/** As other programs print it: every column two places or more apart. */
const printed = [
  '项目支出绩效目标表',
  '（2024年度）',
  '',
  '项目名称  灌溉渠道清淤          预算单位  石泉县水利站',
  '年度资金总额：  36.5万元',
  '',
  '一级指标    二级指标        三级指标          指标值',
  '产出指标    数量指标        清淤渠道长度      ≥24公里',
  '                            清理淤积点        ≥15处',
  '            质量指标        验收合格率        100%',
  '效益指标    社会效益指标    灌溉受益农户      ≥860户',
  '满意度指标  服务对象满意度  农户满意度        ≥92%',
]
const read = {
  project: '灌溉渠道清淤',
  rows: [
    '产出指标|数量指标|清淤渠道长度|≥24公里',
    '产出指标|数量指标|清理淤积点|≥15处',
    '产出指标|质量指标|验收合格率|100%',
    '效益指标|社会效益指标|灌溉受益农户|≥860户',
    '满意度指标|服务对象满意度|农户满意度|≥92%',
  ],
}

test('cells stand in the column of their heading; blanks at the front are blank cells', () => {
  expect(draw(printed)).toEqual([
    '0:项目支出绩效目标表',
    '0:（2024年度）',
    '',
    '0:项目名称 | 1:灌溉渠道清淤 | 2:预算单位 | 3:石泉县水利站',
    '0:年度资金总额： | 1:36.5万元',
    '',
    '0:一级指标 | 1:二级指标 | 2:三级指标 | 3:指标值',
    '0:产出指标 | 1:数量指标 | 2:清淤渠道长度 | 3:≥24公里',
    '2:清理淤积点 | 3:≥15处',
    '1:质量指标 | 2:验收合格率 | 3:100%',
    '0:效益指标 | 1:社会效益指标 | 2:灌溉受益农户 | 3:≥860户',
    '0:满意度指标 | 1:服务对象满意度 | 2:农户满意度 | 3:≥92%',
  ])
  expect(indicators(printed)).toEqual([read])
})

test('ideographic blanks, one or several', () => {
  const wide = printed.map((line) => line.replaceAll('  ', '　'))
  expect(indicators(wide)).toEqual([read])
})

test('places counted by characters', () => {
  const columns = [0, 8, 18, 30]
  const rows = [
    ['一级指标', '二级指标', '三级指标', '指标值'],
    ['产出指标', '数量指标', '更换水泵', '≥6台'],
    ['', '', '维修闸门', '≥4座'],
    ['', '时效指标', '汛前完成', '5月底前'],
  ]
  const lines = rows.map((cells) => cells.reduce((line, cell, index) => line.padEnd(columns[index] ?? 0) + cell, ''))
  expect(indicators(['项目名称：泵站更新', '', ...lines])).toEqual([
    {
      project: '泵站更新',
      rows: [
        '产出指标|数量指标|更换水泵|≥6台',
        '产出指标|数量指标|维修闸门|≥4座',
        '产出指标|时效指标|汛前完成|5月底前',
      ],
    },
  ])
})

test('a note below the table, and a second table in the same text', () => {
  const note = '填表说明：指标值按照上年实际完成情况和今年工作安排确定。'
  expect(indicators([...printed, note])).toEqual([read])
  expect(indicators([...printed, '', '', ...printed])).toEqual([read, read])
})

/** One line for each cell or paragraph: what is not certain stays as it was. */
const asLines = (lines: readonly string[]) =>
  lines.flatMap((line) => (line.trim() === '' ? [] : [expect.stringContaining(line.trim())]))

test.each([
  ['a cell beside its heading', (line: string) => line.replace('质量指标        验收', '质量指标   验收')],
  [
    'a cell that runs into the next column',
    (line: string) => line.replace(/农户满意度 +≥92%/, '受益农户和沿线村民满意度'),
  ],
  ['headings nobody knows', (line: string) => line.replace('二级指标        三级指标', '甲类            乙类    ')],
])('%s: no table is guessed', (_, change) => {
  const lines = printed.slice(6).map(change)
  expect(lines).not.toEqual(printed.slice(6))
  expect(draw(lines).filter((line) => line !== '')).toEqual(asLines(lines))
})

test('a heading with a single row below it is not enough', () => {
  const lines = printed.slice(6, 8)
  expect(draw(lines)).toEqual(asLines(lines))
})

test('paragraphs with blanks in them stay paragraphs', () => {
  const lines = ['目　录', '一、指标值  见附表', '二、一级指标、二级指标和三级指标  略']
  expect(draw(lines)).toEqual(asLines(lines))
})

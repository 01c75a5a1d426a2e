/** Lines above and rows below the indicators: units of money, signatures, stamps, notes, sums. None of them is an indicator, none is lost. */
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../main/documents/read.ts'
import { readGrid } from '../../shared/reading/read-grid.ts'
import { builtIn } from '../../shared/templates/built-in.ts'
import { oneSheet } from '../fixtures/elsewhere/fixture.ts'
import { declaredBytes } from '../support/declared-file.ts'
import { wide } from '../support/declared-table.ts'
import type { DeclaredRow, DeclaredTable } from '../support/declared-table.ts'
import { anything, indicatorTable, tableDifferences } from '../support/expected-record.ts'
import type { ExpectedRecord } from '../support/expected-record.ts'

const head: DeclaredRow[] = [
  ['项目名称', ...wide('护林员补助', 3)],
  ['预算单位', ...wide('石泉县林业局', 3)],
  ['年度资金总额', '5', '其中：财政拨款', '5'],
]
const rows: DeclaredRow[] = [
  ['一级指标', '二级指标', '三级指标', '指标值'],
  ['产出指标', '数量指标', '补助护林员人数', '210人'],
  ['效益指标', '生态效益指标', '森林覆盖率', '≥61%'],
]
const record: ExpectedRecord = {
  year: '2024',
  unit: { name: '石泉县林业局' },
  project: { name: '护林员补助' },
  funding: { total: '5', fiscal: '5' },
  indicators: indicatorTable(
    'category subcategory name target',
    ['产出指标', '数量指标', '补助护林员人数', '210人'],
    ['效益指标', '生态效益指标', '森林覆盖率', '≥61%'],
  ),
}

async function differences(parts: (string | DeclaredTable)[], expected: ExpectedRecord) {
  const lines: string[] = []
  for (const format of ['xlsx', 'docx', 'txt'] as const) {
    const { grids } = readDocument(`x.${format}`, await declaredBytes(oneSheet(...parts), format))
    const tables = grids.flatMap((grid) => readGrid(grid, builtIn.all))
    lines.push(
      ...tableDifferences(tables, [{ template: null, kind: 'target', record: expected }]).map(
        (line) => `${format}: ${line}`,
      ),
    )
  }
  return lines
}

describe('above', () => {
  test.each([
    ['单位：万元', '万元'],
    ['金额单位:元', '元'],
    ['单位：元  币种：人民币', '元'],
    ['单位:万元（保留两位小数）', '万元'],
    ['金额单位：人民币万元', '万元'],
    ['（单位：万元）', '万元'],
    ['单位：石泉县林业局    金额单位：万元', '万元'],
  ])('%s', async (line, unit) => {
    const table = { rows: [...head, ...rows] }
    expect(
      await differences(['项目支出绩效目标表', '(2024年)', line, table], {
        ...record,
        funding: { ...record.funding, unit },
      }),
    ).toEqual([])
  })

  test.each([
    ['(2024年)', '2024'],
    ['（2024年度）', '2024'],
    ['( 20 24 年度)', '2024'],
    ['2024年度)', '2024'],
    ['（  　 年度）', ''],
  ])('year line %s', async (line, year) => {
    expect(await differences(['项目支出绩效目标表', line, { rows: [...head, ...rows] }], { ...record, year })).toEqual(
      [],
    )
  })

  test.each([
    ['项目支出绩效目标表（2024年度）', '2024'],
    ['2024年部门预算项目支出绩效目标表', '2024'],
    ['项目支出绩效目标表', ''],
  ])('title %s', async (title, year) => {
    const named = { rows: [['项目名称', ...wide('2023年护林员补助', 3)], ...head.slice(1), ...rows] }
    expect(await differences([title, named], { ...record, year, project: { name: '2023年护林员补助' } })).toEqual([])
  })
})

describe('below', () => {
  test.each<[string, DeclaredRow[], string[]]>([
    [
      'labels and values in one cell',
      [['制表人：甲某', '复核人：乙某', '联系电话：000-0000000', '填报日期：2023年9月1日']],
      ['甲某', '乙某', '000-0000000', '2023年9月1日'],
    ],
    ['labels beside values', [['填表人', '甲某', '填表日期', '2023-09-01']], ['甲某', '2023-09-01']],
    ['people who compile and lead', [['编报人：', '甲某', '分管领导：', '乙某']], ['甲某', '乙某']],
    ['compiled by', [[...wide('编制人：甲某', 2), ...wide('审核人：', 2)]], ['甲某']],
    [
      'opinions',
      [
        ['审核意见', ...wide('同意', 3)],
        ['主管部门意见', ...wide('（盖章）\n年  月  日', 3)],
      ],
      ['同意'],
    ],
    ['opinions of two sections', [[...wide('预算股意见：', 2), ...wide('绩效股意见：', 2)]], []],
    ['stamp', [['单位（公章）：', '', '', '']], []],
    [
      'a note over the width',
      [wide('注：1.本表一式三份；2.一级指标为产出指标、效益指标和满意度指标。', 4)],
      ['本表一式三份'],
    ],
    [
      'notes in the first column',
      [
        ['1.本表一式三份', '', '', ''],
        ['2.一级指标不得修改', '', '', ''],
      ],
      [],
    ],
    ['a note on stars', [['*为核心指标', '', '', '']], []],
    ['a sum', [['合计', '', '', '100']], []],
    ['a named sum', [['绩效指标权重合计', '', '', '100']], []],
    ['further questions', [['其他需要说明的问题', ...wide('无', 3)]], ['无']],
    ['measures', [['保障措施', ...wide('落实网格管护责任。', 3)]], ['落实网格管护责任。']],
    ['page number', [['第1页 共2页', '', '', '']], []],
  ])('%s', async (_, below, kept) => {
    const table = { rows: [wide('项目支出绩效目标表', 4), wide('(2024年)', 4), ...head, ...rows, ...below] }
    expect(await differences([table], { ...record, kept, project: { ...record.project, leader: anything } })).toEqual(
      [],
    )
  })
})

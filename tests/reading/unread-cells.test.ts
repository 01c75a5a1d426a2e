/** Formulas whose result a workbook does not hold: each is told with its cell, at the field it is; everything else is read. */
import { builtIn } from '../../shared/templates/built-in.ts'
import { expect, test } from 'vitest'
import { readTables } from '../../main/documents/worker/read-tables.ts'
import { xlsxFile } from '../support/office-files.ts'

type Cell = string | { formula: string }

const cell = (content: Cell): string =>
  typeof content === 'string' ? `<c t="inlineStr"><is><t>${content}</t></is></c>` : `<c><f>${content.formula}</f></c>`

async function tableOf(rows: readonly Cell[][], name = '目标') {
  const xml = `<sheetData>${rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')}</sheetData>`
  const { tables } = await readTables({ name: 'a.xlsx', bytes: xlsxFile({ sheets: [{ name, xml }] }) }, builtIn)
  expect(tables).toHaveLength(1)
  return tables[0]
}

const told = (problems: { code: string; path: string; place?: unknown; message: string }[] = []) =>
  problems.filter(({ code }) => code === 'D-FORMULA').map(({ path, place, message }) => ({ path, place, message }))

const form = (changes: { name?: Cell; total?: Cell; target?: Cell; goal?: Cell }): Cell[][] => [
  ['项目支出绩效目标表'],
  ['项目名称', changes.name ?? '引水', '年度资金总额', changes.total ?? '20'],
  ['年度目标', changes.goal ?? '修渠。'],
  ['一级指标', '二级指标', '三级指标', '指标值'],
  ['产出指标', '数量指标', '渠道长度', changes.target ?? '3公里'],
  ['效益指标', '社会效益指标', '受益人数', '900人'],
]

test.each([
  ['the name', { name: { formula: 'HYPERLINK("http://x.invalid")' } }, 'B2', 'project.name'],
  ['the total', { total: { formula: 'SUM(D3:D4)' } }, 'D2', 'funding.total'],
  ['a target', { target: { formula: 'B1' } }, 'D5', 'indicators[0].target'],
  ['a goal', { goal: { formula: 'B1' } }, 'B3', 'goal.annual'],
])('%s', async (_, changes, address, path) => {
  const table = await tableOf(form(changes))
  const message = `${address} 是公式，文件里没有结果，请用 Excel 或 WPS 打开保存一次。`
  expect(told(table?.problems)).toEqual([{ path, place: { sheet: '目标', cell: address }, message }])
  expect(table?.record.indicators.map(({ name }) => name)).toEqual(['渠道长度', '受益人数'])
  expect(JSON.stringify(table?.record)).not.toMatch(/[\uE000\uE001]/u)
})

test('nothing is said where every formula has its result', async () => {
  expect(told((await tableOf(form({})))?.problems)).toEqual([])
})

test('a formula that is no field is told all the same; very many are told together', async () => {
  const beside = (await tableOf([...form({}), ['备注', { formula: 'A1' }]]))?.problems
  expect(told(beside).map(({ place }) => place)).toEqual([{ sheet: '目标', cell: 'B7' }])
  const many = Array.from({ length: 40 }, (_, index): Cell[] => [
    '产出指标',
    '数量指标',
    `第 ${index} 渠`,
    { formula: 'A1' },
  ])
  const problems = told((await tableOf([...form({}), ...many]))?.problems)
  expect(problems).toHaveLength(21)
  expect(problems.at(-1)?.message).toContain('D27等 20 格是公式')
})

/** Any grid at all: never an error, and cost that grows in a straight line. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Grid } from '../../../shared/layout/grid.ts'
import { readGrid } from '../../../shared/reading/read-grid.ts'
import { builtIn } from '../../../shared/templates/built-in.ts'

const words = [
  '项目名称',
  '预算单位',
  '一级指标',
  '二级指标',
  '三级指标',
  '指标值',
  '年度指标值',
  '产出指标',
  '数量指标',
  '满意度指标',
  '绩效目标',
  '年度目标',
  '项目支出绩效目标表',
  '(2024年)',
  '单位：万元',
  '年度资金总额',
  '其中：财政拨款',
  '100',
  '≥95%',
  '指标1：',
  '……',
  '合计',
  '注：说明',
  '3月底',
  '任务名称',
  '全市',
  '绩效指标',
  '总计',
  '年初预算数',
  '全年执行数',
  '<p>目标1</p>',
  '1、1-产出指标；11-数量指标；人数；实施周期指标值:1；年度指标值:1。',
]
const cell = fc.record({
  row: fc.integer({ min: 0, max: 12 }),
  column: fc.integer({ min: 0, max: 8 }),
  rowSpan: fc.integer({ min: 1, max: 4 }),
  colSpan: fc.integer({ min: 1, max: 4 }),
  text: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...words) },
    fc.string(),
    fc.constantFrom('', ' ', '__proto__', 'constructor'),
  ),
})
const grid: fc.Arbitrary<Grid> = fc.record({
  source: fc.record({ sheet: fc.string(), range: fc.constantFrom('', 'A1:B2', 'AB12:AC15') }),
  rows: fc.integer({ min: 0, max: 13 }),
  columns: fc.integer({ min: 0, max: 9 }),
  cells: fc.array(cell, { maxLength: 60 }),
  hasSpans: fc.boolean(),
  origin: fc.constantFrom('own' as const, 'foreign' as const),
})

test('no grid makes it fail, and every field is a text', () => {
  fc.assert(
    fc.property(grid, (any) => {
      for (const { record, problems } of readGrid(any, builtIn.all)) {
        expect(record.paymentPlan.length === 0 || record.paymentPlan.length === 4).toBe(true)
        for (const indicator of record.indicators)
          for (const [key, text] of Object.entries(indicator)) if (key !== 'extra') expect(typeof text).toBe('string')
        for (const problem of problems) expect(problem.message).not.toBe('')
      }
    }),
    { numRuns: 1500 },
  )
})

function tall(rows: number, columns: number, text: (row: number, column: number) => string): Grid {
  const cells = Array.from({ length: rows * columns }, (_, index) => {
    const row = Math.floor(index / columns)
    return { row, column: index % columns, rowSpan: 1, colSpan: 1, text: text(row, index % columns) }
  })
  return { source: { sheet: '', range: 'A1' }, rows, columns, cells, hasSpans: true, origin: 'foreign' }
}

const heading = [
  '一级指标',
  '二级指标',
  '三级指标',
  '指标值',
  '指标值设置依据',
  '上年完成值',
  '指标分值权重',
  '指标赋分规则',
  '佐证资料',
  '备注',
]
const hostile: Record<string, (row: number, column: number) => string> = {
  'a sheet of numbers': (row, column) => String(row * column),
  'one table of 20,000 rows': (row, column) =>
    row === 0 ? (heading[column] ?? '') : column === 3 ? '≥95%' : `${column === 2 ? row : '数量指标'}`,
  'headings only': (_, column) => heading[column] ?? '',
  'labels only': () => '项目名称',
  'titles only': () => '项目支出绩效目标表',
  'labels and values': (_, column) => (column % 2 === 0 ? '年度目标' : '提高'),
}

// Work that grows with the square of the cells does not end within the test's time limit; no time is measured here.
test.each(Object.entries(hostile))('200,000 cells: %s', (_, text) => {
  expect(readGrid(tall(20_000, 10, text), builtIn.all)).toBeInstanceOf(Array)
})

test('200,000 merges over everything and a million declared rows', () => {
  const cells = Array.from({ length: 200_000 }, (_, index) => ({
    row: index % 1000,
    column: index % 200,
    rowSpan: 1_000_000,
    colSpan: 16_384,
    text: 'x',
  }))
  const found = readGrid(
    { source: { sheet: '', range: '' }, rows: 1_048_576, columns: 16_384, cells, hasSpans: true, origin: 'foreign' },
    builtIn.all,
  )
  expect(found).toBeInstanceOf(Array)
})

/** The years of the term on the central form: printed from the record, read from our own files and from other programs'. */
import { describe, expect, test } from 'vitest'
import { build } from '../../../shared/layout/build.ts'
import type { Grid } from '../../../shared/layout/grid.ts'
import { readGrid } from '../../../shared/reading/read-grid.ts'
import { emptyRecord } from '../../../shared/model/project.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import { builtIn } from '../../../shared/templates/built-in.ts'
import { formExamples } from '../../forms/form-examples.ts'
import { gridOfLayout } from '../../support/layout-grid.ts'

const central = () => {
  const template = builtIn.find('central-2021')
  if (!template) throw new Error('the central form is gone')
  return template
}

function gridOf(years: string, example: ProjectRecord = formExamples['central-2021']?.[0] ?? emptyRecord()): Grid {
  const { 中期目标年份: _, ...others } = example.extra
  const extra = years === '' ? others : { ...others, 中期目标年份: years }
  return gridOfLayout(build(central(), [{ ...example, extra }]))
}

const labelOf = (grid: Grid) => grid.cells.find(({ text }) => text.startsWith('中期目标'))?.text

/** The same grid with another print of the label. */
const printed = (grid: Grid, label: string): Grid => ({
  ...grid,
  cells: grid.cells.map((cell) => (cell.text.startsWith('中期目标') ? { ...cell, text: label } : cell)),
})

const yearsOf = (grid: Grid) => readGrid(grid, builtIn.all)[0]?.record.extra['中期目标年份']
const throughOthers = (grid: Grid): Grid => ({ ...grid, origin: 'foreign' })

test('they are printed between the brackets; blanks where there are none', () => {
  expect(labelOf(gridOf('2024年—2026年'))).toBe('中期目标（2024年—2026年）')
  expect(labelOf(gridOf(''))).toBe('中期目标（    年—    年）')
  expect(JSON.stringify(builtIn.all)).not.toMatch(/label":"[^"]*[×x]{2}年/)
})

describe.each([
  ['our own file', (grid: Grid) => grid],
  ['another program’s', throughOthers],
] as const)('%s', (_, through) => {
  test.each(['2024年—2026年', '2024-2026', '2023年1月至2025年12月', '三年'])('%s', (years) => {
    expect(yearsOf(through(gridOf(years)))).toBe(years)
  })

  test.each([
    '中期目标（20××年—20××+n年）',
    '中期目标（    年—    年）',
    '中期目标（　　年—　　年）',
    '中期目标（20XX年-20XX+n年）',
    '中期目标（××年—××年）',
    '中期目标（年—年）',
    '中期目标（____年至____年）',
  ])('no years in %s', (label) => {
    const grid = through(printed(gridOf('2024年—2026年'), label))
    expect(readGrid(grid, builtIn.all)[0]?.template).toBe('central-2021')
    expect(yearsOf(grid)).toBeUndefined()
  })
})

test.each([
  ['中期目标(2024-2026)', '2024-2026'],
  ['中期目标 （ 2024 年 — 2026 年 ）', '2024 年 — 2026 年'],
  ['中期目标\n（2024年—2026年）', '2024年—2026年'],
  ['中期目标', undefined],
  ['中期目标（）', undefined],
  ['中期目标（20xx年-20xx年）', undefined],
  ['中期目标（20__年—20__年）', undefined],
  ['中期目标（XX年至XX年）', undefined],
  ['中期目标［2024年—2026年］', '2024年—2026年'],
  ['中期目标〔2024-2026〕', '2024-2026'],
  ['中期目标【2024年至2026年】：', '2024年至2026年'],
  ['中期目标2024-2026', '2024-2026'],
  ['中期目标 2024年—2026年', '2024年—2026年'],
  ['中期目标（2024年—2026年', '2024年—2026年'],
])('typed otherwise: %j', (label, years) => {
  const grid = throughOthers(printed(gridOf(''), label))
  expect(readGrid(grid, builtIn.all)[0]?.template).toBe('central-2021')
  expect(yearsOf(grid)).toBe(years)
  expect(readGrid(grid, builtIn.all)[0]?.record.goal).toEqual(formExamples['central-2021']?.[0]?.goal)
})

test('a form of one’s own with a note in the brackets has no years', () => {
  const rows = [
    ['某县项目绩效目标申报表'],
    ['项目名称', '水库维护', '项目单位', '某县水利局'],
    ['长期目标（450字以内）', '三年完成。', '年度目标', '完成一期。'],
    ['一级指标', '二级指标', '三级指标', '指标值'],
    ['产出指标', '数量指标', '维护水库', '≥3座'],
  ]
  const grid = (label: string): Grid => ({
    source: { sheet: '', range: '' },
    rows: rows.length,
    columns: 4,
    cells: rows.flatMap((texts, row) =>
      texts.map((text, column) => ({
        row,
        column,
        rowSpan: 1,
        colSpan: row === 0 ? 4 : 1,
        text: text.startsWith('长期目标') ? label : text,
      })),
    ),
    hasSpans: true,
    origin: 'foreign',
  })
  const read = (label: string) => readGrid(grid(label), builtIn.all)[0]?.record
  expect(read('长期目标（450字以内）')?.goal.term).toBe('三年完成。')
  expect(read('长期目标（450字以内）')?.extra).toEqual({})
  expect(read('长期目标（2024年-2026年）')?.extra).toEqual({ 中期目标年份: '2024年-2026年' })
})

test('a label and its text in one line', () => {
  const lines = [
    '某县项目绩效目标申报表',
    '项目名称：水库维护',
    '实施期目标（2024年—2026年）：三年完成。',
    '年度目标：完成一期（2024年）。',
    '一级指标 二级指标 三级指标 指标值',
    '产出指标 数量指标 维护水库 ≥3座',
  ]
  const cells = lines.flatMap((line, row) =>
    (row < 4 ? [line] : line.split(' ')).map((text, column) => ({ row, column, rowSpan: 1, colSpan: 1, text })),
  )
  const grid: Grid = {
    source: { sheet: '', range: '' },
    rows: lines.length,
    columns: 4,
    cells,
    hasSpans: false,
    origin: 'foreign',
  }
  const record = readGrid(grid, builtIn.all)[0]?.record
  expect(record?.goal).toEqual({ term: '三年完成。', annual: '完成一期（2024年）。' })
  expect(record?.extra).toEqual({ 中期目标年份: '2024年—2026年' })
})

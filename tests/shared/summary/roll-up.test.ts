/** The department's roll-up: exact sums by unit and in all, in 万元; what is no amount is shown and counted apart. */
import { expect, test } from 'vitest'
import { emptyRecord } from '../../../shared/model/project.ts'
import type { FormRecord } from '../../../shared/model/project.ts'
import { rollUp } from '../../../shared/summary/roll-up.ts'
import { summarize } from '../../../shared/summary/summarize.ts'
import { ownerMap } from '../../../shared/layout/grid.ts'

function entry(unit: string, name: string, total: string, currencyUnit = '万元'): FormRecord {
  const record = emptyRecord()
  record.unit.name = unit
  record.project.name = name
  record.funding = { ...record.funding, total, fiscal: total, unit: currencyUnit }
  return { template: 'hebei-xinle-2024', record }
}

test('sums are exact and in 万元, whatever unit was typed', () => {
  const sum = rollUp([
    entry('甲', '一', '0.1'),
    entry('甲', '二', '0.2'),
    entry('乙', '三', '786,000.00', '元'),
    entry('乙', '四', '820万元'),
  ])
  expect(sum.units.map((unit) => [unit.name, unit.totals.total])).toEqual([
    ['甲', '0.30'],
    ['乙', '898.60'],
  ])
  expect(sum.totals.total).toBe('898.90')
  expect(sum.totals.other).toBe('')
})

test('a text that is no amount is in no sum and is counted', () => {
  const sum = rollUp([entry('甲', '一', '约100'), entry('甲', '二', '5')])
  expect(sum.totals.total).toBe('5')
  expect(sum.unreadable).toBe(2) // total and fiscal
  expect(sum.units[0]?.projects[0]?.amounts.total).toBe('约100')
})

test('one unit under one code, whatever its name; one name written with other spaces', () => {
  const coded = (name: string): FormRecord => {
    const made = entry(name, '一', '1')
    made.record.unit.code = '450001'
    return made
  }
  expect(rollUp([coded('教育局'), coded('县教育局')]).units).toHaveLength(1)
  expect(rollUp([entry('教育局（本级）', '一', '1'), entry('教育局(本级) ', '二', '1')]).units).toHaveLength(1)
  expect(rollUp([entry('“阳光”之家', '一', '1'), entry('"阳\u200B光"之家', '二', '1')]).units).toHaveLength(1)
  const [unit, ...others] = rollUp([entry('教育局', '一', '1'), coded('教育局'), entry('教 育 局', '二', '1')]).units
  expect([unit?.projects.length, others]).toEqual([3, []])
})

test('the table: title, units with their totals, every position covered once', () => {
  const layout = summarize([entry('甲', '一', '1.50'), entry('乙', '二', '2')])
  expect(layout.title).toBe('项目支出绩效目标汇总表')
  const texts = layout.rows.map((_row, row) =>
    layout.cells
      .filter((cell) => cell.row === row)
      .map(({ text }) => text)
      .filter((text) => text !== ''),
  )
  expect(texts.slice(3)).toEqual([
    ['合计', '2 个项目', '3.50', '3.50'],
    ['甲 小计', '1 个项目', '1.50', '1.50'],
    ['1', '甲', '一', '1.50', '1.50', '0'],
    ['乙 小计', '1 个项目', '2', '2'],
    ['2', '乙', '二', '2', '2', '0'],
  ])
  const { owner } = ownerMap(layout.rows.length, layout.columnsMm.length, layout.cells)
  expect([...owner].includes(-1)).toBe(false)
})

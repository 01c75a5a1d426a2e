/** The roll-up: exact sums by group and in all, in 万元; what is no amount is shown and counted apart. */
import { describe, expect, test } from 'vitest'
import { emptyRecord } from '../../../shared/model/project.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import { rollUp } from '../../../shared/summary/roll-up.ts'
import { toRollUpEntry } from '../../../shared/summary/roll-up-entry.ts'
import { rollUpLayout } from '../../../shared/summary/roll-up-layout.ts'
import type { PrintedEntry } from '../../../shared/summary/roll-up-layout.ts'
import { ownerMap } from '../../../shared/layout/grid.ts'

function entry(
  unit: string,
  name: string,
  total: string,
  change: (record: ProjectRecord) => void = () => {},
): PrintedEntry {
  const record = emptyRecord()
  record.unit.name = unit
  record.project.name = name
  record.funding = { ...record.funding, total, fiscal: total, unit: '万元' }
  change(record)
  return { ...toRollUpEntry('hebei-xinle-2024', record.year, record), record }
}
const inUnit = (unit: string) => (record: ProjectRecord) => void (record.funding.unit = unit)
const extra = (label: string, text: string) => (record: ProjectRecord) => void (record.extra[label] = text)

test('sums are exact and in 万元, whatever unit was typed', () => {
  const sum = rollUp(
    [
      entry('甲', '一', '0.1'),
      entry('甲', '二', '0.2'),
      entry('乙', '三', '786,000.00', inUnit('元')),
      entry('乙', '四', '820万元'),
      entry('丙', '五', '10'),
      entry('丙', '六', '100000', inUnit('元')),
      entry('丁', '七', '3000', inUnit('千元')),
    ],
    'unit',
  )
  expect(sum.groups.map((group) => [group.name, group.sum.total])).toEqual([
    ['甲', '0.30'],
    ['乙', '898.60'],
    ['丙', '20.00'],
    ['丁', '300.00'],
  ])
  expect([sum.total.total, sum.total.other]).toEqual(['1218.90', ''])
})

test('a text that is no amount is in no sum and is counted; a dash is zero', () => {
  const dash = (record: ProjectRecord) => void (record.funding.other = ' － ')
  const sum = rollUp([entry('甲', '一', '约100'), entry('甲', '二', '5', dash)], 'unit')
  expect([sum.total.total, sum.total.unreadable]).toEqual(['5.00', 2]) // total and fiscal
})

test('one unit under one code, whatever its name; one name written with other spaces', () => {
  const coded = (name: string) => entry(name, '一', '1', (record) => void (record.unit.code = '450001'))
  const units = (...entries: PrintedEntry[]) =>
    rollUp(entries, 'unit').groups.map(({ key, entries: own }) => [key, own.length])
  expect(units(coded('教育局'), coded('县教育局'))).toEqual([['450001', 2]])
  expect(units(entry('教育局（本级）', '一', '1'), entry('教育局(本级) ', '二', '1'))).toEqual([['教育局(本级)', 2]])
  expect(units(entry('“阳光”之家', '一', '1'), entry('"阳\u200B光"之家', '二', '1'))).toHaveLength(1)
  expect(units(entry('教育局', '一', '1'), coded('教育局'), entry('教 育 局', '二', '1'))).toEqual([['450001', 3]])
  expect(units(entry('', '一', '1'))).toEqual([['', 1]])
})

describe('other groups', () => {
  const groups = (by: 'department' | 'fund' | 'notice', ...entries: PrintedEntry[]) =>
    rollUp(entries, by).groups.map(({ key, name, sum }) => [key, name, sum.total])

  test('the department, with its code before, behind or apart', () => {
    const written = [
      extra('主管部门', '松林市教育局'),
      extra('主管部门及代码', '450001松林市教育局'),
      extra('主管部门及编码', '松林市教育局（450001）'),
      extra('主管部门', '松林市 教育局'),
    ]
    const entries = [...written.map((one) => entry('甲', '一', '1', one)), entry('乙', '二', '5')]
    expect(groups('department', ...entries)).toEqual([
      ['松林市教育局', '松林市教育局', '4.00'],
      ['', '', '5.00'],
    ])
  })

  test('the document, in any of its spellings', () => {
    expect(
      groups(
        'notice',
        entry('甲', '松财社〔2023〕34号 残疾人补贴', '1'),
        entry('乙', '补贴', '2', (record) => void (record.purpose = '根据松财社[2023]34号安排')),
        entry('乙', '别的', '4'),
      ),
    ).toEqual([
      [expect.stringContaining('2023'), '松财社〔2023〕34号', '3.00'],
      ['', '', '4.00'],
    ])
  })

  test('the fund, where a form says it', () => {
    const fund = extra('资金性质', '一般公共预算')
    expect(groups('fund', entry('甲', '一', '1', fund), entry('甲', '二', '2'))).toEqual([
      ['一般公共预算', '一般公共预算', '1.00'],
      ['', '', '2.00'],
    ])
  })
})

test('the table: title, groups with their totals, every position covered once', () => {
  const layout = rollUpLayout(
    rollUp([entry('甲', '一', '1.50'), entry('乙', '二', '20000', inUnit('元'))], 'unit'),
    'unit',
  )
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
    ['乙 小计', '1 个项目', '2.00', '2.00'],
    ['2', '乙', '二', '2.00', '2.00', '0'],
  ])
  const { owner } = ownerMap(layout.rows.length, layout.columnsMm.length, layout.cells)
  expect([...owner].includes(-1)).toBe(false)
})

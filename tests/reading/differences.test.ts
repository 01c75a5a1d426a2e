/** The comparison that judges the reader says what differs, and the drawn forms differ from one another in bytes only. */
import { expect, test } from 'vitest'
import { emptyRecord } from '../../shared/model/project.ts'
import { placeCells } from '../support/declared-table.ts'
import {
  anything,
  containing,
  indicatorTable,
  oneOf,
  recordDifferences,
  tableDifferences,
} from '../support/expected-record.ts'

const [first] = indicatorTable('name target extra.备注', ['培训期数', '≥4期', '核心'])
const record = {
  ...emptyRecord(),
  year: '2024',
  indicators: [{ name: '培训期数', target: '≥4期', extra: { 备注: '核心' } }],
  extra: { 主管部门: '石泉县水利局' },
}

test('a field that differs, one that was not expected, one that is missing', () => {
  const expected = { year: '2023', unit: { name: '石泉县' }, extra: { 主管部门: null }, indicators: [] }
  expect(recordDifferences(record, expected)).toEqual([
    'year: expected "2023", got "2024"',
    'unit.name: expected "石泉县", got ""',
    'extra.主管部门: expected nothing, got "石泉县水利局"',
    'indicators: expected 0, got 1: undefined/培训期数/≥4期',
  ])
})

test('an indicator without all its fields is no indicator', () => {
  expect(recordDifferences(record, { year: '2024', indicators: [first!] })).toContain(
    'indicators[0].category: expected a text, got undefined',
  )
})

test('claims left open, and texts that must not be lost', () => {
  const expected = {
    year: oneOf('2023', '2024'),
    unit: { name: anything },
    indicators: [],
    kept: ['石泉县 水利局', '丢失'],
  }
  expect(recordDifferences({ ...record, indicators: [] }, expected)).toEqual(['lost: "丢失"'])
  expect(recordDifferences({ ...emptyRecord(), year: '甲' }, { year: containing('乙') })).toEqual([
    'year: expected a text with "乙", got "甲"',
  ])
})

test('tables: how many, of which form, of which kind', () => {
  const read = { template: null, kind: 'target', record: emptyRecord() }
  expect(tableDifferences([read], [{ template: 'central-2021', kind: ['overall'], record: {} }])).toEqual([
    'template: expected central-2021, got null',
    'kind: expected overall, got target',
  ])
  expect(tableDifferences([], [{ template: null, kind: 'target', record: {} }])).toEqual([
    'tables: expected 1, got 0: ',
  ])
})

test('drawn cells and their spans', () => {
  const placed = placeCells({
    rows: [
      ['甲', '<', '乙'],
      ['^', '^', '丙'],
    ],
  })
  expect(placed.map(({ cell, row, column, rowSpan, colSpan }) => [cell.shown, row, column, rowSpan, colSpan])).toEqual([
    ['甲', 0, 0, 2, 2],
    ['乙', 0, 2, 1, 1],
    ['丙', 1, 2, 1, 1],
  ])
  expect(() => placeCells({ rows: [['<']] })).toThrow('nothing to join')
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkRecord, isWithinBounds } from '../../../shared/model/check.ts'
import { emptyIndicator, emptyRecord } from '../../../shared/model/project.ts'
import { repairRecord } from '../../../shared/model/repair.ts'

const paths = (value: unknown) => repairRecord(value).problems.map(({ path }) => path)

test('a complete record stays as it is, without problems', () => {
  const record = { ...emptyRecord(), year: '2024', paymentPlan: ['1', '2'], extra: { 主管部门: '云溪县财政局' } }
  record.indicators = [{ ...emptyIndicator(), name: '甲', extra: { 指标方向性: '正向' } }]
  expect(repairRecord(record)).toEqual({ record, problems: [] })
})

test('missing fields and null become blank without a word', () => {
  expect(repairRecord({ year: '2024', goal: null, project: { name: null }, indicators: [{ name: '甲' }] })).toEqual({
    record: { ...emptyRecord(), year: '2024', indicators: [{ ...emptyIndicator(), name: '甲' }] },
    problems: [],
  })
})

test('numbers become text, other types are left out, each with its path', () => {
  const value = {
    year: 2024,
    funding: { total: 5646.6, fiscal: ['x'] },
    unit: '云溪县',
    paymentPlan: [25, {}],
    goal: [],
    indicators: [{ weight: 5, extra: 3 }, '甲'],
    extra: { 备注: 1 },
  }
  const { record } = repairRecord(value)
  expect(record).toMatchObject({ year: '2024', funding: { total: '5646.6', fiscal: '' }, paymentPlan: ['25', ''] })
  expect(record.indicators.map(({ weight }) => weight)).toEqual(['5', ''])
  expect(record.extra).toEqual({ 备注: '1' })
  expect(paths(value)).toEqual([
    'year',
    'unit',
    'funding.total',
    'funding.fiscal',
    'paymentPlan[0]',
    'paymentPlan[1]',
    'goal',
    'indicators[0].weight',
    'indicators[0].extra',
    'indicators[1]',
    'extra.备注',
  ])
})

test('unknown fields are named and left out; prototype names do no harm', () => {
  const value: unknown = JSON.parse(
    '{"自定":"x","__proto__":{"polluted":"1"},"extra":{"__proto__":"x","constructor":"y"}}',
  )
  const { record, problems } = repairRecord(value)
  expect(Object.keys(record)).toEqual(Object.keys(emptyRecord()))
  expect(record.extra).toEqual({ constructor: 'y' })
  expect(problems.map(({ message }) => message).join()).toMatch(/“自定”.*“__proto__”/)
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})

test('whatever comes, the result is a record that passes the check', () => {
  fc.assert(
    fc.property(fc.anything({ maxDepth: 4 }), fc.anything({ maxDepth: 3 }), (any, part) => {
      for (const value of [any, { indicators: [part], extra: part, unit: part, paymentPlan: part, year: part }]) {
        const { record, problems } = repairRecord(value)
        expect(checkRecord(record)).toEqual({ ok: true, value: record })
        expect(isWithinBounds(record)).toBe(true)
        expect(problems.length).toBeLessThanOrEqual(50)
      }
    }),
    { seed: 20240307, numRuns: 300 },
  )
})

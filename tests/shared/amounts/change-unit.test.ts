/** The unit of a table changed: as typed, or exactly what it is worth; what says its unit or is no amount stays. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountOf, compareAmounts } from '../../../shared/amounts/amount.ts'
import { convertedText, withUnit } from '../../../shared/amounts/change-unit.ts'
import { emptyRecord } from '../../../shared/model/project.ts'
import type { Funding, ProjectRecord } from '../../../shared/model/project.ts'

describe('one text', () => {
  test.each([
    ['786,000.00', '元', '万元', '78.60'],
    ['5646.60', '万元', '元', '56466000'],
    ['12,345.678', '万元', '元', '123,456,780'],
    ['￥12.5', '万元', '元', '￥125000'],
    ['820万元', '万元', '元', '820万元'],
    ['820万元', '元', '万元', '820万元'],
    ['-3', '万元', '元', '-30000'],
    ['0', '元', '万元', '0'],
    ['1', '元', '万元', '0.0001'],
    ['0.1', '万元', '元', '1000'],
    ['５', '万元', '元', '50000'],
    ['5', '', '元', '50000'],
    ['5', '千元', '元', '5000'],
    ['5', '欧元', '元', '5'],
    ['待定', '元', '万元', '待定'],
    ['-', '元', '万元', '-'],
  ] as const)('%s from %s to %s: %s', (text, from, to, expected) =>
    expect(convertedText(text, from, to)).toBe(expected),
  )

  test('there and back it is worth the same to the last place', () => {
    const decimals = fc.integer({ min: 0, max: 8 })
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), decimals, (digits, places) => {
        const plain = String(digits < 0n ? -digits : digits).padStart(places + 1, '0')
        const whole = plain.slice(0, plain.length - places)
        const text = `${digits < 0n ? '-' : ''}${whole}${places === 0 ? '' : `.${plain.slice(-places)}`}`
        const yuan = convertedText(text, '万元', '元')
        const amounts = [
          amountOf(text, '万元'),
          amountOf(yuan, '元'),
          amountOf(convertedText(yuan, '元', '万元'), '万元'),
        ]
        const [first, second, third] = amounts.map((amount) => amount ?? { number: '', unit: '' as const })
        if (!first || !second || !third) throw new Error(text)
        expect([compareAmounts(first, second), compareAmounts(first, third)]).toEqual([0, 0])
      }),
    )
  })
})

describe('a record', () => {
  const record = (funding: Partial<Funding>, change: Partial<ProjectRecord> = {}): ProjectRecord => ({
    ...emptyRecord(),
    funding: { ...emptyRecord().funding, unit: '万元', ...funding },
    ...change,
  })

  test('converted: all its amounts, also of the term and of the plan', () => {
    const before = record(
      { total: '20', fiscal: '15.50', other: '820元', special: '待定' },
      { termFunding: { total: '40', fiscal: '', special: '', other: '-' }, paymentPlan: ['5', '10', '15', '20'] },
    )
    const { record: after, withOwnUnit, unreadable } = withUnit(before, '万元', '元', 'converted')
    expect(after.funding).toEqual({ unit: '元', total: '200000', fiscal: '155000', other: '820元', special: '待定' })
    expect(after.termFunding).toEqual({ total: '400000', fiscal: '', special: '', other: '-' })
    expect(after.paymentPlan).toEqual(['50000', '100000', '150000', '200000'])
    expect([withOwnUnit, unreadable]).toEqual([['funding.other'], ['funding.special']])
  })

  test('percentages of a plan stay; a plan nobody can read is said', () => {
    const percent = record({ total: '20' }, { paymentPlan: ['25', '50', '75', '100'] })
    expect(withUnit(percent, '万元', '元', 'converted').record.paymentPlan).toEqual(['25', '50', '75', '100'])
    const unclear = withUnit(record({ total: '20' }, { paymentPlan: ['', '', '', '7'] }), '万元', '元', 'converted')
    expect([unclear.record.paymentPlan, unclear.unreadable]).toEqual([['', '', '', '7'], ['paymentPlan[3]']])
  })

  test('kept: the same numbers; a project of the list in another unit stays what it is', () => {
    expect(withUnit(record({ total: '20' }), '万元', '元', 'kept').record.funding).toMatchObject({
      unit: '元',
      total: '20',
    })
    const other = record({ unit: '元', total: '100000' })
    expect(withUnit(other, '万元', '元', 'kept').record).toBe(other)
    expect(withUnit(other, '万元', '元', 'converted').record.funding).toEqual(other.funding)
  })
})

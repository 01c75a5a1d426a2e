import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planMode, planShares } from '../../../shared/amounts/payment-plan.ts'

describe('planMode', () => {
  test.each([
    [['1500.00', '3000.00', '4500.00', '5646.60'], '5646.60', 'amount'],
    [['25', '50', '75', '100'], '5646.60', 'percent'],
    [['25%', '50%', '75%', '100%'], '100', 'percent'],
    [['25.00', '50.00', '75.00', '100.00'], '100.00', 'amount'],
    [['', '', '', '1300.00'], '1300', 'amount'],
    [['', '', '', '100'], '1300', 'percent'],
    [['10', '20', '30', '50'], '60', 'unclear'],
    [['100', '200', '300', '450'], '500', 'amount'],
    [['', ' ', '', ''], '60', 'empty'],
    [[], '60', 'empty'],
    [['2', '4', '6', '7.5万元'], '8', 'amount'],
    [['无', '无', '无', '无'], '8', 'unclear'],
    [['20', '40', '60', '80.004'], '80.00', 'amount'], // the same but for the rounding
  ])('%j of %s: %s', (points, budget, mode) => expect(planMode(points, budget, '万元')).toBe(mode))
})

test.each([
  ['100.30', ['25.08', '50.15', '75.23', '100.30']],
  ['5646.60', ['1411.65', '2823.30', '4234.95', '5646.60']],
  ['15', ['3.75', '7.50', '11.25', '15.00']],
  ['0.001', ['0.000', '0.001', '0.001', '0.001']],
  ['1,000万元', ['250.00', '500.00', '750.00', '1000.00']],
  ['', []],
  ['无', []],
])('shares of %s', (budget, shares) => expect(planShares(budget)).toEqual(shares))

test('the last share is the budget, the others within half a 分 of the share', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (cents) => {
      const shares = planShares(`${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`)
      const points = shares.map((share) => BigInt(share.replace('.', '')))
      expect(points[3]).toBe(cents)
      points.forEach((point, index) => expect(point).toBe((cents * BigInt(index + 1) * 2n + 4n) / 8n))
    }),
  )
})

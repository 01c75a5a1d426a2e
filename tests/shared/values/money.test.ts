import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatAmount, formatMoney, parseMoney, toMicroWan } from '../../../shared/values/money.ts'

describe('parseMoney', () => {
  test.each([
    ['5646.60', '5646.60', '', 2],
    ['786,000.00', '786000.00', '', 2],
    ['820万元', '820', '万元', 0],
    ['８２０．５０万元', '820.50', '万元', 2],
    ['7.5（万元）', '7.5', '万元', 1],
    ['4400 元', '4400', '元', 0],
    ['¥1,234', '1234', '', 0],
    ['￥１，２３４．５', '1234.5', '', 1],
    ['1.2亿元', '12000', '万元', 0],
    ['1.2345亿', '12345', '万元', 0],
    ['0', '0', '', 0],
    ['0.00', '0.00', '', 2],
    ['-3.5', '-3.5', '', 1],
    ['007', '7', '', 0],
    [' 15 ', '15', '', 0],
    ['.5', '0.5', '', 1],
  ])('%s', (text, amount, unit, decimals) => {
    expect(parseMoney(text)).toEqual({ raw: text, amount, unit, decimals })
  })

  test.each(['', ' ', '无', '—', '1,2', '12,34.5', '1.2.3', '5646.60元/人', '约5', '1e3', '10%', '.', ','])(
    '%s is no amount',
    (text) => expect(parseMoney(text)).toBeNull(),
  )

  test('the typed text is kept', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d.,万元亿 -]{1,8}$/u)), (text) => {
        const money = parseMoney(text)
        if (money) expect(formatMoney(money)).toBe(text)
      }),
    )
  })
})

test.each([
  ['5646.60', '万元', 5646600000n],
  ['0.000001', '万元', 1n],
  ['0.0000005', '万元', 1n],
  ['786,000.00', '元', 78600000n],
  ['820万元', '元', 820000000n],
  ['1', '', 1000000n],
  ['-1.5', '元', -150n],
  ['无', '元', null],
] as const)('toMicroWan %s %s', (text, unit, expected) => expect(toMicroWan(text, unit)).toBe(expected))

test.each([
  ['1234.5', 2, true, '1,234.50'],
  ['25.075', 2, false, '25.08'],
  ['-0.001', 2, false, '0.00'],
] as const)('formatAmount %s', (amount, decimals, thousands, expected) =>
  expect(formatAmount(amount, decimals, thousands)).toBe(expected),
)

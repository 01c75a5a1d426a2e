/** Amounts with their units: what a text amounts to, and exact sums of texts in any units. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountOf, negative, numberIn, sumOf, sumOfTexts } from '../../../shared/amounts/amount.ts'

describe('what a text amounts to', () => {
  test.each([
    ['5646.60', '万元', '5646.60', '万元'],
    ['5646.60', '', '5646.60', ''],
    ['820万元', '元', '820', '万元'],
    ['1.2亿元', '元', '12000', '万元'],
    ['3千元', '万元', '3000', '元'],
    ['４４００ 元', '万元', '4400', '元'],
    ['7', '欧元', '7', ''],
    ['7.5', '千元', '7500', '元'],
    ['1.2', '亿元', '12000', '万元'],
    ['7.5元', '千元', '7.5', '元'],
  ])('%s on a form in %s', (text, formUnit, number, unit) => expect(amountOf(text, formUnit)).toEqual({ number, unit }))

  test.each(['', ' ', '待定', '约5', '10%', '元'])('%s is none', (text) => expect(amountOf(text, '元')).toBeNull())
})

describe('the sum', () => {
  const sum = (texts: readonly string[], unit: string) =>
    sumOfTexts(
      texts.map((text) => ({ text, formUnit: unit })),
      unit,
    )

  test.each([
    [['56.12', '473.22', '72.40', '3.50', '100.00', '69.74'], '万元', '774.98'],
    [['0.1', '0.2'], '万元', '0.30'],
    [['5', '7'], '元', '12'],
    [['5', '2.5', '', ' ', '无'], '万元', '7.50'],
    [['1.005', '2'], '万元', '3.005'],
    [['786,000.00', '1'], '元', '786001.00'],
    [['-1', '1'], '万元', '0'],
    [['820万元', '5000'], '元', '8205000'],
    [['1000000', '820万元', '500000'], '元', '9700000'],
    [['10', '100000元'], '万元', '20'],
    [['10.00', '1元'], '万元', '10.0001'],
    [['1.2亿', '1'], '万元', '12001'],
  ])('%j in %s', (texts, unit, number) => expect(sum(texts, unit)).toEqual({ number, unit }))

  test.each([
    [['1', '2'], '3', ''],
    [['820万元', '5000元'], '820.50', '万元'],
    [['5000元', '3000元'], '8000', '元'],
    [['1', '5000元'], '15000', '元'], // a number without any unit counts as 万元
  ])('%j on a form that names no unit', (texts, number, unit) => expect(sum(texts, '')).toEqual({ number, unit }))

  test('none without amounts', () => {
    expect(sum(['', '无'], '万元')).toBeNull()
    expect(sumOf([], '元')).toBeNull()
  })

  test('each text on a form in its own unit', () => {
    const texts = [
      { text: '10', formUnit: '万元' },
      { text: '100000', formUnit: '元' },
    ]
    expect(sumOfTexts(texts, '万元')).toEqual({ number: '20', unit: '万元' })
    expect(sumOfTexts(texts, '元')).toEqual({ number: '200000', unit: '元' })
  })

  test('is exact for any number of amounts of 分 in any units', () => {
    const unit = fc.constantFrom('万元' as const, '元' as const)
    const amount = fc.record({ fen: fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), unit })
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1 }), unit, (addends, asked) => {
        const texts = addends.map((one) => ({ text: decimal(one.fen, places[one.unit]), formUnit: one.unit }))
        const total = addends.reduce((all, { fen }) => all + fen, 0n)
        const found = sumOfTexts(texts, asked)
        expect(found?.unit).toBe(asked)
        expect(fenOf(found?.number ?? '', places[asked])).toBe(total)
      }),
    )
  })
})

test('is exact however amounts are typed: units, thousands commas, signs, full-width digits', () => {
  const typed = fc
    .record({
      digits: fc.bigInt({ min: 0n, max: 10n ** 15n }),
      decimals: fc.integer({ min: 0, max: 4 }),
      isNegative: fc.boolean(),
      word: fc.constantFrom('', '元', '千元', '万元', '万', '亿元', '亿'),
      grouped: fc.boolean(),
      wide: fc.boolean(),
      sign: fc.constantFrom('', '¥', '￥ '),
    })
    .map((parts) => ({ ...parts, text: spelled(parts) }))
  const units = fc.constantFrom('元', '千元', '万元', '亿元', '')
  fc.assert(
    fc.property(fc.array(typed, { minLength: 1, maxLength: 20 }), units, (all, formUnit) => {
      const total = all.reduce((sum, one) => {
        const places = yuanPlaces[one.word || formUnit || '万元'] ?? 0
        const whole = one.digits * 10n ** BigInt(places + 12 - one.decimals)
        return one.isNegative ? sum - whole : sum + whole
      }, 0n)
      const texts = all.map(({ text }) => ({ text, formUnit }))
      for (const asked of ['元', '万元'] as const) {
        const found = sumOfTexts(texts, asked)
        expect(found?.unit).toBe(asked)
        expect(fenOf(found?.number ?? '', asked === '元' ? 12 : 16)).toBe(total)
      }
    }),
  )
})

/** Zeros of a unit in 元. */
const yuanPlaces: Record<string, number> = { 元: 0, 千元: 3, 万: 4, 万元: 4, 亿: 8, 亿元: 8 }

function spelled(parts: {
  digits: bigint
  decimals: number
  isNegative: boolean
  word: string
  grouped: boolean
  wide: boolean
  sign: string
}): string {
  const digits = String(parts.digits).padStart(parts.decimals + 1, '0')
  const whole = digits.slice(0, digits.length - parts.decimals)
  const fraction = digits.slice(digits.length - parts.decimals)
  const grouped = parts.grouped ? whole.replace(/\B(?=(?:\d{3})+$)/gu, ',') : whole
  const number = `${parts.isNegative ? '-' : ''}${grouped}${fraction === '' ? '' : `.${fraction}`}${parts.word}`
  const wide = (character: string) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)
  return parts.sign + (parts.wide ? number.replace(/[-\d.,]/gu, wide) : number)
}

test('an amount less itself is nothing', () => {
  for (const text of ['5646.60', '-3', '820万元']) {
    const amount = amountOf(text, '元')
    if (!amount) throw new Error(text)
    expect(Number(sumOf([amount, negative(amount)], '元')?.number)).toBe(0)
  }
})

test('in another unit: exactly, with two decimals or more where some remain', () => {
  expect(numberIn({ number: '786000.00', unit: '元' }, '万元')).toBe('78.60')
  expect(numberIn({ number: '1', unit: '元' }, '万元')).toBe('0.0001')
  expect(numberIn({ number: '5646.60', unit: '万元' }, '万元')).toBe('5646.60')
  expect(numberIn({ number: '5646.60', unit: '' }, '元')).toBe('56466000')
  expect(numberIn({ number: '5646.60', unit: '元' }, '')).toBe('5646.60')
})

/** Decimals of one 分 in each unit. */
const places = { 万元: 6, 元: 2 }

function decimal(fen: bigint, decimals: number): string {
  const digits = String(fen < 0n ? -fen : fen).padStart(decimals + 1, '0')
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

function fenOf(number: string, decimals: number): bigint {
  const [whole = '', fraction = ''] = number.split('.')
  return BigInt(whole + fraction.padEnd(decimals, '0'))
}

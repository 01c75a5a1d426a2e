/**
 * Amounts of money as people type them: `5646.60`, `786,000.00`, `820万元`, full-width digits, `¥`. An amount without a
 * unit is in the form's unit (万元 or 元). Values stay exact decimal texts; the one integer is microWan:
 * 0.000001 万元 = 1 分.
 */
import { Big } from 'big.js'
import { decimalsOf, groupThousands, parseDecimal, shiftDecimal } from './decimal.ts'
import { toHalfWidth } from './text/normalize.ts'

export type CurrencyUnit = '万元' | '元'

export interface Money {
  /** The text as typed. */
  raw: string
  /** Plain decimal with the typed decimals: '786000.00'. */
  amount: string
  /** The unit typed behind the amount; '' where there is none. 亿元 and 千元 are converted to 万元 and 元. */
  unit: CurrencyUnit | ''
  decimals: number
}

const typedMoney = /^[¥￥]?\s*([-+−]?[\d.,]+)\s*\(?(万元|万|元|亿元|亿|千元)?\)?$/u

/** A unit of money this program can reckon with; '' for any other text (欧元, 千元) and for none. */
export const knownUnit = (text: string): CurrencyUnit | '' => (text === '万元' || text === '元' ? text : '')

/** null when the text is no amount ('' included). */
export function parseMoney(text: string): Money | null {
  if (text.length > 100) return null
  const match = typedMoney.exec(toHalfWidth(text).trim())
  const amount = match && parseDecimal(match[1] ?? '')
  if (!match || amount === null) return null
  const word = match[2] ?? ''
  if (word === '亿元' || word === '亿') return money(text, shiftDecimal(amount, 4), '万元')
  if (word === '千元') return money(text, shiftDecimal(amount, 3), '元')
  return money(text, amount, word === '万' ? '万元' : word === '万元' || word === '元' ? word : '')
}

function money(raw: string, amount: string, unit: CurrencyUnit | ''): Money {
  return { raw, amount, unit, decimals: decimalsOf(amount) }
}

/** The typed text; the inverse of parseMoney. */
export function formatMoney(value: Money): string {
  return value.raw
}

/** A plain decimal rounded half up to a number of decimals, with thousands commas on request: '786,000.00'. */
export function formatAmount(amount: string, decimals: number, thousands = false): string {
  const fixed = Big(amount).toFixed(decimals, Big.roundHalfUp)
  const plain = /[1-9]/u.test(fixed) ? fixed : fixed.replace('-', '')
  return thousands ? groupThousands(plain) : plain
}

/** A plain decimal of one unit in another, exactly: two decimals or more where a fraction remains; as it is in its own unit. */
export function convertNumber(number: string, from: CurrencyUnit, to: CurrencyUnit): string {
  if (from === to) return number
  const exact = shiftDecimal(number, to === '元' ? 4 : -4)
  return exact.includes('.') ? Big(exact).toFixed(Math.max(2, decimalsOf(exact))) : exact
}

/**
 * The amount as an integer of 0.000001 万元 (分); finer parts are rounded half up. `formUnit` is the unit of a text
 * without one; '' counts as 万元. null when the text is no amount.
 */
export function toMicroWan(text: string, formUnit: CurrencyUnit | ''): bigint | null {
  const value = parseMoney(text)
  if (!value) return null
  const places = (value.unit || formUnit || '万元') === '万元' ? 6 : 2
  return BigInt(formatAmount(shiftDecimal(value.amount, places), 0))
}

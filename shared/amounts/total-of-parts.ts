/**
 * A total and its parts (总额 = 财政拨款 + 专户 + 其他): the one place that says what parts come to, and the one tolerance by
 * which amounts that should be the same may differ. Amounts are printed with two decimals, so each of them may be off by half
 * of the second decimal in the unit it was typed in: 0.005 万元, and 0.005 元 where all of them are in 元.
 */
import { Big } from 'big.js'
import { isBlank, isBlankOrNone } from '../values/text/blank.ts'
import { amountOf, negative, numberIn, sumOf } from './amount.ts'
import type { Amount } from './amount.ts'

const tolerance = '0.005'

/** Whether two amounts that should be the same are, but for the rounding to two decimals. */
export function isSameAmount(one: Amount, other: Amount): boolean {
  return isWithin(differenceOf(one, other), [one, other])
}

export interface TotalOfParts {
  /** The exact sum of the parts, in the form's unit. */
  sum: Amount
  /** Sum minus total, in the same unit; null where the total is blank or no amount. */
  difference: Amount | null
  /** The total is blank, or differs by more than the tolerance. */
  isOff: boolean
}

/** null where no part is filled in or one is no amount. A part that is a dash is zero. */
export function totalOfParts(total: string, parts: readonly string[], formUnit: string): TotalOfParts | null {
  const filled = parts.filter((text) => !isBlank(text))
  const addends = filled.filter((text) => !isBlankOrNone(text)).map((text) => amountOf(text, formUnit))
  if (filled.length === 0 || addends.includes(null)) return null
  const amounts = addends.filter((addend) => addend !== null)
  const sum = sumOf(amounts, formUnit) ?? { number: '0', unit: amountOf('0', formUnit)?.unit ?? '' }
  const typed = amountOf(total, formUnit)
  if (!typed) return { sum, difference: null, isOff: isBlankOrNone(total) }
  const difference = differenceOf(sum, typed)
  return { sum, difference, isOff: !isWithin(difference, [typed, ...amounts]) }
}

/** The first less the other, in the unit of the first. */
const differenceOf = (one: Amount, other: Amount): Amount => sumOf([one, negative(other)], one.unit) ?? one

function isWithin(difference: Amount, amounts: readonly Amount[]): boolean {
  const unit = amounts.every((amount) => amount.unit === '元') ? '元' : '万元'
  return Big(numberIn(difference, unit)).abs().lte(tolerance)
}

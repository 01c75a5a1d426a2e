/**
 * The payment plan (资金支出计划): four cumulative points, 3月底 6月底 10月底 12月底. The form says % but most units type amounts
 * in the form's currency unit; the last point tells which it is.
 */
import { Big } from 'big.js'
import { parseDecimal, trimDecimal } from './decimal.ts'
import { toHalfWidth } from './text/normalize.ts'
import { formatAmount, parseMoney, toMicroWan } from './money.ts'
import type { CurrencyUnit } from './money.ts'

/** empty: nothing typed; unclear: neither the budget nor 100 % is reached. */
export type PlanMode = 'amount' | 'percent' | 'empty' | 'unclear'

const hundred = 100

/**
 * Amounts when the last typed point is the budget, percentages when it is 100 (or any point has a %). A budget of exactly
 * 100 makes both the same and counts as amounts. A point above 100 that is no percentage can only be an amount.
 */
export function planMode(points: readonly string[], budget: string, formUnit: CurrencyUnit | ''): PlanMode {
  const typed = points.filter((text) => text.trim() !== '')
  const last = typed.at(-1)
  if (last === undefined) return 'empty'
  if (typed.some((text) => /[%％]$/u.test(text.trimEnd()))) return 'percent'
  const amount = toMicroWan(last, formUnit)
  if (amount !== null && amount === toMicroWan(budget, formUnit)) return 'amount'
  const values = typed.map((text) => parseMoney(text))
  if (values.some((value) => value !== null && (value.unit !== '' || Big(value.amount).gt(hundred)))) return 'amount'
  const lastValue = values.at(-1)
  return lastValue && Big(lastValue.amount).eq(hundred) ? 'percent' : 'unclear'
}

/** A typed percentage as a plain decimal: '25%' → '25'; null when it is none. */
export function parsePercent(text: string): string | null {
  return parseDecimal(toHalfWidth(text).trim().replace(/%$/u, ''))
}

/** The usual plan: 25, 50, 75, 100 % of the budget, rounded half up to two decimals (more if the budget has more); [] without a budget. */
export function planShares(budget: string): string[] {
  return planAmounts(['25', '50', '75', '100'], budget)
}

/** Percentages as amounts of the budget; points that are no percentages stay as typed; [] without a budget. */
export function planAmounts(percentages: readonly string[], budget: string): string[] {
  const money = parseMoney(budget)
  if (!money) return []
  const decimals = Math.max(2, money.decimals)
  return percentages.map((text) => {
    const percent = parsePercent(text)
    return percent === null ? text : formatAmount(Big(money.amount).times(percent).times('0.01').toFixed(), decimals)
  })
}

/** Amounts as percentages of the budget with at most two decimals, without a % sign; [] without a budget above 0. */
export function planPercentages(amounts: readonly string[], budget: string, formUnit: CurrencyUnit | ''): string[] {
  const whole = toMicroWan(budget, formUnit)
  if (whole === null || whole <= 0n) return []
  return amounts.map((text) => {
    const part = toMicroWan(text, formUnit)
    if (part === null) return text
    return trimDecimal(formatAmount(Big(part).times(hundred).div(Big(whole)).toFixed(), 2))
  })
}

/**
 * The payment plan (资金支出计划): four cumulative points, 3月底 6月底 10月底 12月底. The form says % but most units type amounts
 * in the form's currency unit; the last point tells which it is.
 */
import { isBlank } from '../values/text/blank.ts'
import { Big } from 'big.js'
import { formatAmount, parseMoney } from '../values/money.ts'
import { amountOf } from './amount.ts'
import { isSameAmount } from './total-of-parts.ts'

/** empty: nothing typed; unclear: neither the budget nor 100 % is reached. */
export type PlanMode = 'amount' | 'percent' | 'empty' | 'unclear'

const hundred = 100

/**
 * Amounts when the last typed point is the budget, percentages when it is 100 (or any point has a %). A budget of exactly
 * 100 makes both the same and counts as amounts. A point above 100 that is no percentage can only be an amount.
 */
export function planMode(points: readonly string[], budget: string, formUnit: string): PlanMode {
  const typed = points.filter((text) => !isBlank(text))
  const last = typed.at(-1)
  if (last === undefined) return 'empty'
  if (typed.some((text) => /[%％]$/u.test(text.trimEnd()))) return 'percent'
  const [amount, whole] = [amountOf(last, formUnit), amountOf(budget, formUnit)]
  if (amount && whole && isSameAmount(amount, whole)) return 'amount'
  const values = typed.map((text) => parseMoney(text))
  if (values.some((value) => value !== null && (value.unit !== '' || Big(value.amount).gt(hundred)))) return 'amount'
  const lastValue = values.at(-1)
  return lastValue && Big(lastValue.amount).eq(hundred) ? 'percent' : 'unclear'
}

/** The usual plan: 25, 50, 75, 100 % of the budget, rounded half up to two decimals (more if the budget has more); [] without a budget. */
export function planShares(budget: string): string[] {
  const money = parseMoney(budget)
  if (!money) return []
  const decimals = Math.max(2, money.decimals)
  return ['0.25', '0.5', '0.75', '1'].map((part) => formatAmount(Big(money.amount).times(part).toFixed(), decimals))
}

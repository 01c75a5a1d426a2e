/** Rules D: the payment plan of four cumulative points (rules.md D). Blank early points mean a payment at the year's end. */
import { paymentPoints } from '../model/fields.ts'
import { paymentPath } from '../model/field-path.ts'
import { quoted } from './quoted.ts'
import { amountOf, compareAmounts, wanText } from '../amounts/amount.ts'
import type { Amount } from '../amounts/amount.ts'
import { isSameAmount } from '../amounts/total-of-parts.ts'
import { isBlank } from '../values/text/blank.ts'
import { formUnit } from './funding-sum.ts'
import type { Finding, Rule, Subject } from './rule.ts'

export const paymentPlanRules: Rule[] = [
  { code: 'R-PL-01', severity: 'error', basis: '', check: neverFalls },
  { code: 'R-PL-02', severity: 'error', basis: '', check: endsAtBudget },
  { code: 'R-PL-03', severity: 'hint', basis: '', check: amountsUnderPercent },
]

function neverFalls({ record, prints }: Subject): Finding[] {
  if (!prints(paymentPath(0))) return []
  let highest: Amount = { number: '0', unit: '' }
  return record.paymentPlan.flatMap((text, index): Finding[] => {
    if (isBlank(text)) return []
    const path = paymentPath(index)
    const amount = planValue(text, formUnit(record))
    if (amount === null) return [{ path, message: `${paymentPoints[index] ?? ''}的${quoted(text)}不是数字。` }]
    if (compareAmounts(amount, highest) < 0)
      return [{ path, message: `支出计划是累计数，${paymentPoints[index] ?? ''}不能小于前一个时点。` }]
    highest = amount
    return []
  })
}

function endsAtBudget({ record, prints }: Subject): Finding[] {
  const last = record.paymentPlan[3] ?? ''
  const total = amountOf(record.funding.total, formUnit(record))
  if (!prints(paymentPath(3)) || total === null || record.paymentPlan.every(isBlank)) return []
  const path = paymentPath(3)
  if (isBlank(last)) return [{ path, message: '12月底没有填写，应等于预算数（或 100%）。' }]
  const amount = planValue(last, formUnit(record))
  if (amount === null || isSameAmount(amount, total) || isPercentPlan(record.paymentPlan)) return []
  return [{ path, message: `12月底为 ${last}，应等于预算数 ${wanText(total)} 万元（按百分比填写时应为 100）。` }]
}

function amountsUnderPercent({ record, prints }: Subject): Finding[] {
  const filled = record.paymentPlan.filter((text) => !isBlank(text))
  if (!prints(paymentPath(0)) || filled.length === 0 || isPercentPlan(record.paymentPlan)) return []
  return [{ path: paymentPath(0), message: '表头写的是“%”，这里填的是金额。多数单位这样填，如上级要求百分比请换算。' }]
}

const isPercentPlan = (plan: readonly string[]) => /^100(\.0+)?[%％]?$/.test(plan[3]?.trim() ?? '')

const planValue = (text: string, unit: string) => amountOf(text.replace(/[%％]\s*$/, ''), unit)

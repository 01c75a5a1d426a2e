/**
 * 资金支出计划 filled on request: 25, 50, 75 and 100 % of the budget in the form's unit, rounded half up, the last equal to
 * the budget; as percentages where the plan already is one.
 */
import { isBlank } from '../values/text/blank.ts'
import { paymentPath } from '../model/field-path.ts'
import type { ProjectRecord } from '../model/project.ts'
import { printedFields } from './printed-fields.ts'
import type { Template } from '../templates/template.ts'
import { amountOf, numberIn } from '../amounts/amount.ts'
import { planMode, planShares } from '../amounts/payment-plan.ts'
import { knownUnit } from '../values/money.ts'
import { formUnit } from './funding-sum.ts'

export const hasPlan = (template: Template): boolean => printedFields(template).has(paymentPath(3))

/** The four shares; [] while the budget is no amount. */
export function planFor(record: ProjectRecord): string[] {
  const unit = formUnit(record)
  const { total } = record.funding
  if (planMode(record.paymentPlan, total, unit) === 'percent') return ['25', '50', '75', '100']
  // an amount typed with the other unit is brought into the form's, which the plan has no room to name
  const [amount, own] = [amountOf(total, unit), knownUnit(unit)]
  return planShares(amount && own !== '' ? numberIn(amount, own) : total)
}

export const isPlanBlank = (record: ProjectRecord): boolean => record.paymentPlan.every(isBlank)

/** The record with the plan filled; the same record where that changes nothing. */
export function withPlan(template: Template, record: ProjectRecord): ProjectRecord {
  const plan = hasPlan(template) ? planFor(record) : []
  const isSame = plan.every((share, index) => share === record.paymentPlan[index])
  return plan.length === 0 || isSame ? record : { ...record, paymentPlan: plan }
}

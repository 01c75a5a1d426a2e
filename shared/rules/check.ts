/** Runs the catalogue: record in, problems out, in the order of the catalogue. Never throws on a record of any content. */
import type { Problem } from '../model/problem.ts'
import type { ProjectRecord } from '../model/project.ts'
import type { Template } from '../templates/template.ts'
import { withLevelsAsPrinted } from './levels-as-printed.ts'
import { lengthRules } from './lengths.ts'
import { moneyRules } from './money.ts'
import { paymentPlanRules } from './payment-plan.ts'
import { printedFields } from './printed-fields.ts'
import type { Rule, Subject } from './rule.ts'
import { structureRules } from './structure.ts'
import { valueRules } from './values.ts'
import { weightRules } from './weights.ts'

export const catalogue: readonly Rule[] = [
  ...structureRules,
  ...lengthRules,
  ...moneyRules,
  ...paymentPlanRules,
  ...valueRules,
  ...weightRules,
]

/** A finding of one record of a table. */
export interface TableProblem extends Problem {
  /** Index of the record in the table. */
  record: number
}

/** The findings of all rules that hold on this form. */
export function checkRecordRules(template: Template, record: ProjectRecord): Problem[] {
  const fields = printedFields(template)
  const subject: Subject = {
    record: withLevelsAsPrinted(template, record),
    written: record,
    template,
    prints: (path) => fields.has(path),
  }
  return catalogue.flatMap((rule) => {
    const setting = template.rules[rule.code]
    if (setting === 'off' || (rule.onRequest && setting === undefined)) return []
    return rule.check(subject).map((finding) => ({
      code: rule.code,
      severity: finding.severity ?? setting ?? rule.severity,
      path: finding.path,
      message: finding.message,
      basis: rule.basis,
    }))
  })
}

export function checkTable(template: Template, records: readonly ProjectRecord[]): TableProblem[] {
  return records.flatMap((record, index) =>
    checkRecordRules(template, record).map((problem) => ({ ...problem, record: index })),
  )
}

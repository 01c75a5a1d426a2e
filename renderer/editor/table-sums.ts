/** The sums of the status line: weights of the indicators against the form's total, money of all projects of the table. */
import type { ProjectRecord } from '../../shared/model/project.ts'
import type { Template } from '../../shared/templates/template.ts'
import { sumAmounts } from '../../shared/values/money.ts'

export interface TableSums {
  /** null on forms without weights. */
  weight: string | null
  weightTotal: string
  money: string
  moneyUnit: string
}

export function tableSums(template: Template, records: readonly ProjectRecord[]): TableSums {
  const weights = records.flatMap((record) => record.indicators.map((indicator) => indicator.weight))
  const unit = records[0]?.funding.unit ?? ''
  return {
    weight: template.weights ? sumAmounts(weights) || '0' : null,
    weightTotal: template.weights?.total ?? '',
    money: sumAmounts(
      records.map((record) => record.funding.total),
      unit === '元' || unit === '万元' ? unit : '',
    ),
    moneyUnit: unit,
  }
}

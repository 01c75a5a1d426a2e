/**
 * The sums of the status line: weights of each first level and of all indicators against the form's scheme, money of all
 * projects of the table, and how far typed totals are from their parts. All exact.
 */
import { sumOfTexts } from '../../../shared/amounts/amount.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import { withLevelsAsPrinted } from '../../../shared/rules/levels-as-printed.ts'
import { fittingVariant } from '../../../shared/rules/weights.ts'
import type { Template } from '../../../shared/templates/template.ts'
import { trimDecimal } from '../../../shared/values/decimal.ts'
import { sumWeights } from '../../../shared/values/weight.ts'
import { fundingSum } from '../../../shared/rules/funding-sum.ts'

export interface WeightSum {
  /** First level without 指标: 产出. */
  name: string
  sum: string
  /** '' where the scheme asks nothing. */
  required: string
  isRight: boolean
}

export interface TableSums {
  /** null on forms without weights. */
  weight: WeightSum | null
  /** In the form's order; only first levels that the table has. */
  classes: WeightSum[]
  money: string
  moneyUnit: string
  /** Sum of the parts minus total where they differ; '' where they agree, are not all known, or on several projects. */
  difference: string
}

export function tableSums(template: Template, records: readonly ProjectRecord[]): TableSums {
  const unit = records[0]?.funding.unit ?? ''
  const [first] = records
  const parts = first && records.length === 1 ? fundingSum(template, first, 'funding') : null
  const sum = sumOfTexts(
    records.map(({ funding }) => ({ text: funding.total, formUnit: funding.unit || unit })),
    unit,
  )
  return {
    weight: template.weights ? weightSum('', weightsOf(records), template.weights.total) : null,
    classes: first && records.length === 1 ? classSums(template, first) : [],
    money: sum?.number ?? '',
    moneyUnit: sum?.unit || unit,
    difference: parts?.isOff ? parts.difference : '',
  }
}

const weightsOf = (records: readonly ProjectRecord[]) =>
  records.flatMap((record) => record.indicators.map((indicator) => indicator.weight))

function classSums(template: Template, record: ProjectRecord): WeightSum[] {
  const { weights, vocabulary } = template
  if (!weights) return []
  const { indicators } = withLevelsAsPrinted(template, record)
  const present = new Set(indicators.map((indicator) => indicator.category))
  const required = fittingVariant(weights, present)?.sums ?? {}
  return vocabulary.levels.flatMap(({ name }) => {
    const own = indicators.filter((indicator) => indicator.category === name)
    if (own.length === 0) return []
    const texts = own.map((indicator) => indicator.weight)
    return [weightSum(name.replace(/指标$/, ''), texts, required[name] ?? '')]
  })
}

function weightSum(name: string, texts: readonly string[], required: string): WeightSum {
  const sum = sumWeights(texts) || '0'
  return { name, sum, required, isRight: required === '' || trimDecimal(sum) === trimDecimal(required) }
}

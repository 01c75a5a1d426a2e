/** Rules F: weights (rules.md F). Which sums are asked follows the template's scheme; sums are exact. */
import { rowPath } from '../model/field-path.ts'
import { quoted } from './quoted.ts'
import { trimDecimal } from '../values/decimal.ts'
import { parseWeight, sumWeights } from '../values/weight.ts'
import type { WeightScheme, WeightVariant } from '../templates/template.ts'
import { isBlank } from '../values/text/blank.ts'
import type { Finding, Rule, Subject } from './rule.ts'

const basis = '财预〔2021〕101号（待核对）；另有预算执行率 10 分，自评时计入'

export const weightRules: Rule[] = [
  { code: 'R-WT-01', severity: 'error', basis, check: schemeSums },
  { code: 'R-WT-05', severity: 'error', basis: '', check: weightsPositive },
  { code: 'R-WT-06', severity: 'error', basis: '', check: weightDecimals },
]

function schemeSums({ record, template }: Subject): Finding[] {
  const { weights } = template
  const { indicators } = record
  if (!weights || indicators.every((indicator) => isBlank(indicator.weight))) return []
  const present = new Set(indicators.map((indicator) => indicator.category))
  const variant = fittingVariant(weights, present)
  const findings: Finding[] = Object.entries(variant?.sums ?? {}).flatMap(([category, required]) => {
    const rows = indicators.filter((indicator) => indicator.category === category)
    const sum = sumWeights(rows.map((indicator) => indicator.weight)) || '0'
    const index = indicators.findIndex((indicator) => indicator.category === category)
    if (index < 0 || isEqual(sum, required)) return []
    return [{ path: rowPath(index, 'weight'), message: `${category}权重合计 ${sum}，应为 ${required}。` }]
  })
  const total = sumWeights(indicators.map((indicator) => indicator.weight))
  if (!isEqual(total, weights.total))
    findings.push({ path: rowPath(0, 'weight'), message: `全部权重合计 ${total}，应为 ${weights.total}。` })
  return findings
}

/** The first variant whose condition the first levels present fulfil. */
export function fittingVariant(scheme: WeightScheme, present: ReadonlySet<string>): WeightVariant | undefined {
  return scheme.variants.find(
    (variant) =>
      variant.present.every((name) => present.has(name)) && !variant.absent.some((name) => present.has(name)),
  )
}

const isEqual = (sum: string, required: string) => trimDecimal(sum) === trimDecimal(required)

function weightsPositive({ record, template }: Subject): Finding[] {
  if (!template.weights) return []
  return record.indicators.flatMap(({ weight }, index): Finding[] => {
    if (isBlank(weight)) return []
    const path = rowPath(index, 'weight')
    const parsed = parseWeight(weight)
    if (parsed === null) return [{ path, message: `权重${quoted(weight)}不是数字。` }]
    return parsed.value.startsWith('-') || /^[0.]+$/.test(parsed.value) ? [{ path, message: '权重必须大于 0。' }] : []
  })
}

function weightDecimals({ record, template }: Subject): Finding[] {
  if (!template.weights) return []
  return record.indicators.flatMap(({ weight }, index) =>
    (parseWeight(weight)?.decimals ?? 0) > 2 ? [{ path: rowPath(index, 'weight'), message: '权重最多两位小数。' }] : [],
  )
}

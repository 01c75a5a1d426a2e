/**
 * The usual 依据, 赋分规则 and 佐证资料 of an indicator whose second level and value are known: what the table itself does
 * in like rows, else what was observed elsewhere (observed-defaults.ts). Only for blank fields; never a rule.
 */
import type { Indicator } from '../model/project.ts'
import type { Template } from '../templates/template.ts'
import { isQualitative, isQuantitative, parseMeasure } from '../values/measure.ts'
import { observedDefaults } from './observed-defaults.ts'
import type { ValueKind } from './observed-defaults.ts'

export const chosenFields = ['basis', 'scoring', 'evidence'] as const
export type ChosenField = (typeof chosenFields)[number]

/** null while the value is not filled in. Dates and frequencies are none of the two kinds: 'any'. */
export function valueKind(target: string): ValueKind | null {
  const measure = parseMeasure(target)
  if (measure.kind === 'placeholder') return null
  if (measure.kind === 'quantity' && measure.operator === '=' && !measure.implied) return 'equal'
  if (isQuantitative(measure)) return 'quantitative'
  return isQualitative(measure) ? 'qualitative' : 'any'
}

/** The observed choice for a field of the indicator, '' where there is none or the form does not offer it. */
export function observedChoice(template: Template, { subcategory, target }: Indicator, field: ChosenField): string {
  const kind = valueKind(target)
  if (kind === null) return ''
  const found = observedDefaults.find(
    (one) => one.subcategory === subcategory.trim() && (one.value === 'any' || fits(one.value, kind)),
  )
  const choice = found?.[field] ?? ''
  return template.vocabulary[field].includes(choice) ? choice : '' // a blank choice is in no vocabulary
}

const fits = (wanted: ValueKind, kind: ValueKind): boolean =>
  wanted === kind || (wanted === 'quantitative' && kind === 'equal')

/** What the rows of the same second level and kind of value mostly say; the first of equally frequent ones; '' without any. */
export function habitualChoice(indicators: readonly Indicator[], own: Indicator, field: ChosenField): string {
  const kind = valueKind(own.target)
  const alike = indicators.filter(
    (one) => one !== own && one.subcategory === own.subcategory && one[field] !== '' && valueKind(one.target) === kind,
  )
  const counts = new Map<string, number>()
  for (const one of alike) counts.set(one[field], (counts.get(one[field]) ?? 0) + 1)
  const most = Math.max(...counts.values())
  return [...counts].find(([, count]) => count === most)?.[0] ?? ''
}

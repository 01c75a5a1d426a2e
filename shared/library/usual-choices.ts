/**
 * The usual 依据, 赋分规则 and 佐证资料 of an indicator whose second level and value are known: what the table itself, or the
 * unit in other tables, does in like rows, else what was observed elsewhere (observed-defaults.ts). Never a rule.
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

/** An indicator as far as it shows a habit, and how often it occurs. */
export type HabitRow = Pick<Indicator, 'subcategory' | 'target' | ChosenField> & { uses: number }

/** '' where the rows show no habit. */
export type Habit = (own: Pick<Indicator, 'subcategory' | 'target'>, field: ChosenField) => string

/** What the rows of the same second level and kind of value mostly say; the first of equally frequent ones. */
export function habitOf(rows: readonly HabitRow[], isOffered: (field: ChosenField, text: string) => boolean): Habit {
  const uses = new Map<string, Map<string, number>>()
  for (const row of rows) {
    for (const field of chosenFields) {
      if (row[field] === '' || !isOffered(field, row[field])) continue
      const key = habitKey(row, field)
      const counts = uses.get(key) ?? new Map<string, number>()
      uses.set(key, counts.set(row[field], (counts.get(row[field]) ?? 0) + row.uses))
    }
  }
  return (own, field) => {
    const counts = [...(uses.get(habitKey(own, field)) ?? [])]
    const most = Math.max(...counts.map(([, count]) => count))
    return counts.find(([, count]) => count === most)?.[0] ?? ''
  }
}

const habitKey = ({ subcategory, target }: Pick<Indicator, 'subcategory' | 'target'>, field: ChosenField): string =>
  JSON.stringify([subcategory.trim(), valueKind(target), field])

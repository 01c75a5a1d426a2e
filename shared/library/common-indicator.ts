/**
 * An indicator that county departments commonly use, as the library offers it (common/). Of our own making, from general
 * knowledge of their work; no rule asks for any of them.
 */
import type { Subcategory } from '../values/levels.ts'
import type { Operator } from '../values/operators.ts'

export interface CommonIndicator {
  /** 二级指标 in today's words; what a form prints for it is level-on-form.ts's to say. */
  subcategory: Subcategory
  name: string
  /** 指标解释: what is counted, and against what. */
  description: string
  /** Fields of work and other words it is found by, separated by blanks. */
  keywords: string
  /** Only where one value is usual everywhere (rates, satisfaction); '' where it depends on the project. */
  target: string
  /** The operator and unit usual for it; for an indicator in words, such a word. */
  measure: { operator: Operator; unit: string } | { words: string }
}

/** name, operator, unit, target, description, keywords */
export type MeasuredRow = [string, Operator, string, string, string, string]

/** name, word, description, keywords */
export type WordedRow = [string, string, string, string]

export const measured = (subcategory: Subcategory, rows: readonly MeasuredRow[]): CommonIndicator[] =>
  rows.map(([name, operator, unit, target, description, keywords]) => ({
    subcategory,
    name,
    description,
    keywords,
    target,
    measure: { operator, unit },
  }))

export const worded = (subcategory: Subcategory, rows: readonly WordedRow[]): CommonIndicator[] =>
  rows.map(([name, words, description, keywords]) => ({
    subcategory,
    name,
    description,
    keywords,
    target: '',
    measure: { words },
  }))

/** What a value looks like, for people: ≥…次, 明显改善. Never a value. */
export const exampleValue = ({ measure }: CommonIndicator): string =>
  'words' in measure ? measure.words : `${measure.operator}…${measure.unit}`

/** The texts of one row → its indicator, or two where the term's and the year's block name different ones. */
import { isSameIndicator } from '../../compare/match-rows.ts'
import { emptyIndicator } from '../../model/project.ts'
import type { Indicator } from '../../model/project.ts'
import { addExtra } from '../header/form-fields.ts'
import type { ColumnField, IndicatorColumn } from './indicator-columns.ts'
import { joinMeasure } from '../words/join-measure.ts'
import { isUnfilledPrint, levelText, nameText } from '../words/level-text.ts'

/** What blank level cells mean: the levels of the rows above, the second level by side. */
export interface LevelState {
  category: string
  subcategory: { term: string; annual: string; both: string }
}

export function createLevelState(): LevelState {
  return { category: '', subcategory: { term: '', annual: '', both: '' } }
}

const directFields = ['description', 'basis', 'lastActual', 'weight', 'scoring', 'evidence'] as const

/** Indicators of a row; [] for a row with neither name nor value. Moves `state` on. */
export function indicatorsOfRow(
  columns: readonly IndicatorColumn[],
  texts: readonly string[],
  state: LevelState,
): Indicator[] {
  followCategory(columns, texts, state)
  if (!columns.some((column) => column.part !== null)) {
    const one = indicatorOf(columns, texts, state, null)
    return isIndicator(one) ? [one] : []
  }
  const term = indicatorOf(columns, texts, state, 'term')
  const annual = indicatorOf(columns, texts, state, 'annual')
  if (!isIndicator(term)) return isIndicator(annual) ? [annual] : []
  if (!isIndicator(annual)) return [term]
  return annual.name === '' || isSameIndicator(term, annual) ? [merged(term, annual)] : [term, annual]
}

/** The term's indicator with the year's value and whatever else only the year's side says. */
export function merged(term: Indicator, annual: Indicator): Indicator {
  const both = { ...annual, ...term, target: annual.target, extra: { ...annual.extra, ...term.extra } }
  for (const field of directFields) both[field] = term[field] === '' ? annual[field] : term[field]
  return both
}

function isIndicator({ name, target, termTarget }: Indicator): boolean {
  return (
    name !== '' ||
    [target, termTarget].some((value) => value !== '' && !isUnfilledPrint(value)) ||
    isNumbered(target, termTarget)
  )
}

/** A bare number is a value, though it also is a placeholder's list number. */
const isNumbered = (...values: string[]) => values.some((value) => /^[\d０-９]+$/u.test(value))

function followCategory(columns: readonly IndicatorColumn[], texts: readonly string[], state: LevelState): void {
  const text = textOf(columns, texts, 'category', null)
  const category = isUnfilledPrint(text) ? '' : levelText(text)
  if (category === '' || category === state.category) return
  state.category = category
  state.subcategory = { term: '', annual: '', both: '' }
}

function textOf(
  columns: readonly IndicatorColumn[],
  texts: readonly string[],
  field: ColumnField,
  part: 'term' | 'annual' | null,
): string {
  const index = columns.findIndex((column) => column.field === field && (column.part === part || column.part === null))
  return index < 0 ? '' : (texts[index] ?? '')
}

function indicatorOf(
  columns: readonly IndicatorColumn[],
  texts: readonly string[],
  state: LevelState,
  part: 'term' | 'annual' | null,
): Indicator {
  const text = (field: ColumnField) => textOf(columns, texts, field, part)
  const indicator = emptyIndicator()
  indicator.category = state.category
  const own = text('subcategory')
  const side = part ?? 'both'
  if (own !== '' && !isUnfilledPrint(own)) state.subcategory[side] = levelText(own)
  indicator.subcategory = state.subcategory[side]
  const name = text('name')
  indicator.name = isUnfilledPrint(name) ? '' : nameText(name)
  if (isUnfilledPrint(indicator.name)) indicator.name = ''
  for (const field of directFields) indicator[field] = text(field)
  fillValues(indicator, text, columns, part)
  columns.forEach((column, index) => {
    if (column.field === 'extra' && (column.part === part || column.part === null))
      addExtra(indicator.extra, column.key, texts[index] ?? '')
  })
  return indicator
}

function fillValues(
  indicator: Indicator,
  text: (field: ColumnField) => string,
  columns: readonly IndicatorColumn[],
  part: 'term' | 'annual' | null,
): void {
  const value = part === 'term' ? 'termTarget' : 'target'
  const { text: joined, nature } = joinMeasure(text('sign'), text(value), text('measureUnit'))
  indicator[value] = joined
  if (part === null) indicator.termTarget = text('termTarget')
  const sign = columns.find((column) => column.field === 'sign')
  if (sign) addExtra(indicator.extra, sign.key, nature)
}

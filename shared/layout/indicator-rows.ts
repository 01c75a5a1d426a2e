/**
 * Which indicator stands in which row of an indicators block. Usually one row an indicator. In a form with parallel
 * blocks (columns with `part`) an indicator with both targets, or with none, stands in both parts of its row; one with
 * only a term target stands in the term part and shares its row with a directly following annual-only indicator of the
 * same category. The reader undoes exactly this: equal second level and name on both sides are one indicator.
 */
import type { Indicator } from '../model/project.ts'

/** Index of the indicator in the term part and in the annual part of one row; null: that part of the row is blank. */
export interface IndicatorRow {
  term: number | null
  annual: number | null
}

export function indicatorRows(indicators: readonly Indicator[], isParallel: boolean): IndicatorRow[] {
  if (!isParallel) return indicators.map((_, index) => ({ term: index, annual: index }))
  const rows: IndicatorRow[] = []
  indicators.forEach((indicator, index) => {
    const before = indicators[index - 1]
    const last = rows.at(-1)
    if (isTermOnly(indicator)) rows.push({ term: index, annual: null })
    else if (!isAnnualOnly(indicator)) rows.push({ term: index, annual: index })
    else if (before && last && last.annual === null && last.term === index - 1 && canShareRow(before, indicator))
      last.annual = index
    else rows.push({ term: null, annual: index })
  })
  return rows
}

const isTermOnly = (indicator: Indicator) => indicator.termTarget !== '' && indicator.target === ''
const isAnnualOnly = (indicator: Indicator) => indicator.termTarget === '' && indicator.target !== ''

function canShareRow(term: Indicator, annual: Indicator): boolean {
  const isSame = term.subcategory === annual.subcategory && term.name === annual.name
  return term.category === annual.category && !isSame
}

/**
 * Which indicator stands in which row of an indicators block. Usually one row an indicator. In a form with parallel
 * blocks (columns with `part`) an indicator stands in the halves that halves.ts tells; one that stands only in the term's
 * shares its row with a directly following one of the same category that stands only in the year's. The reader undoes exactly this: equal second level and name on both sides are one indicator.
 */
import type { Indicator } from '../model/project.ts'
import { halvesOf, isApart } from '../model/halves.ts'

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
    const { term, annual } = halvesOf(indicator)
    if (!annual) rows.push({ term: index, annual: null })
    else if (term) rows.push({ term: index, annual: index })
    else if (
      before &&
      last &&
      last.annual === null &&
      last.term === index - 1 &&
      canShareRow(before, indicator) &&
      !isApart(indicator)
    )
      last.annual = index
    else rows.push({ term: null, annual: index })
  })
  return rows
}

/** Of one of the term alone and one of the year alone, side by side. */
export function canShareRow(term: Indicator, annual: Indicator): boolean {
  const isSame = term.subcategory === annual.subcategory && term.name === annual.name
  return term.category === annual.category && !isSame
}

/**
 * A form with parallel halves (中期 and 年度) prints an indicator with both values in both halves of its row. On paper the
 * halves are cells of their own: a name written in one of them is meant for that half. So the indicator becomes two, one a
 * half, which share the row; and two that have come to say the same are one again, as the reader takes them
 * (indicator-rows.ts).
 */
import { emptyIndicator } from '../model/project.ts'
import type { Indicator } from '../model/project.ts'

export type Half = 'term' | 'annual'

/** What both halves print of an indicator. */
export type PrintedInBoth = Partial<Pick<Indicator, 'subcategory' | 'name'>>

/** Texts written in one half of the rows given; an indicator without both values stays one and takes them as a whole. */
export function writeInHalf(
  indicators: readonly Indicator[],
  half: Half,
  texts: ReadonlyMap<number, PrintedInBoth>,
): Indicator[] {
  const written = indicators.flatMap((one, row): Indicator[] => {
    const own = texts.get(row)
    if (!own) return [one]
    if (one.termTarget === '' || one.target === '') return [{ ...one, ...own }]
    const { category, subcategory, name, target } = one
    const term = { ...one, target: '' }
    const annual = { ...emptyIndicator(), category, subcategory, name, target }
    return half === 'term' ? [{ ...term, ...own }, annual] : [term, { ...annual, ...own }]
  })
  const untouched = new Set(indicators)
  return joined(written, (one) => !untouched.has(one))
}

/** Neighbours that say the same of the term and of the year are one indicator, where one of them was just written. */
function joined(indicators: readonly Indicator[], isWritten: (one: Indicator) => boolean): Indicator[] {
  return indicators.reduce<Indicator[]>((all, one) => {
    const before = all.at(-1)
    if (before && (isWritten(before) || isWritten(one)) && areOne(before, one))
      all[all.length - 1] = { ...before, target: one.target }
    else all.push(one)
    return all
  }, [])
}

function areOne(term: Indicator, annual: Indicator): boolean {
  const isPair = term.termTarget !== '' && term.target === '' && annual.termTarget === '' && annual.target !== ''
  const { category, subcategory, name, target } = term
  // nothing of the second may get lost: it has its levels, its name and its value
  const alone = { ...emptyIndicator(), category, subcategory, name, target: annual.target }
  return isPair && target === '' && JSON.stringify({ ...emptyIndicator(), ...annual }) === JSON.stringify(alone)
}

/**
 * A form with parallel halves (中期 and 年度) prints an indicator with both values in both halves of its row. On paper the
 * halves are cells of their own: a name written in one of them is meant for that half. So the indicator becomes two, one a
 * half, which share the row; and two that have come to say the same are one again, as the reader takes them
 * (indicator-rows.ts).
 */
import { rowField, rowOfPath } from '../model/field-path.ts'
import { emptyIndicator } from '../model/project.ts'
import type { Indicator } from '../model/project.ts'
import type { Template } from '../templates/template.ts'

export type Half = 'term' | 'annual'

/** What both halves print of an indicator. */
export type PrintedInBoth = Partial<Pick<Indicator, 'subcategory' | 'name'>>

/** The row and field of a path that both halves print; null for any other. */
export function printedInBoth(path: string): { row: number; field: keyof PrintedInBoth } | null {
  const [row, field] = [rowOfPath(path), rowField(path)]
  return row !== null && (field === 'subcategory' || field === 'name') ? { row, field } : null
}

/** The half a column of the sheet belongs to; null on any other form, and where a column belongs to both. */
export function halfOfColumn({ blocks }: Template, column: number): Half | null {
  for (const block of blocks) {
    if (block.type !== 'indicators') continue
    let start = block.side?.columns ?? 0
    for (const one of block.columns) {
      if (start === column) return one.part ?? null
      start += one.columns ?? 1
    }
  }
  return null
}

/** Rows whose annual half says another indicator than their term half: two each, whatever values they have. */
export const splitRows = (
  indicators: readonly Indicator[],
  annualTexts: ReadonlyMap<number, PrintedInBoth>,
): Indicator[] =>
  indicators.flatMap((one, row) => {
    const own = annualTexts.get(row)
    const [term, annual] = apart(one)
    return own ? [term, { ...annual, ...own }] : [one]
  })

function apart(one: Indicator): [term: Indicator, annual: Indicator] {
  const { category, subcategory, name, target } = one
  return [
    { ...one, target: '' },
    { ...emptyIndicator(), category, subcategory, name, target },
  ]
}

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
    const [term, annual] = apart(one)
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

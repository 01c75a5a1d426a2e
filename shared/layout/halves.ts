/**
 * A form with parallel halves (中期 and 年度) prints an indicator with both values in both halves of its row. On paper the
 * halves are cells of their own: a name written in one of them is meant for that half. So the indicator becomes two, one a
 * half, which share the row; and two that have come to say the same are one again, as the reader takes them
 * (indicator-rows.ts). Which half a cell belongs to is a word of its Binding.
 */
import { rowField, rowOfPath } from '../model/field-path.ts'
import { emptyIndicator } from '../model/project.ts'
import type { Indicator } from '../model/project.ts'
import type { Template } from '../templates/template.ts'

export type Half = 'term' | 'annual'

/** What both halves print of an indicator. */
export type PrintedInBoth = Partial<Pick<Indicator, 'subcategory' | 'name'>>

/** Texts written in the halves of one row. */
export type HalfTexts = Partial<Record<Half, PrintedInBoth>>

/** The row and field of a path that both halves print; null for any other. */
export function printedInBoth(path: string): { row: number; field: keyof PrintedInBoth } | null {
  const [row, field] = [rowOfPath(path), rowField(path)]
  return row !== null && (field === 'subcategory' || field === 'name') ? { row, field } : null
}

/** The half a column of the sheet belongs to, also where its cell is blank print; null on any other form, and where a column belongs to both. */
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

/**
 * Texts written in the halves of the rows given. Where both halves come to say another indicator they are two, whatever
 * values they have. A text of one half alone parts an indicator with both values, and is meant for the whole of any other.
 */
export function writeInHalves(
  indicators: readonly Indicator[],
  texts: ReadonlyMap<number, HalfTexts>,
): readonly Indicator[] {
  const written = indicators.flatMap((one, row): Indicator[] => {
    const { term: own, annual: other } = texts.get(row) ?? {}
    if (isSaid(one, own) && isSaid(one, other)) return [one]
    const hasBoth = one.termTarget !== '' && one.target !== ''
    const [term, annual] = apart(one)
    const halves: [Indicator, Indicator] = [
      { ...term, ...(hasBoth ? {} : other), ...own },
      { ...annual, ...(hasBoth ? {} : own), ...other },
    ]
    return isSameName(...halves) ? [{ ...one, ...own, ...other }] : halves
  })
  const untouched = new Set(indicators)
  if (written.length === indicators.length && written.every((one) => untouched.has(one))) return indicators
  return joined(written, (one) => !untouched.has(one))
}

/** It says so already. */
const isSaid = (one: Indicator, texts: PrintedInBoth = {}): boolean =>
  (texts.name ?? one.name) === one.name && (texts.subcategory ?? one.subcategory) === one.subcategory

const isSameName = (one: Indicator, other: Indicator): boolean =>
  one.subcategory === other.subcategory && one.name === other.name

function apart(one: Indicator): [term: Indicator, annual: Indicator] {
  const { category, subcategory, name, target } = one
  return [
    { ...one, target: '' },
    { ...emptyIndicator(), category, subcategory, name, target },
  ]
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

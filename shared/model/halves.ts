/**
 * A form with parallel halves (中期 and 年度) has a cell in each half of a row for second level, name and value; which half a cell
 * belongs to is a word of its Binding. An indicator with both values stands in both halves, one with a value of the term or
 * of the year in that half. While its values do not tell (a name is there before its value), `extra` says where it stands.
 */
import { rowField, rowOfPath } from './field-path.ts'
import type { Indicator } from './project.ts'

export type Half = 'term' | 'annual'

/** What a half prints of an indicator. */
export interface HalfTexts {
  subcategory: string
  name: string
  value: string
}

const word = '所在栏'
const words = { term: '中期', annual: '年度', both: '两栏', apart: '年度另行' } as const

/** Where an indicator stands. A value is never hidden, whatever the word says. */
export function halvesOf({ termTarget, target, extra }: Indicator): Record<Half, boolean> {
  const [hasTerm, hasAnnual] = [termTarget !== '', target !== '']
  const said = extra[word]
  if (said === undefined || said === '') return { term: hasTerm || !hasAnnual, annual: hasAnnual || !hasTerm }
  const ofYear = said === words.annual || said === words.apart
  return { term: hasTerm || !ofYear, annual: hasAnnual || said !== words.term }
}

/** The same indicator, said to stand there; without the word where its values tell it. */
export function standingIn(one: Indicator, halves: Record<Half, boolean>): Indicator {
  const plain = withoutWord(one)
  const told = halvesOf(plain)
  if (told.term === halves.term && told.annual === halves.annual) return plain
  const said = halves.term && halves.annual ? words.both : halves.term ? words.term : words.annual
  return one.extra[word] === said ? one : { ...one, extra: { ...plain.extra, [word]: said } }
}

/** One of the year alone that does not share the row of the term's before it, though it could. */
export const isApart = ({ extra }: Indicator): boolean => extra[word] === words.apart

/** The same indicator of the year alone, apart from the row before it or not. */
export function setApart(one: Indicator, apart: boolean): Indicator {
  if (isApart(one) === apart) return one
  return apart
    ? { ...one, extra: { ...one.extra, [word]: words.apart } }
    : standingIn(withoutWord(one), { term: false, annual: true })
}

/** The same object where it has none. */
export function withoutWord(one: Indicator): Indicator {
  if (!(word in one.extra)) return one
  const { [word]: _, ...extra } = one.extra
  return { ...one, extra }
}

/** The row and the field of a cell in a half; null for any other path. */
export function printedInHalf(path: string): { row: number; field: keyof HalfTexts } | null {
  const [row, field] = [rowOfPath(path), rowField(path)]
  if (row === null) return null
  if (field === 'target' || field === 'termTarget') return { row, field: 'value' }
  return field === 'subcategory' || field === 'name' ? { row, field } : null
}

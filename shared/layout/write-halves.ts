/**
 * Texts written into the halves of rows. Each half of a row is cells of its own: what is written in one stays there. Where both
 * halves come to say the same second level and name, the row is one indicator; where they differ it is two, one a half, which
 * share the row, as the reader takes them (indicator-rows.ts).
 */
import { emptyIndicator } from '../model/project.ts'
import type { Indicator } from '../model/project.ts'
import { halvesOf, setApart, standingIn, withoutWord } from '../model/halves.ts'
import type { Half, HalfTexts } from '../model/halves.ts'
import { canShareRow, indicatorRows } from './indicator-rows.ts'
import type { IndicatorRow } from './indicator-rows.ts'

/** By half, what is written there. */
export type RowTexts = Partial<Record<Half, Partial<HalfTexts>>>

/** `texts` by the row of an indicator that stands in the row meant, or of a blank one behind them all. */
export function writeInHalves(
  indicators: readonly Indicator[],
  texts: ReadonlyMap<number, RowTexts>,
): readonly Indicator[] {
  const all = withBlanks(indicators, texts)
  const written = inTheirRows(indicatorRows(all, true).map((row) => writtenRow(all, row, textsOf(row, texts))))
  const isSame = written.length === indicators.length && written.every((one, at) => one === indicators[at])
  return isSame ? indicators : written
}

/** The indicators of rows one below the other; what stands in the year's half alone does not move up beside one of the term. */
export function inTheirRows(rows: readonly (readonly Indicator[])[]): Indicator[] {
  return rows.flatMap((row, index) => {
    const [own, ...others] = row
    if (!own || others.length > 0 || halvesOf(own).term) return row
    const [before, ...beside] = rows[index - 1] ?? []
    const isBelowTerm = before !== undefined && beside.length === 0 && !halvesOf(before).annual
    return [setApart(own, isBelowTerm && canShareRow(before, own))]
  })
}

function withBlanks(indicators: readonly Indicator[], texts: ReadonlyMap<number, RowTexts>): readonly Indicator[] {
  const filled = [...texts].filter(([, { term, annual }]) => [term, annual].some((half) => !isBlank(half)))
  const length = filled.reduce((most, [row]) => Math.max(most, row + 1), indicators.length)
  return [...indicators, ...Array.from({ length: length - indicators.length }, () => emptyIndicator())]
}

const isBlank = (half: Partial<HalfTexts> = {}): boolean => Object.values(half).every((text) => text === '')

function textsOf({ term, annual }: IndicatorRow, texts: ReadonlyMap<number, RowTexts>): RowTexts {
  const own = [term, annual].flatMap((index) => (index === null ? [] : (texts.get(index) ?? [])))
  return {
    term: Object.assign({}, ...own.map((one) => one.term)) as Partial<HalfTexts>, // of parts of the same
    annual: Object.assign({}, ...own.map((one) => one.annual)) as Partial<HalfTexts>, // likewise
  }
}

const blank: HalfTexts = { subcategory: '', name: '', value: '' }

function writtenRow(all: readonly Indicator[], row: IndicatorRow, texts: RowTexts): Indicator[] {
  const [one, other] = [at(all, row.term), at(all, row.annual)]
  const before = { term: one ? saidBy(one, 'term') : blank, annual: other ? saidBy(other, 'annual') : blank }
  const after = { term: { ...before.term, ...texts.term }, annual: { ...before.annual, ...texts.annual } }
  const isChanged = !isEqual(before.term, after.term) || !isEqual(before.annual, after.annual)
  const standing = one === other ? [one] : [one, other]
  if (!isChanged) return standing.filter((each) => each !== undefined)
  return encoded(one, other, after)
}

const at = (all: readonly Indicator[], index: number | null): Indicator | undefined =>
  index === null ? undefined : all[index]

export const saidBy = ({ subcategory, name, termTarget, target }: Indicator, half: Half): HalfTexts => ({
  subcategory,
  name,
  value: half === 'term' ? termTarget : target,
})

const isEqual = (one: HalfTexts, other: HalfTexts): boolean => isSameName(one, other) && one.value === other.value

const isSameName = (one: HalfTexts, other: HalfTexts): boolean =>
  one.subcategory === other.subcategory && one.name === other.name

/** The indicators of a row that was read: `shared` is what both halves have in common. */
export const readHalves = (shared: Indicator, said: Record<Half, HalfTexts>): Indicator[] =>
  encoded(shared, shared, said)

/** The indicators of a row that says this; what the halves do not print stays with the first of them. */
function encoded(
  one: Indicator | undefined,
  other: Indicator | undefined,
  { term, annual }: Record<Half, HalfTexts>,
): Indicator[] {
  const first = one ?? other ?? emptyIndicator()
  const fresh = { ...emptyIndicator(), category: first.category }
  const [hasTerm, hasAnnual] = [!isBlank(term), !isBlank(annual)]
  const { value: termTarget, ...termName } = term
  const { value: target, ...annualName } = annual
  const second = other !== one ? other : undefined
  if (hasTerm === hasAnnual && isSameName(term, annual) && (!one || !second || isAlone(second))) {
    return [standingIn({ ...first, ...termName, termTarget, target }, { term: true, annual: true })]
  }
  const ofTerm = { ...(one ?? fresh), ...termName, termTarget, target: '' }
  const ofAnnual = { ...(second ?? (hasTerm ? fresh : first)), ...annualName, termTarget: '', target }
  return [
    ...(hasTerm || !hasAnnual ? [standingIn(ofTerm, { term: true, annual: false })] : []),
    ...(hasAnnual || !hasTerm ? [standingIn(ofAnnual, { term: false, annual: true })] : []),
  ]
}

/** Nothing of it would get lost beside another: it has its levels, its name and its value. */
function isAlone(one: Indicator): boolean {
  const { category, subcategory, name, target } = one
  const bare = { ...emptyIndicator(), category, subcategory, name, target }
  return JSON.stringify({ ...emptyIndicator(), ...withoutWord(one) }) === JSON.stringify(bare)
}

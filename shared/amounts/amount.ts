/**
 * An amount of money: an exact number and the unit it is in. Amounts of different units can stand in one table (820万元 on
 * a form in 元), so no number is added without its unit. Numbers are plain decimals with the decimals that were typed.
 */
import { Big } from 'big.js'
import { decimalsOf, shiftDecimal, trimDecimal } from '../values/decimal.ts'
import { convertNumber, knownUnit, parseMoney } from '../values/money.ts'
import type { CurrencyUnit } from '../values/money.ts'
import { isBlankOrNone } from '../values/text/blank.ts'

export interface Amount {
  number: string
  /** '' where neither the text nor its form names one; beside amounts that have a unit it counts as 万元. */
  unit: CurrencyUnit | ''
}

/** Units a form may print that are multiples of those reckoned with. */
const multiples: Record<string, { places: number; unit: CurrencyUnit }> = {
  千元: { places: 3, unit: '元' },
  百万元: { places: 2, unit: '万元' },
  亿元: { places: 4, unit: '万元' },
}

/**
 * What a text amounts to on a form in `formUnit`; a unit typed behind the number wins. null where the text is no amount.
 * A form in 千元 or 亿元 gives 元 or 万元.
 */
export function amountOf(text: string, formUnit: string): Amount | null {
  const money = parseMoney(text)
  if (!money) return null
  const multiple = money.unit === '' ? multiples[formUnit] : undefined
  if (multiple) return { number: shiftDecimal(money.amount, multiple.places), unit: multiple.unit }
  return { number: money.amount, unit: money.unit || knownUnit(formUnit) }
}

/** Whether amounts on a form in this unit can be reckoned with exactly; any other counts as 万元. */
export const isReckoned = (formUnit: string): boolean => formUnit in multiples || knownUnit(formUnit) !== ''

/** Something stands there that is no amount; a dash is not: spreadsheets print it for zero. */
export const isUnreadable = (text: string): boolean => !isBlankOrNone(text) && parseMoney(text) === null

/**
 * The exact sum in `unit`, without it in the unit of the first addend that has one; null without addends. As many decimals
 * as the addend with the most, at least two if any has decimals.
 */
export function sumOf(addends: readonly Amount[], unit: string): Amount | null {
  if (addends.length === 0) return null
  const wanted = knownUnit(unit) || (addends.find((addend) => addend.unit !== '')?.unit ?? '')
  const { whole, decimals } = addUp(addends.map((addend) => addendOf(addend, wanted)))
  const shown = decimals === 0 ? 0 : Math.max(2, decimals)
  return { number: shiftDecimal(String(whole * 10n ** BigInt(shown - decimals)), -shown, shown), unit: wanted }
}

/** A number as a whole one of its last decimal: 12.50 is 1250 of two decimals. Kept where ten thousand are added again and again. */
export interface Addend {
  whole: bigint
  decimals: number
}

export function addendOf(amount: Amount, unit: CurrencyUnit | ''): Addend {
  const number = numberIn(amount, unit)
  const decimals = decimalsOf(number)
  return { whole: BigInt(decimals === 0 ? number : number.replace('.', '')), decimals }
}

/** The exact sum, with as many decimals as the addend with the most. */
export function addUp(addends: readonly Addend[]): Addend {
  const byDecimals: bigint[] = []
  for (const { whole, decimals } of addends) byDecimals[decimals] = (byDecimals[decimals] ?? 0n) + whole
  const most = Math.max(0, byDecimals.length - 1)
  const all = byDecimals.reduce((sum, part, decimals) => sum + part * 10n ** BigInt(most - decimals), 0n)
  return { whole: all, decimals: most }
}

/** The same of texts, each on a form in its own unit; texts that are no amounts are left out. */
export function sumOfTexts(texts: readonly { text: string; formUnit: string }[], unit: string): Amount | null {
  const addends = texts.map(({ text, formUnit }) => amountOf(text, formUnit)).filter((addend) => addend !== null)
  return sumOf(addends, unit)
}

/** The amount as a plain decimal in `unit`; as it is where `unit` is ''. */
export function numberIn({ number, unit: own }: Amount, unit: CurrencyUnit | ''): string {
  return unit === '' ? number : convertNumber(number, own || '万元', unit)
}

/** -1, 0, 1: the first is less, as much, more. */
export function compareAmounts(one: Amount, other: Amount): -1 | 0 | 1 {
  return Big(numberIn(one, '元')).cmp(numberIn(other, '元'))
}

export const isNegative = ({ number }: Amount): boolean => number.startsWith('-')

/** Whether it is nothing at all. */
export const isZero = ({ number }: Amount): boolean => !/[1-9]/u.test(number)

/** In 万元 without superfluous zeros, for sentences: '20.5'. */
export const wanText = (amount: Amount): string => trimDecimal(numberIn(amount, '万元'))

export const negative = ({ number, unit }: Amount): Amount => ({
  number: number.startsWith('-') ? number.slice(1) : `-${number}`,
  unit,
})

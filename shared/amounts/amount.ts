/**
 * An amount of money: an exact number and the unit it is in. Amounts of different units can stand in one table (820万元 on
 * a form in 元), so no number is added without its unit. Numbers are plain decimals with the decimals that were typed.
 */
import { Big } from 'big.js'
import { decimalsOf } from '../values/decimal.ts'
import { convertNumber, knownUnit, parseMoney } from '../values/money.ts'
import type { CurrencyUnit } from '../values/money.ts'

export interface Amount {
  number: string
  /** '' where neither the text nor its form names one; beside amounts that have a unit it counts as 万元. */
  unit: CurrencyUnit | ''
}

/** What a text amounts to on a form in `formUnit`; a unit typed behind the number wins. null where the text is no amount. */
export function amountOf(text: string, formUnit: string): Amount | null {
  const money = parseMoney(text)
  return money && { number: money.amount, unit: money.unit || knownUnit(formUnit) }
}

/**
 * The exact sum in `unit`, without it in the unit of the first addend that has one; null without addends. As many decimals
 * as the addend with the most, at least two if any has decimals.
 */
export function sumOf(addends: readonly Amount[], unit: string): Amount | null {
  if (addends.length === 0) return null
  const wanted = knownUnit(unit) || (addends.find((addend) => addend.unit !== '')?.unit ?? '')
  const numbers = addends.map((addend) => numberIn(addend, wanted))
  const most = numbers.reduce((places, number) => Math.max(places, decimalsOf(number)), 0)
  const sum = numbers.reduce((total, number) => total.plus(number), Big(0))
  return { number: sum.toFixed(most === 0 ? 0 : Math.max(2, most)), unit: wanted }
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

export const negative = ({ number, unit }: Amount): Amount => ({
  number: number.startsWith('-') ? number.slice(1) : `-${number}`,
  unit,
})

/**
 * A list form prints one unit of money for all its projects. A project whose amounts are in another unit says so behind
 * each of them, `100000(元)` in a list in 万元, and is read back as the project it was. Written and read here, together.
 */
import type { Funding, ProjectRecord } from '../model/project.ts'
import { knownUnit, parseMoney } from '../values/money.ts'
import type { CurrencyUnit } from '../values/money.ts'

/** What is printed behind an amount of a project in `own` on a table in `printed`; '' where it says its unit itself, or is none. */
export function unitMark(text: string, own: string, printed: string): string {
  const unit = knownUnit(own)
  if (unit === '' || unit === knownUnit(printed)) return ''
  return parseMoney(text)?.unit === '' ? `(${unit})` : ''
}

/** An amount on its way to other projects of its table, which may be in other units: it says its own. */
export function carriedAmount(text: string, own: string, records: readonly ProjectRecord[]): string {
  const isMixed = records.some(({ funding }) => funding.unit !== own)
  return isMixed ? text + unitMark(text, own, '') : text
}

/** The same come to a project in `own`: without the mark where that is the unit it names. */
export function arrivedAmount(text: string, own: string): string {
  return markOf(text, '') === knownUnit(own) ? text.replace(marked, '$1') : text
}

const marked = /^(.+)\((万元|元)\)$/su
const amounts = ['total', 'fiscal', 'special', 'other'] as const

/** The record of a row of a list, its marked amounts in the unit they name. The same record where none is marked. */
export function withOwnUnit(record: ProjectRecord): ProjectRecord {
  const { funding } = record
  const unit = amounts.map((name) => markOf(funding[name], funding.unit)).find((mark) => mark !== '')
  if (unit === undefined) return record
  // an amount without a mark would change its meaning with the unit
  const isWhole = amounts.every((name) => parseMoney(funding[name])?.unit !== '' && markOf(funding[name], unit) === '')
  if (!isWhole) return record
  const unmarked = (text: string) => (markOf(text, funding.unit) === unit ? text.replace(marked, '$1') : text)
  const own: Funding = { ...funding, unit }
  for (const name of amounts) own[name] = unmarked(funding[name])
  return { ...record, funding: own }
}

/** The unit a text is marked with, where unitMark would have marked it on a table in `printed`. */
function markOf(text: string, printed: string): CurrencyUnit | '' {
  const [, typed = '', unit = ''] = marked.exec(text) ?? []
  const known = knownUnit(unit)
  return known !== '' && unitMark(typed, known, printed) !== '' ? known : ''
}

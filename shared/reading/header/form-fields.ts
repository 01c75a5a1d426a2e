/** What was found in the header and footer of one table, label by label, before it becomes a record (to-record.ts). */
import { extraKey as keyOfPath } from '../../model/field-path.ts'
import type { Extra } from '../../model/project.ts'
import type { FieldId } from '../../templates/common-labels.ts'
import { parseMoney } from '../../values/money.ts'
import { normalizeForMatch } from '../../values/text/normalize.ts'
import { extraKey } from '../words/labels.ts'

export type FundPart = 'total' | 'fiscal' | 'special' | 'other'

export interface FundTotal {
  row: number
  column: number
  span: 'year' | 'whole' | 'term'
}

export interface FormFields {
  /** Labels the form prints, with or without a value. */
  seen: Set<string>
  texts: Map<string, { key: string; text: string }>
  totals: FundTotal[]
  funds: { part: FundPart; total: FundTotal | null; text: string; key: string }[]
  currency: '万元' | '元' | ''
  extra: Extra
}

export function createFormFields(): FormFields {
  return { seen: new Set(), texts: new Map(), totals: [], funds: [], currency: '', extra: {} }
}

/** A text found for a label; `place` is the label's. A blank text only notes that the form has the label. */
export function addText(
  fields: FormFields,
  id: string,
  label: string,
  text: string,
  place: { row: number; column: number },
): void {
  fields.seen.add(id)
  const key = extraKey(label)
  const part = fundPartOf(id)
  if (part !== null) {
    addFund(fields, id as FieldId, part, key, text, place)
    return
  }
  if (isBlankPrint(text) || (id.startsWith('goal.') && isBlankGoal(text))) return
  if (id === 'group' && parseMoney(text) !== null && /资金|预算/u.test(key)) {
    addFund(fields, 'funding.total', 'total', key, text, place)
    return
  }
  const own = keyOfPath(id)
  if (id === 'extra' || id === 'group' || own !== null) addExtra(fields.extra, own ?? key, text)
  else if (id === 'unit.currency') addCurrency(fields, key, text)
  else if (id === 'year') addYear(fields, key, text)
  else if (fields.texts.has(id)) keepSecond(fields, id, key, text)
  else fields.texts.set(id, { key, text })
}

/** A further paragraph of a text begun before under a label. */
export function appendText(fields: FormFields, id: string, label: string, text: string): void {
  const begun = fields.texts.get(id)
  const key = extraKey(label)
  if (begun) begun.text += `\n${text}`
  else if (id === 'extra' && Object.hasOwn(fields.extra, key)) fields.extra[key] += `\n${text}`
}

/** Adds to `extra`; a second, different text under the same label stands below the first. */
export function addExtra(extra: Extra, key: string, text: string): void {
  if (key === '' || text === '') return
  const before = Object.hasOwn(extra, key) ? extra[key] : undefined
  if (before === undefined)
    Object.defineProperty(extra, key, { value: text, enumerable: true, configurable: true, writable: true })
  else if (before !== text) extra[key] = `${before}\n${text}`
}

export function fundPartOf(id: string): FundPart | null {
  if (id === 'funding.total' || id === 'funding.whole' || id === 'termFunding.total') return 'total'
  if (id === 'funding.fiscal' || id === 'funding.special' || id === 'funding.other') return id.slice(8) as FundPart
  return null
}

function addFund(
  fields: FormFields,
  id: FieldId,
  part: FundPart,
  key: string,
  text: string,
  place: { row: number; column: number },
): void {
  let total: FundTotal | null
  if (part === 'total') {
    total = { ...place, span: id === 'funding.total' ? 'year' : id === 'funding.whole' ? 'whole' : 'term' }
    fields.totals.push(total)
  } else total = totalAbove(fields.totals, place)
  if (!isBlankPrint(text)) fields.funds.push({ part, total, text, key })
}

/** No form has more totals in a row. */
const mostInRow = 50

/** The total a part belongs to: left of it in its row, else in the nearest row above, there the one over it. */
function totalAbove(totals: readonly FundTotal[], place: { row: number; column: number }): FundTotal | null {
  let best: FundTotal | null = null
  for (let index = totals.length - 1; index >= Math.max(0, totals.length - mostInRow); index--) {
    const total = totals[index]
    if (!total || (best && (total.row !== best.row || best.column === place.column))) break
    if (total.row === place.row && total.column > place.column) continue
    if (!best || isNearer(total, best, place.column)) best = total
  }
  return best
}

function isNearer(total: FundTotal, best: FundTotal, column: number): boolean {
  if (total.column > column) return best.column > column && total.column < best.column
  return best.column > column || total.column > best.column
}

function addCurrency(fields: FormFields, key: string, text: string): void {
  // `万元（保留两位小数）`, `元 币种：人民币`: whatever follows, such a line never names the budget unit.
  const unit = /^(?:人民币\s*)?(?:(万)\s*)?元(?:币种|(?![\p{Script=Han}\d]))/u.exec(text.trim())
  if (unit) fields.currency ||= unit[1] === undefined ? '元' : '万元'
  else if (/^单位(?:[(（]|$)/u.test(key)) addText(fields, 'unit.name', key, text, { row: 0, column: 0 })
  else addExtra(fields.extra, key, text)
}

function addYear(fields: FormFields, key: string, text: string): void {
  const year = /^((?:19|20)\d\d)年?度?$/u.exec(normalizeForMatch(text))?.[1]
  if (year && !fields.texts.has('year')) fields.texts.set('year', { key, text: year })
  else if (!year) addExtra(fields.extra, key, text)
}

function keepSecond(fields: FormFields, id: string, key: string, text: string): void {
  const first = fields.texts.get(id)
  if (first && first.text !== text && key !== '') addExtra(fields.extra, key, text)
}

/** Print of a goal box nobody filled in: `目标1：` `目标2：` `……`. */
function isBlankGoal(text: string): boolean {
  return (
    text.length <= 80 &&
    text
      .split('\n')
      .every((line) => /^(?:(?:总体|年度)?目标[\dnN一二三]*[:：、.]?)*[.．…·]*$/u.test(line.replace(/\s+/gu, '')))
  )
}

/** Print of an empty box: nothing, or only stamp and date words (盖章, 年 月 日). */
export function isBlankPrint(text: string): boolean {
  if (text.length > 60) return false
  return /^(?:(?:单位|部门)?(?:公章|盖章|签章|签字|签名)|[年月日\s()（）:：、_＿])*$/u.test(text)
}

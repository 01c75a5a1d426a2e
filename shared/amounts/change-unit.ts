/**
 * The unit of money of a table changed: the amounts stay as they are typed and mean the other unit, or are converted exactly
 * and mean what they meant. A text that names its own unit (820万元) means the same on either form and stays; so does what is
 * no amount.
 */
import { groupThousands } from '../values/decimal.ts'
import { parseMoney } from '../values/money.ts'
import type { CurrencyUnit } from '../values/money.ts'
import type { Funding, ProjectRecord } from '../model/project.ts'
import { paymentPath } from '../model/field-path.ts'
import { amountOf, isReckoned, isUnreadable, numberIn } from './amount.ts'
import { planMode } from './payment-plan.ts'

/** kept: the numbers as they are typed. converted: what they are worth. */
export type UnitChange = 'kept' | 'converted'

/** An amount typed without a unit on a form in `from`, as a form in `to` has it; any other text as it is. */
export function convertedText(text: string, from: string, to: CurrencyUnit): string {
  const money = parseMoney(text)
  const amount = amountOf(text, from || '万元')
  if (!money || !amount || money.unit !== '' || from === to || !isReckoned(from || '万元')) return text
  const number = numberIn(amount, to)
  const [sign = ''] = /^\s*[¥￥]?\s*/u.exec(text) ?? []
  return sign + (/[,，]/u.test(text) ? groupThousands(number) : number)
}

export interface ChangedUnit {
  record: ProjectRecord
  /** Amounts that were typed with a unit of their own, and stay. */
  withOwnUnit: string[]
  /** Texts that are no amounts, and stay: their paths. */
  unreadable: string[]
}

const names = ['total', 'fiscal', 'special', 'other'] as const
const blocks = ['funding', 'termFunding'] as const

/** `from`: the unit the table prints; a record of a list may be in another, and is then only brought along by `converted`. */
export function withUnit(record: ProjectRecord, from: string, to: CurrencyUnit, change: UnitChange): ChangedUnit {
  const own = record.funding.unit || from
  const mode = planMode(record.paymentPlan, record.funding.total, own)
  const isPlan = mode === 'amount'
  // neither the budget nor 100 %: nobody can tell whether these are amounts
  const unclear =
    mode === 'unclear' ? record.paymentPlan.flatMap((text, at) => (text === '' ? [] : paymentPath(at))) : []
  const places = [
    ...blocks.flatMap((block) => names.map((name) => ({ path: `${block}.${name}`, text: record[block][name] }))),
    ...(isPlan ? record.paymentPlan.map((text, index) => ({ path: paymentPath(index), text })) : []),
  ]
  const found = {
    withOwnUnit: places.filter(({ text }) => (parseMoney(text)?.unit ?? '') !== '').map(({ path }) => path),
    unreadable: [...places.filter(({ text }) => isUnreadable(text)).map(({ path }) => path), ...unclear],
  }
  if (change === 'kept') {
    const isOther = own !== from && record.funding.unit !== ''
    return { ...found, record: isOther ? record : { ...record, funding: { ...record.funding, unit: to } } }
  }
  const text = (one: string): string => convertedText(one, own, to)
  const funding = (block: Omit<Funding, 'unit'>) => ({
    total: text(block.total),
    fiscal: text(block.fiscal),
    special: text(block.special),
    other: text(block.other),
  })
  return {
    ...found,
    record: {
      ...record,
      funding: { ...record.funding, ...funding(record.funding), unit: to },
      termFunding: funding(record.termFunding),
      paymentPlan: isPlan ? record.paymentPlan.map(text) : record.paymentPlan,
    },
  }
}

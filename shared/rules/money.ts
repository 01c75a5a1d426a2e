/** Rules C: amounts (rules.md C). All arithmetic is exact; amounts typed with another unit than the form's are converted. */
import { quoted } from './quoted.ts'
import { amountOf, isNegative, isReckoned, isZero, negative, wanText } from '../amounts/amount.ts'
import { totalOfParts } from '../amounts/total-of-parts.ts'
import { knownUnit } from '../values/money.ts'
import { isBlank, isBlankOrNone } from '../values/text/blank.ts'
import { formUnit } from './funding-sum.ts'
import type { Finding, Rule, Subject } from './rule.ts'

export const moneyRules: Rule[] = [
  { code: 'R-MN-01', severity: 'error', basis: '', check: partsMakeTotal },
  { code: 'R-MN-03', severity: 'error', basis: '', check: amountsPlausible },
  { code: 'R-MN-05', severity: 'warning', basis: '', check: unitKnown },
]

const parts = ['fiscal', 'special', 'other'] as const
const blocks = [
  ['funding', '预算总额'],
  ['termFunding', '中期资金总额'],
] as const

function partsMakeTotal({ record, prints }: Subject): Finding[] {
  return blocks.flatMap(([block, name]): Finding[] => {
    const unit = formUnit(record)
    const texts = parts.filter((part) => prints(`${block}.${part}`)).map((part) => record[block][part])
    const found = totalOfParts(record[block].total, texts, unit)
    const total = amountOf(record[block].total, unit)
    if (!found?.isOff || !found.difference || !total) return []
    const { sum, difference } = found
    const words = `财政拨款等各项之和为 ${wanText(sum)} 万元，${name}为 ${wanText(total)} 万元`
    const apart = isNegative(difference) ? negative(difference) : difference
    return [{ path: `${block}.total`, message: `${words}，相差 ${wanText(apart)} 万元。` }]
  })
}

function unitKnown({ record, prints }: Subject): Finding[] {
  const { unit } = record.funding
  if (!prints('funding.unit') || unit === '' || knownUnit(unit) !== '') return []
  const counted = isReckoned(unit) ? '金额折算后计算' : '金额按万元计算'
  return [{ path: 'funding.unit', message: `金额单位${quoted(unit)}不是“万元”或“元”，${counted}。` }]
}

function amountsPlausible({ record }: Subject): Finding[] {
  return blocks.flatMap(([block, name]) =>
    (['total', ...parts] as const).flatMap((part): Finding[] => {
      const text = record[block][part]
      const path = `${block}.${part}`
      // a dash is how spreadsheets print zero; a total has to be a number
      if (isBlank(text) || (part !== 'total' && isBlankOrNone(text))) return []
      const amount = amountOf(text, formUnit(record))
      if (!amount) return [{ path, message: `${quoted(text)}不是金额，请只写数字，如 5646.60。` }]
      if (isNegative(amount)) return [{ path, message: `金额不能是负数：${text}。` }]
      if (part === 'total' && isZero(amount))
        return [{ path, severity: 'warning', message: `${name}为 0，请核实或写明理由。` }]
      return []
    }),
  )
}

/** Rules C: amounts (rules.md C). All arithmetic is exact; amounts typed with another unit than the form's are converted. */
import { quoted } from './quoted.ts'
import { toMicroWan } from '../values/money.ts'
import { isBlank, isBlankOrNone } from '../values/text/blank.ts'
import { formUnit } from './funding-sum.ts'
import type { Finding, Rule, Subject } from './rule.ts'
import { trimMarksEnd } from '../values/text/trim-marks.ts'

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

/** 0.005 万元: what rounding to two decimals can make. */
const toleranceMicroWan = 5000n

function partsMakeTotal({ record, prints }: Subject): Finding[] {
  return blocks.flatMap(([block, name]): Finding[] => {
    const unit = formUnit(record)
    const shown = parts.filter((part) => prints(`${block}.${part}`))
    const total = toMicroWan(record[block].total, unit)
    if (total === null || shown.every((part) => isBlank(record[block][part]))) return []
    const amounts = shown.map((part) =>
      isBlankOrNone(record[block][part]) ? 0n : toMicroWan(record[block][part], unit),
    )
    if (amounts.includes(null)) return []
    const sum = amounts.reduce<bigint>((all, amount) => all + (amount ?? 0n), 0n)
    const difference = sum - total
    if (difference <= toleranceMicroWan && difference >= -toleranceMicroWan) return []
    const words = `财政拨款等各项之和为 ${plainWan(sum)} 万元，${name}为 ${plainWan(total)} 万元`
    return [
      {
        path: `${block}.total`,
        message: `${words}，相差 ${plainWan(difference < 0n ? -difference : difference)} 万元。`,
      },
    ]
  })
}

function unitKnown({ record, prints }: Subject): Finding[] {
  const { unit } = record.funding
  if (!prints('funding.unit') || ['', '万元', '元'].includes(unit)) return []
  return [{ path: 'funding.unit', message: `金额单位${quoted(unit)}不是“万元”或“元”，金额按万元计算。` }]
}

function amountsPlausible({ record }: Subject): Finding[] {
  return blocks.flatMap(([block, name]) =>
    (['total', ...parts] as const).flatMap((part): Finding[] => {
      const text = record[block][part]
      const path = `${block}.${part}`
      // a dash is how spreadsheets print zero; a total has to be a number
      if (isBlank(text) || (part !== 'total' && isBlankOrNone(text))) return []
      const amount = toMicroWan(text, formUnit(record))
      if (amount === null) return [{ path, message: `${quoted(text)}不是金额，请只写数字，如 5646.60。` }]
      if (amount < 0n) return [{ path, message: `金额不能是负数：${text}。` }]
      if (part === 'total' && amount === 0n)
        return [{ path, severity: 'warning', message: `${name}为 0，请核实或写明理由。` }]
      return []
    }),
  )
}

/** Micro-万元 as a plain decimal of 万元 without trailing zeros. */
export function plainWan(microWan: bigint): string {
  const digits = (microWan < 0n ? -microWan : microWan).toString().padStart(7, '0')
  const decimals = trimMarksEnd(digits.slice(-6), '0')
  return `${microWan < 0n ? '-' : ''}${digits.slice(0, -6)}${decimals === '' ? '' : `.${decimals}`}`
}

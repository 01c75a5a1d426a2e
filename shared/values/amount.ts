/**
 * A number with scale and unit inside a target: `48.10万人`, `197.36元/人/年`, `100百分比`, `百分之九十五`. Input is
 * half-width text without white space (measure.ts prepares it).
 */
import { parseChineseNumber } from './chinese-number.ts'
import { parseDecimal, shiftDecimal } from './decimal.ts'
import { parseUnit } from './units.ts'

export interface Amount {
  /** Plain decimal as typed: '48.10'. */
  number: string
  /** 万, 亿, 千 …; '' without. */
  scale: string
  /** The unit without its scale: '人'; '' where none is written. */
  unit: string
  /** Number times scale, exact plain decimal: '481000'. */
  value: string
}

const scales: Record<string, number> = { 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8, 万亿: 12 }

const amountPattern = /^(-?\d[\d,]*(?:\.\d+)?)(\D.*)?$/su
const scaledPattern = /^(万亿|亿|千万|百万|十万|万|千|百)(.*)$/u
const fraction = /^(百|千)分之([\d.零〇一二两三四五六七八九十百]+)$/u

/** null when the text is anything but one number with its unit. */
export function parseAmount(text: string): Amount | null {
  const part = fraction.exec(text)
  if (part) {
    const number = parseChineseNumber(part[2] ?? '')
    return number === null ? null : { number, scale: '', unit: part[1] === '百' ? '%' : '‰', value: number }
  }
  const match = amountPattern.exec(text)
  const number = match && parseDecimal(match[1] ?? '')
  if (!match || number === null) return null
  const rest = match[2] ?? ''
  const scaled = scaledPattern.exec(rest)
  // 千克, 百分点 are units of their own; 千人 is a thousand people.
  if (scaled && !/^(?:千[克米瓦卡伏]|百分)/u.test(rest)) {
    const unit = parseUnit(scaled[2] ?? '')
    const scale = scaled[1] ?? ''
    return unit === null ? null : { number, scale, unit, value: shiftDecimal(number, scales[scale] ?? 0) }
  }
  const unit = parseUnit(rest)
  return unit === null ? null : { number, scale: '', unit, value: number }
}

/** Number, scale and unit in the form's spelling. */
export function formatAmountWithUnit(amount: Amount): string {
  return amount.number + amount.scale + amount.unit
}

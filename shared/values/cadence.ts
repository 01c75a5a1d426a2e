/**
 * How often, or how long after each period: `每季度结束后15日内`, `每月10日前`, `每年2次`, also cut off (`每季度结束后的,`).
 * Input is half-width text without white space and without final punctuation.
 */
import { parseChineseNumber } from './chinese-number.ts'

export interface Cadence {
  period: '年' | '半年' | '学期' | '季度' | '月' | '周' | '日'
  /** Days allowed after the period, or the day of the month; null where the text does not say. */
  days: number | null
  /** Times per period; null where the text does not say. */
  times: number | null
}

const numberWord = String.raw`[\d一二两三四五六七八九十]+`
const pattern = new RegExp(
  String.raw`^每(?:个|一)?(年度?|半年|学期|季度?|月|周|星期|日|天)(?:度)?` +
    String.raw`(?:末|底|初)?(?:结束)?(?:之?后)?(?:的)?(?:第)?` +
    String.raw`(?:(${numberWord})个?(?:工作|自然)?[日天号](?:之?内|以内|之?前|以前)?|(?:不少于|至少|≥)?(${numberWord})次(?:以上)?)?(?:完成|发放|拨付|到位|上报)?$`,
  'u',
)
const periods: Record<string, Cadence['period']> = { 年度: '年', 季: '季度', 星期: '周', 天: '日' }

export function parseCadence(text: string): Cadence | null {
  const match = pattern.exec(text)
  if (!match) return null
  const period = match[1] ?? ''
  return {
    period: periods[period] ?? (period as Cadence['period']), // the pattern allows no other word
    days: toNumber(match[2]),
    times: toNumber(match[3]),
  }
}

function toNumber(typed: string | undefined): number | null {
  const digits = typed === undefined ? null : parseChineseNumber(typed)
  return digits === null ? null : Number(digits)
}

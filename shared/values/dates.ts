/**
 * Dates and spans of time as targets: `2024年12月底前`, `2019年1月-2019年12月`, `2024-06`, `10月底`, `第三季度末`, `年底前`.
 * Input is half-width text without white space.
 */
import { parseChineseNumber } from './chinese-number.ts'

/** A day, month or year; null where the text does not say. Quarters and 年底 are given as their last month. */
export interface DatePoint {
  year: number | null
  month: number | null
  day: number | null
}

export interface DateSpan {
  /** null unless the text names a beginning. */
  from: DatePoint | null
  to: DatePoint
}

const ending =
  '(?:之前|以前|前|底前|底之前|底以前|末前|底|末|初|上旬|中旬|下旬)?(?:内)?(?:全部|全面)?(?:完成|完工|到位|实施|结束|拨付)?'
const lead = /^(?:截至|截止|不晚于|不迟于|于|在|[≤≦<]=?(?=(?:19|20)\d\d))/u
const ofYear = new RegExp(String.raw`^((?:19|20)\d\d)年度?(?:(\d{1,2})月(?:份)?(?:(\d{1,2})[日号])?)?${ending}$`, 'u')
const ofMonth =
  /^(\d{1,2})月(?:份)?(?:(\d{1,2})[日号])?(?:之前|以前|前|底前|底之前|底以前|末前|底|末|初|上旬|中旬|下旬)?(?:全部|全面)?(?:完成|完工|到位|实施|结束|拨付)?$/u
const dashed = /^((?:19|20)\d\d)[-/](\d{1,2})(?:[-/](\d{1,2}))?$|^((?:19|20)\d\d)\.(\d{1,2})\.(\d{1,2})$/u
const ofQuarter = new RegExp(
  String.raw`^(?:((?:19|20)\d\d)年(?=第?[一二三四1-4])第?|第|(?=[一二三四]))([一二三四1-4])季度?${ending}$`,
  'u',
)
const endOfYear = new RegExp(
  String.raw`^(?:当年|本年度?|年度)?年?(?<=年|年度)(?:底|末)${ending}$|^(?:当年|本年度?|年度)内(?:完成|到位)?$`,
  'u',
)
const rangeMark = /[-~—–]+|至|到/gu

/** null when the text is no date. */
export function parseDateSpan(text: string): DateSpan | null {
  const single = parseDatePoint(text.replace(lead, ''))
  if (single) return { from: null, to: single }
  for (const mark of text.matchAll(rangeMark)) {
    const last = parseDatePoint(text.slice(mark.index + mark[0].length))
    const first = last && parseFirst(text.slice(0, mark.index), last)
    if (last && first) return { from: first, to: last }
  }
  return null
}

/** The beginning of a span: a date, or less of one in the manner of the end (`2023-2025年`, `1-6月`). */
function parseFirst(text: string, last: DatePoint): DatePoint | null {
  const point = parseDatePoint(text) ?? parseDatePoint(`${text}${last.month === null ? '年' : '月'}`)
  return point && { ...point, year: point.year ?? last.year }
}

function parseDatePoint(text: string): DatePoint | null {
  const yearMatch = ofYear.exec(text)
  if (yearMatch) return point(yearMatch[1], yearMatch[2], yearMatch[3])
  const monthMatch = ofMonth.exec(text)
  if (monthMatch) return point(undefined, monthMatch[1], monthMatch[2])
  const dashedMatch = dashed.exec(text)
  if (dashedMatch) {
    return point(dashedMatch[1] ?? dashedMatch[4], dashedMatch[2] ?? dashedMatch[5], dashedMatch[3] ?? dashedMatch[6])
  }
  const quarterMatch = ofQuarter.exec(text)
  if (quarterMatch) {
    const quarter = Number(parseChineseNumber(quarterMatch[2] ?? ''))
    return point(quarterMatch[1], String(quarter * 3), undefined)
  }
  return endOfYear.test(text) ? { year: null, month: 12, day: null } : null
}

function point(year: string | undefined, month: string | undefined, day: string | undefined): DatePoint | null {
  const date = { year: toNumber(year), month: toNumber(month), day: toNumber(day) }
  const monthExists = date.month === null || (date.month >= 1 && date.month <= 12)
  return monthExists && (date.day === null || (date.day >= 1 && date.day <= lastDayOf(date.year, date.month)))
    ? date
    : null
}

function toNumber(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits)
}

/** The last day a date can mean, as a number that sorts: 20241231. null without a year. */
export function lastDay(date: DatePoint): number | null {
  if (date.year === null) return null
  const month = date.month ?? 12
  return date.year * 10000 + month * 100 + (date.day ?? lastDayOf(date.year, month))
}

function lastDayOf(year: number | null, month: number | null): number {
  if (month === 2) return year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

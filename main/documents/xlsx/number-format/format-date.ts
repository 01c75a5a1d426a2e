/**
 * A date serial (days since the end of 1899, fraction = time of day) under a date section. 1900 counts as a leap year,
 * as spreadsheets do it; the 1904 system starts 1,462 days later.
 */
import type { Section, Token } from './parse-format.ts'
import { roundToText } from './decimal.ts'

const months = 'January February March April May June July August September October November December'.split(' ')
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
const chineseDigits = '〇一二三四五六七八九'
/** 9999-12-31. */
const lastSerial = 2_958_466

interface Moment {
  year: number
  month: number
  day: number
  weekday: number
  hour: number
  minute: number
  second: number
  /** Fraction of the second as digits after the point. */
  fraction: string
  /** Whole days, for elapsed hours. */
  days: number
}

/** null where the serial is no date (negative, too large): the cell then shows no date either. */
export function formatDate(value: number, section: Section, date1904: boolean): string | null {
  const serial = date1904 ? value + 1462 : value
  if (serial < 0 || serial >= lastSerial || !Number.isFinite(serial)) return null
  const places = fractionPlaces(section.tokens)
  const moment = momentOf(serial, places, value)
  const halfDay = section.tokens.some((token) => token.type === 'half-day')
  let text = ''
  let afterPoint = false
  let fractionIndex = 0
  for (const token of section.tokens) {
    if (token.type === 'date') text += datePart(token, moment, halfDay, section.chineseNumerals)
    else if (token.type === 'half-day') text += moment.hour < 12 ? token.am : token.pm
    else if (token.type === 'literal') text += token.text
    else if (token.type === 'slash') text += '/'
    else if (token.type === 'point') {
      text += '.'
      afterPoint = true
    } else if (token.type === 'digit') text += afterPoint ? moment.fraction.charAt(fractionIndex++) : '0'
  }
  return text
}

function fractionPlaces(tokens: Token[]): number {
  const point = tokens.findIndex(({ type }) => type === 'point')
  return point === -1 ? 0 : Math.min(3, tokens.slice(point).filter(({ type }) => type === 'digit').length)
}

function momentOf(serial: number, places: number, value: number): Moment {
  const [whole = '0', fraction = ''] = roundToText((serial - Math.floor(serial)) * 86_400, places).split('.')
  const carry = Number(whole) >= 86_400 ? 1 : 0
  const days = Math.floor(serial) + carry
  const seconds = carry ? 0 : Number(whole)
  // Day 60 is the 29 February 1900 that never was; the days before it are one off in the calendar.
  const date = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * 86_400_000)
  const isLeapGhost = days === 60
  return {
    year: date.getUTCFullYear(),
    month: isLeapGhost ? 2 : date.getUTCMonth() + 1,
    day: isLeapGhost ? 29 : date.getUTCDate(),
    weekday: (days + 6) % 7,
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    fraction,
    days: Math.floor(value) + carry,
  }
}

function datePart(token: Token & { type: 'date' }, moment: Moment, halfDay: boolean, chinese: boolean): string {
  const { unit, length, elapsed } = token
  const number = (value: number) => (chinese ? chineseNumber(value) : String(value).padStart(Math.min(length, 2), '0'))
  const hours = moment.days * 24 + moment.hour
  if (elapsed) {
    const value =
      unit === 'h'
        ? hours
        : unit === 'n'
          ? hours * 60 + moment.minute
          : (hours * 60 + moment.minute) * 60 + moment.second
    return String(value).padStart(length, '0')
  }
  switch (unit) {
    case 'y':
    case 'e': {
      const year = unit === 'y' && length <= 2 ? String(moment.year % 100).padStart(2, '0') : String(moment.year)
      return chinese ? year.replace(/\d/g, (digit) => chineseDigits.charAt(Number(digit))) : year
    }
    case 'm': {
      const name = months[moment.month - 1] ?? ''
      if (length === 3) return name.slice(0, 3)
      if (length >= 4) return length === 5 ? name.charAt(0) : name
      return number(moment.month)
    }
    case 'd': {
      const name = weekdays[moment.weekday] ?? ''
      if (length >= 3) return length === 3 ? name.slice(0, 3) : name
      return number(moment.day)
    }
    case 'a':
      return `${length >= 4 ? '星期' : ''}${'日一二三四五六'.charAt(moment.weekday)}`
    case 'h':
      return number(halfDay ? moment.hour % 12 || 12 : moment.hour)
    case 'n':
      return number(moment.minute)
    default:
      return number(moment.second)
  }
}

/** 0–99 in Chinese numerals: 二十三. */
function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10)
  const ones = chineseDigits.charAt(value % 10)
  if (tens === 0) return ones
  return `${tens === 1 ? '' : chineseDigits.charAt(tens)}十${value % 10 === 0 ? '' : ones}`
}

/**
 * How a spreadsheet keeps a typed amount or weight: as a number whose format prints exactly the typed text, and whatever
 * is typed over it later. A format that froze the decimals would show 400.25, typed over 386.5, as 400.3.
 */
import { decimalsOf } from './decimal.ts'
import { toHalfWidth } from './text/normalize.ts'

export interface SpreadsheetNumber {
  /** Exact plain decimal; '' where the cell has none as yet. */
  value: string
  /** The number format in the language of Excel's files. */
  format: string
}

/** A cell without a number, in which one that is typed becomes one: Excel's sums leave out numbers in the format Text. */
const numberToCome: SpreadsheetNumber = { value: '', format: 'General' }

const plainNumber = /^-?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?$/u

/** What a double holds exactly. */
const mostDigits = 15

/** 0.000001 万元 is 1 分: no amount has more decimals than six unless they were typed. */
const usualDecimals = 6

/**
 * General shows a number as it was typed, but cuts it to eleven characters, and to the width of its column (the narrowest
 * of a form holds nine).
 */
const mostGeneral = 9

/**
 * How a cell for numbers keeps its text: as the number it is; else as a text beside which a number can be typed; null for
 * one that Excel would take for something else when it is entered again (a formula, 007, 10%, 3-5): it needs the format Text.
 */
export function numericCell(text: string): SpreadsheetNumber | null {
  return spreadsheetNumber(text) ?? (mistakable.test(toHalfWidth(text)) ? null : numberToCome)
}

const mistakable = /^(?:\s*[=+\-@].*|[\s\d.,:/()%¥￥$年月日时分秒eE+-]+)$/su

/**
 * The number and the format that print exactly `text`: `5646.60` → 5646.60 in `0.00####`. null where Excel would print
 * something else: no plain decimal, leading zeros, a plus, spaces, full-width digits, minus zero, or more than 15
 * significant digits.
 */
export function spreadsheetNumber(text: string): SpreadsheetNumber | null {
  if (!plainNumber.test(text)) return null
  const value = text.replaceAll(',', '')
  const digits = value.replace(/[-.]/gu, '').replace(/^0+/u, '')
  if (digits.length > mostDigits || decimalsOf(value) > mostDigits || (text.startsWith('-') && digits === ''))
    return null
  return { value, format: formatOf(text, value) }
}

function formatOf(text: string, value: string): string {
  const decimals = decimalsOf(value)
  const grouped = text.includes(',')
  if (decimals === 0) return wholeFormat(text, grouped)
  const endsInZero = value.endsWith('0')
  if (!grouped && !endsInZero && value.length <= mostGeneral) return 'General'
  const kept = endsInZero ? decimals : 1
  return `${grouped ? '#,##0' : '0'}.${'0'.repeat(kept)}${'#'.repeat(Math.max(decimals, usualDecimals) - kept)}`
}

/**
 * No format shows decimals only where there are some, except General, which has no thousands and no more than eleven
 * characters. So a number as long as the typed one keeps its format, and shorter ones are General. A negative number
 * keeps its own: the sections of a format part at its sign.
 */
function wholeFormat(text: string, grouped: boolean): string {
  if (grouped) return text.startsWith('-') ? '#,##0' : '[<1000]General;#,##0'
  if (text.length <= mostGeneral) return 'General'
  return text.startsWith('-') ? '0' : `[<1${'0'.repeat(mostGeneral)}]General;0`
}

/**
 * Exact decimals as plain text: '5646.60', '-3', '0.5'. No exponent, no commas, no leading zeros or plus; the decimals
 * are those that were typed. All arithmetic of the program starts from these texts and uses big.js, never floats.
 */
import { Big } from 'big.js'
import { toHalfWidth } from './text/normalize.ts'
import { trimMarksEnd } from './text/trim-marks.ts'

const typedDecimal = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d+))?$/u

/** Far beyond any amount; keeps arithmetic on hostile input short. */
const longestNumber = 100

/**
 * The plain decimal of a typed number: full-width digits, thousands commas (groups of three), a sign, `.5`.
 * null when the text is anything else.
 */
export function parseDecimal(text: string): string | null {
  if (text.length > longestNumber) return null
  const typed = toHalfWidth(text).trim().replace('−', '-')
  const match = typedDecimal.exec(typed)
  if (!match) return null
  const [, sign, whole, fraction] = match
  if (whole === undefined && fraction === undefined) return null
  const digits = (whole ?? '0').replaceAll(',', '').replace(/^0+(?=\d)/u, '')
  const plain = fraction === undefined ? digits : `${digits}.${fraction}`
  return sign === '-' && /[1-9]/u.test(plain) ? `-${plain}` : plain
}

/** How many decimals a plain decimal is written with. */
export function decimalsOf(plain: string): number {
  const point = plain.indexOf('.')
  return point < 0 ? 0 : plain.length - point - 1
}

/** A plain decimal times 10^places, exactly; with so many decimals, else without trailing zeros of the fraction. */
export function shiftDecimal(plain: string, places: number, decimals?: number): string {
  return Big(plain)
    .times(Big(`1e${places}`))
    .toFixed(decimals)
}

/** Without trailing zeros of the fraction: '78.60' → '78.6', '5.00' → '5'. */
export function trimDecimal(plain: string): string {
  return plain.includes('.') ? trimMarksEnd(trimMarksEnd(plain, '0'), '.') : plain
}

/** Thousands commas in the whole part: '-786000.00' → '-786,000.00'. */
export function groupThousands(plain: string): string {
  const [whole = '', fraction] = plain.split('.')
  const digits = whole.replace('-', '')
  const first = digits.length % 3
  const groups = digits.slice(first).match(/\d{3}/gu) ?? []
  const grouped =
    whole.slice(0, whole.length - digits.length) + [digits.slice(0, first), ...groups].join(',').replace(/^,/u, '')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/**
 * A number under the format General. Eleven characters as in a wide Excel cell (0.333333333, 1234567.123); whole numbers
 * keep all digits up to 15, where Excel would shorten 12 digits to 1.23457E+11: these are codes and must not be lost.
 */
import { trimDecimal } from '../../../../shared/values/decimal.ts'
import { roundToText } from './decimal.ts'

export function formatGeneral(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value === 0 ? 0 : value)
  if (!Number.isFinite(value)) return String(value)
  const plain = String(value)
  if (plain.length <= 11 && !plain.includes('e')) return plain // most cells: nothing to round
  const sign = value < 0 ? '-' : ''
  const size = Math.abs(value)
  if (size >= 1e15) return sign + scientific(size)
  const wholeDigits = size < 1 ? 1 : Math.floor(Math.log10(size)) + 1
  const text = trimDecimal(roundToText(size, Math.max(0, 10 - wholeDigits)))
  if (size < 1e-4 && trimDecimal(roundToText(size, 20)) !== text) return sign + scientific(size)
  return text === '0' ? text : sign + text
}

/** The same with every digit a spreadsheet keeps of the number. */
export function formatAllDigits(value: number): string {
  const plain = String(value)
  if (plain.length <= 15 && !plain.includes('e')) return value === 0 ? '0' : plain // most cells: nothing to round
  const size = Math.abs(value)
  if (size >= 1e15 || (size < 1e-9 && size > 0) || !Number.isFinite(size)) return formatGeneral(value)
  return (value < 0 ? '-' : '') + trimDecimal(roundToText(size, mostDecimals))
}

/** Fifteen digits of the smallest number written without an exponent. */
const mostDecimals = 24

function scientific(size: number): string {
  const [mantissa = '0', exponent = '0'] = size.toExponential(5).split('e')
  const power = Number(exponent)
  return `${trimDecimal(mantissa)}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`
}

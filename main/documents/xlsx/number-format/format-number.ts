/** A non-negative number under a number section: digits are filled into the placeholders, text between them stays. */
import type { Section, Token } from './parse-format.ts'
import { roundToText } from './decimal.ts'
import { trimMarksEnd } from '../../../../shared/values/text/trim-marks.ts'

export function formatDigits(size: number, section: Section): string {
  const scaled = scaledBy(section, size)
  const { tokens } = section
  const exponent = tokens.findIndex(({ type }) => type === 'exponent')
  if (exponent !== -1) return scientific(scaled, section, exponent)
  const slash = tokens.findIndex(({ type }) => type === 'slash')
  if (slash > 0 && tokens.slice(slash).some(({ type }) => type === 'digit')) return fraction(scaled, section, slash)
  return plain(scaled, tokens, section.grouped)
}

const scaledBy = ({ percents, thousands }: Section, size: number): number => size * 100 ** percents * 0.001 ** thousands

/** More decimals than a number of fifteen digits shows in any cell. */
const mostDecimals = 20

/** The section with as many decimals more as the number has: `0.0` for 400.25 as `0.0#`. Scientific and fractions stay. */
export function withAllDecimals(section: Section, size: number): Section {
  const scaled = scaledBy(section, size)
  if (Number.isInteger(scaled)) return section
  const { tokens } = section
  if (tokens.some(({ type }) => type === 'exponent' || type === 'slash')) return section
  const point = tokens.findIndex(({ type }) => type === 'point')
  const shown = point === -1 ? 0 : countDigits(tokens.slice(point))
  const plain = String(scaled)
  const isExact = plain.length <= 15 && !plain.includes('e') // most cells: nothing to round
  const [, decimals = ''] = (isExact ? plain : roundToText(scaled, mostDecimals)).split('.')
  const missing = trimMarksEnd(decimals, '0').length - shown
  if (missing <= 0) return section
  const behind =
    Math.max(
      point,
      tokens.findLastIndex(({ type }) => type === 'digit'),
    ) + 1
  const more: Token[] = Array.from({ length: missing }, () => ({ type: 'digit', fill: '#' }))
  return {
    ...section,
    tokens: tokens.toSpliced(behind, 0, ...(point === -1 ? [{ type: 'point' } as const] : []), ...more),
  }
}

function plain(value: number, tokens: readonly Token[], grouped: boolean): string {
  const point = tokens.findIndex(({ type }) => type === 'point')
  const whole = point === -1 ? tokens : tokens.slice(0, point)
  const after = point === -1 ? [] : tokens.slice(point + 1)
  const places = Math.min(30, countDigits(after))
  const [wholeText = '0', decimals = ''] = roundToText(value, places).split('.')
  return (
    fillWhole(wholeText === '0' ? '' : wholeText, whole, grouped) +
    (point === -1 ? '' : '.') +
    fillDecimals(decimals, after)
  )
}

function countDigits(tokens: readonly Token[]): number {
  return tokens.filter(({ type }) => type === 'digit').length
}

/** From the right: one digit a placeholder, all that is left at the first one. */
function fillWhole(digits: string, tokens: readonly Token[], grouped: boolean): string {
  const first = tokens.findIndex(({ type }) => type === 'digit')
  let text = ''
  let position = 0
  let rest = digits
  const put = (character: string) => {
    if (grouped && position > 0 && position % 3 === 0 && character !== ' ') text = `,${text}`
    text = character + text
    position++
  }
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index]
    if (token?.type === 'literal') text = token.text + text
    if (token?.type !== 'digit') continue
    const digit = rest.at(-1)
    rest = rest.slice(0, -1)
    if (digit !== undefined) put(digit)
    else if (token.fill !== '#') put(token.fill === '0' ? '0' : ' ')
    if (index === first) for (let left = rest.length - 1; left >= 0; left--) put(rest.charAt(left))
  }
  return text
}

/** From the left; trailing zeros show only under `0`. */
function fillDecimals(decimals: string, tokens: readonly Token[]): string {
  const shown = trimMarksEnd(decimals, '0').length
  let text = ''
  let position = 0
  for (const token of tokens) {
    if (token.type === 'literal') text += token.text
    if (token.type !== 'digit') continue
    if (position < shown || token.fill === '0') text += decimals.charAt(position)
    else if (token.fill === '?') text += ' '
    position++
  }
  return text
}

function scientific(value: number, section: Section, exponent: number): string {
  const mantissa = section.tokens.slice(0, exponent)
  const token = section.tokens[exponent]
  const point = mantissa.findIndex(({ type }) => type === 'point')
  const wholeDigits = Math.max(1, countDigits(point === -1 ? mantissa : mantissa.slice(0, point)))
  let power = value === 0 ? 0 : Math.floor(Math.log10(value))
  if (wholeDigits > 1) power = Math.floor(power / wholeDigits) * wholeDigits
  const sign = power < 0 ? '-' : token?.type === 'exponent' && token.plus ? '+' : ''
  const powerText = fillWhole(power === 0 ? '' : String(Math.abs(power)), section.tokens.slice(exponent + 1), false)
  return `${plain(value / 10 ** power, mantissa, false)}E${sign}${powerText}`
}

/** `# ?/?`: the nearest fraction whose denominator has as many digits as there are placeholders. */
function fraction(value: number, section: Section, slash: number): string {
  const { tokens } = section
  const below = tokens.slice(slash + 1)
  const largest = 10 ** Math.min(3, countDigits(below)) - 1
  const hasWhole = tokens
    .slice(0, slash)
    .some((token, index) => token.type === 'literal' && countDigits(tokens.slice(0, index)) > 0)
  const whole = hasWhole ? Math.floor(value) : 0
  let best = { numerator: Math.round(value - whole), denominator: 1 }
  for (let denominator = 1; denominator <= largest; denominator++) {
    const numerator = Math.round((value - whole) * denominator)
    const error = Math.abs(numerator / denominator - (value - whole))
    if (error < Math.abs(best.numerator / best.denominator - (value - whole)) - 1e-12) best = { numerator, denominator }
  }
  if (hasWhole && best.numerator === best.denominator) return String(whole + 1)
  if (hasWhole && best.numerator === 0) return String(whole)
  return `${hasWhole && whole > 0 ? `${whole} ` : ''}${best.numerator}/${best.denominator}`
}

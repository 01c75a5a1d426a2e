/**
 * The meaning of a target (指标值): `≥31万人`, `约40人/年`, `2-7秒内`, `2024年12月底前`, `有所提高`. The typed text stays in
 * `raw` and is what the form prints; everything else is derived beside it. Numbers are exact plain decimals (decimal.ts).
 */
import { formatAmountWithUnit, parseAmount } from './amount.ts'
import type { Amount } from './amount.ts'
import { parseCadence } from './cadence.ts'
import type { Cadence } from './cadence.ts'
import { parseDateSpan } from './dates.ts'
import type { DateSpan } from './dates.ts'
import { isGradedWord } from './graded-words.ts'
import { fillingOf, isBlank } from './text/blank.ts'
import { toHalfWidth } from './text/normalize.ts'
import { splitOperator } from './operators.ts'
import type { Operator } from './operators.ts'
import { trimMarksEnd } from './text/trim-marks.ts'

export type Measure = Placeholder | Quantity | Range | Tolerance | DateMeasure | CadenceMeasure | Words

/** Nothing was filled in: '', `/`, `—`, `XX%`, `**`, 无. */
export interface Placeholder {
  kind: 'placeholder'
  raw: string
}

/** One number compared with an operator; `implied`: none was written, = is meant. */
export interface Quantity extends Amount {
  kind: 'quantity'
  raw: string
  operator: Operator
  implied: boolean
  /** A remark in brackets behind the value, with its brackets; '' without. */
  note: string
}

/** From … to …, both ends included. A bare first number has the scale and unit of the second. */
export interface Range {
  kind: 'range'
  raw: string
  from: Amount
  to: Amount
  /** The first number was written without a unit. */
  bareFrom: boolean
  /** 内 or 以内 stands behind it. */
  within: boolean
  /** 约 or 左右 stands with it. */
  about: boolean
  note: string
}

/** ± amount. */
export interface Tolerance extends Amount {
  kind: 'tolerance'
  raw: string
}

export interface DateMeasure extends DateSpan {
  kind: 'date'
  raw: string
}

export interface CadenceMeasure extends Cadence {
  kind: 'cadence'
  raw: string
}

/** graded: a word of degree (有所提高); text: any other words. */
export interface Words {
  kind: 'graded' | 'text'
  raw: string
}

/** A longer text is never a value but a sentence. */
const longestValue = 200

/** Understands any text; what has no other meaning is `text`. */
export function parseMeasure(raw: string): Measure {
  if (raw.length > longestValue) return { kind: isBlank(raw) ? 'placeholder' : 'text', raw }
  const text = trimMarksEnd(withoutSpaces(toHalfWidth(raw)), ',，。.;；、')
  if (fillingOf(text) !== 'filled') return { kind: 'placeholder', raw }
  const bracketed = /^([^()]+)(\([^()]*\))$/u.exec(text)
  return (
    parseTimed(raw, text) ??
    parseTolerance(raw, text) ??
    parseNumbers(raw, text, '') ??
    (bracketed && parseNumbers(raw, bracketed[1] ?? '', bracketed[2] ?? '')) ?? {
      kind: isGradedWord(text) ? 'graded' : 'text',
      raw,
    }
  )
}

/** Spaces between digits part two numbers and stay. */
const withoutSpaces = (text: string): string =>
  text.replace(/\s+/gu, (spaces, at: number) =>
    /\d/u.test(text.charAt(at - 1)) && /\d/u.test(text.charAt(at + spaces.length)) ? spaces : '',
  )

/** The typed text; the inverse of parseMeasure. */
export function formatMeasure(measure: Measure): string {
  return measure.raw
}

/** The form's spelling: half-width, ≥ ≤ = for every word and sign, 约 before the value, %. Words and dates as typed. */
export function canonicalMeasure(measure: Measure): string {
  switch (measure.kind) {
    case 'quantity': {
      const sign = measure.operator === '≈' ? '约' : measure.implied ? '' : measure.operator
      return sign + formatAmountWithUnit(measure) + measure.note
    }
    case 'range': {
      const from = measure.bareFrom ? measure.from.number : formatAmountWithUnit(measure.from)
      return `${measure.about ? '约' : ''}${from}-${formatAmountWithUnit(measure.to)}${measure.within ? '内' : ''}${measure.note}`
    }
    case 'tolerance':
      return `±${formatAmountWithUnit(measure)}`
    default:
      return measure.raw
  }
}

/** Has a number that can be counted up in proportion (定量). */
export function isQuantitative(measure: Measure): measure is Quantity | Range | Tolerance {
  return measure.kind === 'quantity' || measure.kind === 'range' || measure.kind === 'tolerance'
}

/** Words only (定性). Dates, cadences and placeholders are neither. */
export function isQualitative(measure: Measure): measure is Words {
  return measure.kind === 'graded' || measure.kind === 'text'
}

function parseTimed(raw: string, text: string): Measure | null {
  if (!/[年月季末底每周日天]|^(?:19|20)\d\d[-/.]/u.test(text)) return null
  const cadence = text.startsWith('每') ? parseCadence(text) : null
  if (cadence) return { kind: 'cadence', raw, ...cadence }
  const date = parseDateSpan(text)
  return date && { kind: 'date', raw, ...date }
}

function parseTolerance(raw: string, text: string): Measure | null {
  if (!text.startsWith('±')) return null
  const amount = parseAmount(text.slice(1).replace(/(?:以|之)?内$/u, ''))
  return amount && { kind: 'tolerance', raw, ...amount }
}

function parseNumbers(raw: string, text: string, note: string): Measure | null {
  if (!/\d|[百千]分之/u.test(text)) return null
  const { operator, value } = splitOperator(text)
  const amount = parseAmount(value)
  if (amount) return { kind: 'quantity', raw, operator: operator ?? '=', implied: operator === null, ...amount, note }
  if (operator !== null && operator !== '≤' && operator !== '≈') return null
  const ends = parseEnds(value)
  return ends && { kind: 'range', raw, ...ends, within: operator === '≤', about: operator === '≈', note }
}

const rangeMark = /[-~—–]+|至|到/gu

function parseEnds(text: string): Pick<Range, 'from' | 'to' | 'bareFrom'> | null {
  const mark = [...text.matchAll(rangeMark)].find(({ index }) => index > 0) // in front it is a sign
  const end = mark && text.slice(mark.index + mark[0].length).replace(/(?:之间|区间)$/u, '')
  const to = end === undefined ? null : parseAmount(end)
  const typed = mark ? parseAmount(text.slice(0, mark.index)) : null
  if (!to || !typed) return null
  const bareFrom = typed.unit === '' && typed.scale === ''
  const from = bareFrom ? parseAmount(typed.number + to.scale + to.unit) : typed
  return from && { from, to, bareFrom }
}

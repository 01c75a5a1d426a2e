/**
 * A number format code (`#,##0.00;[红色]-0"元"`) as sections of tokens. Padding (`_x`, `*x`) and colours have no text
 * and are dropped. What it cannot understand it keeps as literal text; it never throws.
 */
import { walk } from '../../../../shared/values/text/walk.ts'

export type Token =
  | { type: 'literal'; text: string }
  | { type: 'digit'; fill: '0' | '#' | '?' }
  | { type: 'point' }
  | { type: 'exponent'; plus: boolean }
  | { type: 'slash' }
  | { type: 'general' }
  | { type: 'text' }
  /** `y m d h s e a`, `n` for minutes; elapsed: `[h]`. */
  | { type: 'date'; unit: string; length: number; elapsed: boolean }
  | { type: 'half-day'; am: string; pm: string }

export interface Section {
  kind: 'number' | 'date' | 'general' | 'text' | 'literal'
  tokens: Token[]
  condition: { operator: string; value: number } | null
  percents: number
  /** Commas after the last digit: each divides by a thousand. */
  thousands: number
  grouped: boolean
  /** [DBNum1]: Chinese numerals in dates. */
  chineseNumerals: boolean
}

export interface NumberFormat {
  sections: Section[]
}

/** Excel allows 255. */
const longestCode = 1000

const parsed = new Map<string, NumberFormat>()

export function parseFormat(code: string): NumberFormat {
  const known = parsed.get(code)
  if (known) return known
  const format = { sections: splitSections(code.slice(0, longestCode)).slice(0, 4).map(parseSection) }
  if (parsed.size > 1000) parsed.clear()
  parsed.set(code, format)
  return format
}

function splitSections(code: string): string[] {
  const sections: string[] = []
  let start = 0
  walk(0, code.length, (index) => {
    const character = code[index]
    if (character === '"') return endOf(code, '"', index + 1) + 1
    if (character === '[') return endOf(code, ']', index + 1) + 1
    if (isEscape(code, index) || character === '_' || character === '*') return index + 2
    if (character === ';') {
      sections.push(code.slice(start, index))
      start = index + 1
    }
    return index + 1
  })
  return [...sections, code.slice(start)]
}

/** The sign behind it stands as it is. The Chinese Excel and WPS write `!` (`0!.0,`); last in its section it is a sign. */
function isEscape(code: string, index: number): boolean {
  if (code[index] === '!') return index + 1 < code.length && code[index + 1] !== ';'
  return code[index] === '\\'
}

/** Index of the closing mark, or the end of the text. */
function endOf(code: string, mark: string, from: number): number {
  const end = code.indexOf(mark, from)
  return end === -1 ? code.length : end
}

const patterns: [RegExp, (match: RegExpExecArray) => Token][] = [
  [/(?:General|G\/通用格式)/iy, () => ({ type: 'general' })],
  [/AM\/PM/iy, () => ({ type: 'half-day', am: 'AM', pm: 'PM' })],
  [/A\/P/iy, () => ({ type: 'half-day', am: 'A', pm: 'P' })],
  [/上午\/下午/y, () => ({ type: 'half-day', am: '上午', pm: '下午' })],
  [/E([+-])/iy, (match) => ({ type: 'exponent', plus: match[1] === '+' })],
  [
    /y+|m+|d+|h+|s+|e+|aaa+/iy,
    (match) => ({ type: 'date', unit: match[0].charAt(0).toLowerCase(), length: match[0].length, elapsed: false }),
  ],
  [/[0#?]/y, (match) => ({ type: 'digit', fill: match[0] as '0' | '#' | '?' })], // the pattern allows no other
  [/\./y, () => ({ type: 'point' })],
  [/\//y, () => ({ type: 'slash' })],
  [/@/y, () => ({ type: 'text' })],
]

/** `[$-F800]` and `[$-F400]` stand for the system's long date and time, whatever follows. */
function parseSection(written: string): Section {
  const code = /\[\$-F800\]/i.test(written) ? 'yyyy"年"m"月"d"日"' : /\[\$-F400\]/i.test(written) ? 'h:mm:ss' : written
  const section: Section = {
    kind: 'literal',
    tokens: [],
    condition: null,
    percents: 0,
    thousands: 0,
    grouped: false,
    chineseNumerals: false,
  }
  const literal = (text: string) => section.tokens.push({ type: 'literal', text })
  walk(0, code.length, (index) => {
    const character = code.charAt(index)
    if (character === '"') {
      const end = endOf(code, '"', index + 1)
      literal(code.slice(index + 1, end))
      return end + 1
    }
    if (isEscape(code, index)) {
      literal(code.charAt(index + 1))
      return index + 2
    }
    if (character === '_' || character === '*') return index + 2
    if (character === '[') {
      const end = endOf(code, ']', index + 1)
      readBracket(section, code.slice(index + 1, end))
      return end + 1
    }
    if (character === ',') readComma(section, code, index)
    else if (character === '%') {
      section.percents++
      literal('%')
    } else {
      const token = matchToken(code, index)
      section.tokens.push(token?.token ?? { type: 'literal', text: character })
      return index + (token?.length ?? 1)
    }
    return index + 1
  })
  // `[红色]` alone is General in red
  if (section.tokens.length === 0 && code.includes('[')) section.tokens.push({ type: 'general' })
  section.kind = kindOf(section.tokens)
  if (section.kind === 'date') markMinutes(section.tokens)
  return section
}

function matchToken(code: string, index: number): { token: Token; length: number } | null {
  for (const [pattern, toToken] of patterns) {
    pattern.lastIndex = index
    const match = pattern.exec(code)
    if (match) return { token: toToken(match), length: match[0].length }
  }
  return null
}

function readBracket(section: Section, content: string): void {
  const condition = /^([<>=]{1,2})\s*(-?[\d.]+)$/.exec(content)
  if (condition) section.condition = { operator: condition[1] ?? '', value: Number(condition[2]) }
  else if (/^(h+|m+|s+)$/i.test(content)) {
    const unit = content.charAt(0).toLowerCase()
    section.tokens.push({ type: 'date', unit: unit === 'm' ? 'n' : unit, length: content.length, elapsed: true })
  } else if (content.startsWith('$')) {
    const currency = content.slice(1).split('-')[0] ?? ''
    if (currency !== '') section.tokens.push({ type: 'literal', text: currency })
  } else if (/^DBNum1$/i.test(content)) section.chineseNumerals = true
}

/** Between digits a comma groups thousands; after the last digit it scales; elsewhere it is text. */
function readComma(section: Section, code: string, index: number): void {
  if (section.tokens.at(-1)?.type !== 'digit') section.tokens.push({ type: 'literal', text: ',' })
  else if (/^,*[0#?]/.test(code.slice(index, index + 20))) section.grouped = true
  else section.thousands++
}

function kindOf(tokens: Token[]): Section['kind'] {
  if (tokens.some(({ type }) => type === 'date' || type === 'half-day')) return 'date'
  if (tokens.some(({ type }) => type === 'general')) return 'general'
  if (tokens.some(({ type }) => type === 'text')) return 'text'
  return tokens.some(({ type }) => type === 'digit') ? 'number' : 'literal'
}

/** `m` is minutes after hours or before seconds. */
function markMinutes(tokens: Token[]): void {
  const dates = tokens.filter((token) => token.type === 'date')
  dates.forEach((token, index) => {
    if (token.unit !== 'm' || token.length > 2) return
    if (dates[index - 1]?.unit === 'h' || dates[index + 1]?.unit === 's') token.unit = 'n'
  })
}

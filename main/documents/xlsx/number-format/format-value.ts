/** The text a cell shows for a stored number or text under its number format. */
import { formatDate } from './format-date.ts'
import { formatDigits, withAllDecimals } from './format-number.ts'
import { formatAllDigits, formatGeneral } from './general.ts'
import { parseFormat } from './parse-format.ts'
import type { NumberFormat, Section } from './parse-format.ts'

/**
 * `cut`: as the cell shows it. `whole`: written the same way, with every decimal that is stored, also where the cell
 * shows fewer.
 */
export function formatNumberValue(
  value: number,
  code: string,
  date1904: boolean,
  decimals: 'cut' | 'whole' = 'cut',
): string {
  const formatPlain = decimals === 'whole' ? formatAllDigits : formatGeneral
  if (code === 'General' || code === '@') return formatPlain(value)
  const format = parseFormat(code)
  const { section, signed } = sectionFor(value, format)
  if (!section) return formatPlain(value)
  const sign = signed && value < 0 ? '-' : ''
  const size = Math.abs(value)
  switch (section.kind) {
    case 'date':
      return formatDate(value, section, date1904) ?? formatGeneral(value)
    case 'number':
      return (sign + formatDigits(size, decimals === 'whole' ? withAllDecimals(section, size) : section)).trim()
    case 'general':
    case 'text':
      return sign + fill(section, formatPlain(size))
    default:
      return section.tokens.length === 0 ? '' : sign + fill(section, '')
  }
}

/** Text is changed only by a text section that adds something: `@"元"`, or a fourth section. */
export function formatTextValue(text: string, code: string): string {
  if (code === 'General' || code === '@') return text
  const { sections } = parseFormat(code)
  const section = sections[3] ?? sections.find(({ kind }) => kind === 'text')
  return section ? fill(section, text) : text
}

function fill(section: Section, text: string): string {
  return section.tokens
    .map((token) => {
      if (token.type === 'text' || token.type === 'general') return text
      if (token.type === 'literal') return token.text
      return token.type === 'point' ? '.' : token.type === 'slash' ? '/' : ''
    })
    .join('')
}

/** Which section a number uses, and whether its minus sign is printed (a section made for negative numbers has its own). */
function sectionFor(value: number, format: NumberFormat): { section: Section | undefined; signed: boolean } {
  const sections = format.sections.slice(0, 3).filter((section, index) => index === 0 || section.kind !== 'text')
  const [first, second, third] = sections
  if (!second) return { section: first, signed: true }
  const firstHolds = first?.condition ? holds(value, first.condition) : third ? value > 0 : value >= 0
  if (firstHolds) return { section: first, signed: !isForNegatives(first) }
  const secondHolds = second.condition ? holds(value, second.condition) : value < 0 || !third
  if (secondHolds) return { section: second, signed: Boolean(first?.condition) && !isForNegatives(second) }
  return { section: third ?? second, signed: true }
}

function isForNegatives(section: Section | undefined): boolean {
  return section?.condition?.operator.startsWith('<') === true && section.condition.value <= 0
}

function holds(value: number, condition: { operator: string; value: number }): boolean {
  switch (condition.operator) {
    case '>':
      return value > condition.value
    case '>=':
      return value >= condition.value
    case '<':
      return value < condition.value
    case '<=':
      return value <= condition.value
    case '<>':
      return value !== condition.value
    default:
      return value === condition.value
  }
}

/**
 * 所属年度 of a table (record.md): which year it is, also where the form prints none. What a file, the form or the person
 * says decides; a year in a project's name, in a file name or in a document number is only suggested, never taken.
 */
import type { ProjectRecord } from '../model/project.ts'
import { toHalfWidth } from '../values/text/normalize.ts'
import { documentNumbers } from './document-number.ts'

export interface YearSources {
  /** `fiscalYear` of a file of ours. */
  file?: string
  /** What the form prints: `year` of the record. */
  printed: string
  /** What the person answered, or `--year`. */
  asked?: string
}

export interface FoundYear {
  /** Four digits; '' where nobody has said it. */
  fiscalYear: string
  /** The form prints another year than the one asked for; the printed one stands (problem D-YEAR). */
  isContradicted: boolean
}

export const isFiscalYear = (text: string): boolean => /^(?:19|20)\d\d$/u.test(text)

/** As it is said in a sentence or a list. */
export const fiscalYearName = (year: string): string => (year === '' ? '年度未定' : `${year} 年`)

export function fiscalYearOf({ file = '', printed, asked = '' }: YearSources): FoundYear {
  const [own, shown] = [toHalfWidth(file).trim(), toHalfWidth(printed).trim()]
  const said = [own, shown].find(isFiscalYear)
  return {
    fiscalYear: said ?? (isFiscalYear(asked) ? asked : ''),
    isContradicted: said !== undefined && isFiscalYear(asked) && said !== asked,
  }
}

/** Of a record in a file or a list: what stands beside it, else what it prints. */
export const entryYear = ({ fiscalYear, record }: { fiscalYear?: string; record: ProjectRecord }): string =>
  fiscalYear ?? fiscalYearOf({ printed: record.year }).fiscalYear

/** The fiscal year after the printed year was edited: it moves along while the two were equal. */
export function followPrintedYear(fiscalYear: string, before: ProjectRecord, after: ProjectRecord): string {
  const isBound = fiscalYear === before.year && before.year !== after.year
  return isBound && (isFiscalYear(after.year) || after.year === '') ? after.year : fiscalYear
}

export interface SuggestedYear {
  year: string
  from: 'name' | 'text' | 'file' | 'document'
}

const yearInText = /(?<!\d)((?:19|20)\d\d)(?=年)/gu
const yearInFile = /(?<!\d)((?:19|20)\d\d)(?!\d)/gu
const documentNumber = /[〔[【(（﹝［〖]\s{0,5}\d{4}\s{0,5}年?\s{0,5}[〕\]】)）﹞］〗]/gu

const years = (text: string, pattern: RegExp) => text.replace(documentNumber, '').matchAll(pattern)

/** Years the table and its file speak of, the likeliest first, each once. */
export function suggestYears(record: ProjectRecord, file = ''): SuggestedYear[] {
  const { project, purpose, goal } = record
  const texts = [goal.annual, purpose].map(toHalfWidth)
  const from = (source: SuggestedYear['from'], found: Iterable<RegExpMatchArray>): SuggestedYear[] =>
    Array.from(found, ([, year = '']) => ({ year, from: source }))
  const all = [
    ...from('name', years(toHalfWidth(project.name), yearInText)),
    ...texts.flatMap((text) => from('text', years(text, yearInText))),
    ...from('file', years(toHalfWidth(file), yearInFile)),
    ...[project.name, ...texts].flatMap((text) =>
      documentNumbers(text).map(({ year }): SuggestedYear => ({ year, from: 'document' })),
    ),
  ].filter(({ year }) => isFiscalYear(year))
  return all.filter(({ year }, index) => all.findIndex((other) => other.year === year) === index)
}

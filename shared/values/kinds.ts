/** THE TABLE OF KINDS: what each kind of text is to the rest of the program (editor, writers, lists of choices). Asked, never told apart by name. */
import type { KindId } from './kind-id.ts'
import { toPlain } from './text/normalize.ts'

export interface Kind {
  /** What was typed, as it is kept: numbers and codes in plain digits, without what forms print around them; other texts as typed. */
  clean: (typed: string) => string
  /** The list of the template's vocabulary that a cell of this kind offers; null: none. */
  choices: 'levels' | 'basis' | 'scoring' | 'evidence' | null
  /** The text may have several paragraphs: several pasted lines are one text. */
  multiline: boolean
  /** Spreadsheets show the text as a number where one can print it exactly (number-format.ts). */
  numeric: boolean
  /** A level of the indicators: one cell stands for the run of rows under it. */
  level: boolean
}

const line: Kind = { clean: (typed) => typed, choices: null, multiline: false, numeric: false, level: false }
const level: Kind = { ...line, choices: 'levels', level: true }

const plain = (typed: string): string => toPlain(typed).trim()

/** As Chinese input methods write numbers: full-width digits and signs, 。 before a digit for the point. */
const number: Kind = {
  ...line,
  numeric: true,
  clean: (typed) => plain(typed).replace(/(?<=\d)\s?。\s?(?=\d)|^。(?=\d)/gu, '.'),
}

/** As people write what they see on the form: “(2024年)”, “单位：万元”. */
const within = (print: RegExp): Kind => ({ ...line, clean: (typed) => print.exec(plain(typed))?.[1] ?? plain(typed) })

export const kinds: Record<KindId, Kind> = {
  text: line,
  paragraphs: { ...line, multiline: true },
  code: { ...line, clean: plain },
  year: within(/^\(?(\d{4})年?度?\)?$/u),
  'currency-unit': within(/(?:^|[:(])(万元|元)\)?$/u),
  money: number,
  plan: number,
  measure: line,
  weight: number,
  category: level,
  subcategory: level,
  basis: { ...line, choices: 'basis' },
  scoring: { ...line, choices: 'scoring' },
  evidence: { ...line, choices: 'evidence' },
  'unit-line': line,
  'indicator-list': line,
}

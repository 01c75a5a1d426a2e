/** The table of kinds: what each kind of text is to the rest of the program (editor, writers, lists, fixes). */
import type { KindId } from './kind-id.ts'
import { cleanLevelName } from './levels.ts'
import { canonicalMeasure, parseMeasure } from './measure.ts'
import { parseMoney } from './money.ts'
import { toHalfWidth } from './normalize.ts'
import { parsePercent } from './plan.ts'
import { parseWeight } from './weight.ts'

export interface Kind {
  /** Spreadsheets show the text as a number where one can print it exactly (number-format.ts). */
  numeric: boolean
  /** The list of the template's vocabulary that a cell of this kind offers; null: none. */
  vocabulary: 'levels' | 'basis' | 'scoring' | 'evidence' | null
  /** The text may have several paragraphs (line breaks stay; Enter may insert one). */
  multiline: boolean
  /** Whether a text that is not blank has a meaning of this kind; every text is kept, understood or not. */
  isUnderstood: (text: string) => boolean
  /** The form's spelling of the same meaning; offered to the person, never applied unasked. */
  canonical: (text: string) => string
}

const line: Kind = {
  numeric: false,
  vocabulary: null,
  multiline: false,
  isUnderstood: () => true,
  canonical: (text) => text,
}
const narrow = (text: string) => toHalfWidth(text).trim()
const level: Kind = { ...line, vocabulary: 'levels', canonical: cleanLevelName }

export const kinds: Record<KindId, Kind> = {
  text: line,
  paragraphs: { ...line, multiline: true },
  code: { ...line, canonical: (text) => narrow(text).replace(/\s+/gu, '') },
  year: {
    ...line,
    isUnderstood: (text) => /^(?:19|20)\d\d$/u.test(narrow(text)),
    canonical: (text) => /^[^\d]*((?:19|20)\d\d)[^\d]*$/u.exec(narrow(text))?.[1] ?? text,
  },
  'currency-unit': {
    ...line,
    isUnderstood: (text) => text === '万元' || text === '元',
    canonical: (text) => text.trim(),
  },
  money: {
    ...line,
    numeric: true,
    isUnderstood: (text) => parseMoney(text) !== null,
    canonical: (text) => (parseMoney(text) ? narrow(text) : text),
  },
  plan: {
    ...line,
    numeric: true,
    isUnderstood: (text) => parseMoney(text) !== null || parsePercent(text) !== null,
    canonical: (text) => (parseMoney(text) || parsePercent(text) !== null ? narrow(text) : text),
  },
  measure: { ...line, canonical: (text) => canonicalMeasure(parseMeasure(text)) },
  weight: {
    ...line,
    numeric: true,
    isUnderstood: (text) => parseWeight(text) !== null,
    canonical: (text) => parseWeight(text)?.value ?? text,
  },
  category: level,
  subcategory: level,
  basis: { ...line, vocabulary: 'basis' },
  scoring: { ...line, vocabulary: 'scoring' },
  evidence: { ...line, vocabulary: 'evidence' },
  'unit-line': line,
  'indicator-list': { ...line, multiline: true },
}

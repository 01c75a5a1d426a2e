/** The table of kinds: what each kind of text is to the rest of the program (editor, writers, lists). */
import type { KindId } from './kind-id.ts'

export interface Kind {
  /** Spreadsheets show the text as a number where money.ts numberFormat can print it exactly. */
  numeric: boolean
  /** The list of the template's vocabulary that a cell of this kind offers; null: none. */
  vocabulary: 'levels' | 'basis' | 'scoring' | 'evidence' | null
  /** The text may have several paragraphs (line breaks stay; Enter may insert one). */
  multiline: boolean
}

const line: Kind = { numeric: false, vocabulary: null, multiline: false }
const number: Kind = { ...line, numeric: true }

export const kinds: Record<KindId, Kind> = {
  text: line,
  paragraphs: { ...line, multiline: true },
  code: line,
  year: line,
  'currency-unit': line,
  money: number,
  plan: number,
  measure: line,
  weight: number,
  category: { ...line, vocabulary: 'levels' },
  subcategory: { ...line, vocabulary: 'levels' },
  basis: { ...line, vocabulary: 'basis' },
  scoring: { ...line, vocabulary: 'scoring' },
  evidence: { ...line, vocabulary: 'evidence' },
  'unit-line': line,
  'indicator-list': { ...line, multiline: true },
}

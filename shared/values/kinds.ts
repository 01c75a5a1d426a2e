/** The table of kinds: what each kind of cell text means for drawing, editing and lists. */
import type { KindId } from './kind-id.ts'

export interface Kind {
  /** A plain decimal of this kind may stand in Excel as a number. */
  numeric: boolean
  /** The vocabulary its choices come from; null: free text. */
  vocabulary: 'levels' | 'basis' | 'scoring' | 'evidence' | null
  /** Paragraphs are usual: Enter in a form field means a new line for most people. */
  multiline: boolean
}

const plain: Kind = { numeric: false, vocabulary: null, multiline: false }

export const kinds: Record<KindId, Kind> = {
  text: plain,
  paragraphs: { ...plain, multiline: true },
  code: plain,
  year: plain,
  'currency-unit': plain,
  money: { ...plain, numeric: true },
  plan: { ...plain, numeric: true },
  measure: plain,
  weight: { ...plain, numeric: true },
  category: { ...plain, vocabulary: 'levels' },
  subcategory: { ...plain, vocabulary: 'levels' },
  basis: { ...plain, vocabulary: 'basis' },
  scoring: { ...plain, vocabulary: 'scoring' },
  evidence: { ...plain, vocabulary: 'evidence' },
  'unit-line': plain,
  'indicator-list': { ...plain, multiline: true },
}

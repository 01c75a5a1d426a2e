/**
 * The texts of a workbook (xl/sharedStrings.xml); cells hold the index. A text is stored once, as long as the table of known
 * texts is of bounded size: after that only the known ones are shared and others stand there as often as they are used,
 * so that a workbook of thousands of sheets does not keep all its texts in memory.
 */
import { escapeXml } from '../package/xml-text.ts'

export interface SharedStrings {
  indexes: Map<string, number>
  /** Texts in the part so far. */
  count: number
  /** XML of the texts since it was last taken. */
  waiting: string
}

const maxKnown = 20_000

export const sharedStringsOpening =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
export const sharedStringsEnd = '</sst>'

export function createSharedStrings(): SharedStrings {
  return { indexes: new Map(), count: 0, waiting: '' }
}

export function sharedStringIndex(strings: SharedStrings, text: string): number {
  const known = strings.indexes.get(text)
  if (known !== undefined) return known
  const index = strings.count++
  if (strings.indexes.size < maxKnown) strings.indexes.set(text, index)
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ''
  strings.waiting += `<si><t${space}>${escapeXml(escapeMarks(text))}</t></si>`
  return index
}

/** The XML of the texts that came since the last call. */
export function takeSharedStringsXml(strings: SharedStrings): string {
  const xml = strings.waiting
  strings.waiting = ''
  return xml
}

/** Spreadsheet programs read `_x0041_` as the character A; a text that has it literally needs its own underscore escaped. */
function escapeMarks(text: string): string {
  return text.includes('_x') ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text
}

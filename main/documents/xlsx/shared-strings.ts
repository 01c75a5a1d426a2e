/** The texts of a workbook, each stored once (xl/sharedStrings.xml); cells hold the index. */
import { escapeXml } from '../package/xml-text.ts'

export interface SharedStrings {
  indexes: Map<string, number>
  /** Cells that hold a text. */
  uses: number
}

export function createSharedStrings(): SharedStrings {
  return { indexes: new Map(), uses: 0 }
}

export function sharedStringIndex(strings: SharedStrings, text: string): number {
  strings.uses++
  const known = strings.indexes.get(text)
  if (known !== undefined) return known
  const index = strings.indexes.size
  strings.indexes.set(text, index)
  return index
}

export function sharedStringsXml(strings: SharedStrings): string {
  const items: string[] = []
  for (const text of strings.indexes.keys()) {
    const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ''
    items.push(`<si><t${space}>${escapeXml(escapeMarks(text))}</t></si>`)
  }
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"' +
    ` count="${strings.uses}" uniqueCount="${strings.indexes.size}">${items.join('')}</sst>`
  )
}

/** Spreadsheet programs read `_x0041_` as the character A; a text that has it literally needs its own underscore escaped. */
function escapeMarks(text: string): string {
  return text.includes('_x') ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text
}

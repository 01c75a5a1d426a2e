/**
 * Tab-separated text, of a file or a clipboard → rows of cells. A cell in quotes may hold tabs and line breaks and doubles
 * its own quotes, as Excel copies it; a quote that does not close properly is an ordinary character. Line ends: \r\n, \n or \r.
 */

import { walk } from './walk.ts'

/** Excel's longest cell, doubled for quotes: beyond it a quoted cell is not looked for. */
const longestQuoted = 70_000
const endOfCell = /[\t\r\n]/g

export function splitCells(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  // The last cell may be an empty one behind the last character.
  walk(0, text.length + 1, (position) => {
    const quoted = text[position] === '"' ? quotedCell(text, position) : null
    const end = quoted?.end ?? plainEnd(text, position)
    row.push(quoted?.text ?? text.slice(position, end))
    if (text[end] === '\t') return end + 1
    rows.push(row)
    row = []
    return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1
  })
  return rows
}

function plainEnd(text: string, start: number): number {
  endOfCell.lastIndex = start
  return endOfCell.exec(text)?.index ?? text.length
}

/** null when the quote at `start` opens no quoted cell. */
function quotedCell(text: string, start: number): { text: string; end: number } | null {
  const limit = Math.min(text.length, start + longestQuoted)
  for (let quote = text.indexOf('"', start + 1); quote !== -1 && quote < limit; quote = text.indexOf('"', quote + 2)) {
    if (text[quote + 1] === '"') continue
    if (quote + 1 < text.length && !/[\t\r\n]/.test(text.charAt(quote + 1))) return null
    const content = text.slice(start + 1, quote).replaceAll('""', '"')
    return { text: content.replace(/\r\n?/g, '\n'), end: quote + 1 }
  }
  return null
}

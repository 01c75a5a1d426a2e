/**
 * Tab-separated text → rows of cells. A cell in quotes may hold tabs and line breaks and doubles its own quotes, as
 * Excel copies it; a quote that does not close properly is an ordinary character. Line ends: \r\n, \n or \r.
 */

/** Excel's longest cell, doubled for quotes: beyond it a quoted cell is not looked for. */
const longestQuoted = 70_000

export function splitCells(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let position = 0
  while (position <= text.length) {
    const quoted = text[position] === '"' ? quotedCell(text, position) : null
    const end = quoted?.end ?? plainEnd(text, position)
    row.push(quoted?.text ?? text.slice(position, end))
    if (text[end] === '\t') {
      position = end + 1
      continue
    }
    rows.push(row)
    row = []
    position = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1)
  }
  return rows
}

function plainEnd(text: string, start: number): number {
  let end = start
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n' && text[end] !== '\r') end++
  return end
}

/** null when the quote at `start` opens no quoted cell. */
function quotedCell(text: string, start: number): { text: string; end: number } | null {
  const limit = Math.min(text.length, start + longestQuoted)
  let position = start + 1
  while (position < limit) {
    if (text[position] !== '"') position++
    else if (text[position + 1] === '"') position += 2
    else {
      const after = text[position + 1]
      if (after !== undefined && after !== '\t' && after !== '\n' && after !== '\r') return null
      const content = text.slice(start + 1, position).replaceAll('""', '"')
      return { text: content.replace(/\r\n?/g, '\n'), end: position + 1 }
    }
  }
  return null
}

/**
 * The table of an HTML clipboard (Excel, WPS, Word, a web page, this program) as pasted rows. Merged rows repeat the text
 * of their first cell downwards; merged columns count as one cell, because pasting maps cell by cell. Scripts are never
 * run and nothing is fetched: the text is parsed into a detached document.
 */
import type { PastedCell, PastedRows } from './clipboard.ts'

const spanLimit = 1000

/** null where the HTML holds no table; then the plain text is the better source. */
export function parseHtmlTable(html: string): PastedRows | null {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  if (!table) return null
  const rows: PastedRows = []
  const hanging: { column: number; width: number; rows: number; text: string }[] = []
  for (const tr of table.rows) {
    const cells: { column: number; cell: PastedCell }[] = []
    let column = 0
    const skipHanging = () => {
      for (;;) {
        const over = hanging.find((span) => span.rows > 0 && span.column === column)
        if (!over) return
        cells.push({ column, cell: { text: over.text, continues: true } })
        over.rows -= 1
        column += over.width
      }
    }
    for (const td of tr.cells) {
      skipHanging()
      const width = Math.min(td.colSpan, spanLimit)
      const text = cellText(td)
      cells.push({ column, cell: { text, continues: false } })
      if (td.rowSpan > 1) hanging.push({ column, width, rows: Math.min(td.rowSpan, spanLimit) - 1, text })
      column += width
    }
    skipHanging()
    rows.push(cells.map(({ cell }) => cell))
  }
  return rows.length > 0 ? rows : null
}

/** The visible text of a cell: <br> and blocks are line breaks, runs of white space one space. */
function cellText(td: HTMLElement): string {
  const keepsSpaces = /pre/.test(td.style.whiteSpace)
  let text = ''
  const walk = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) {
      const value = node.nodeValue ?? ''
      text += keepsSpaces ? value : value.replaceAll(/[ \t\r\n]+/g, ' ')
      return
    }
    const name = node.nodeName
    if (name === 'SCRIPT' || name === 'STYLE') return
    const block = name === 'P' || name === 'DIV' || name === 'LI'
    if (name === 'BR' || (block && text !== '' && !text.endsWith('\n'))) text += '\n'
    node.childNodes.forEach(walk)
    if (block && !text.endsWith('\n')) text += '\n'
  }
  td.childNodes.forEach(walk)
  return text
    .split('\n')
    .map((line) => (keepsSpaces ? line : line.trim()))
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
    .replaceAll('\u00A0', ' ')
}

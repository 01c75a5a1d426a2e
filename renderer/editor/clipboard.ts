/**
 * Cells as text and back. Copy gives tab-separated text and an HTML table with spans; paste gives a list of rows of
 * pasted cells, read either from tab-separated text (quotes, line breaks inside quotes) or from an HTML table
 * (clipboard-html.ts). What happens to them on the sheet is decided in paste.ts.
 */
import type { LayoutCell } from '../../shared/layout/layout.ts'
import { cellsIn } from './selection.ts'
import type { Range } from './selection.ts'
import { cellAt } from './sheet-map.ts'
import type { SheetMap } from './sheet-map.ts'

/** One pasted cell. `continues`: covered by the merged cell above it, whose text it repeats. */
export interface PastedCell {
  text: string
  continues: boolean
}

export type PastedRows = PastedCell[][]

export interface ClipboardTexts {
  plain: string
  html: string
}

/** `textOf` gives the field's text of a cell (without what the form prints around it). */
export function copyRange(sheet: SheetMap, range: Range, textOf: (cell: LayoutCell) => string): ClipboardTexts {
  const plainRows: string[] = []
  const htmlRows: string[] = []
  for (let row = range.row; row <= range.lastRow; row++) {
    const plain: string[] = []
    const html: string[] = []
    for (let column = range.column; column <= range.lastColumn; column++) {
      const cell = cellAt(sheet, { row, column })
      const owns = cell?.row === row && cell.column === column
      plain.push(cell && owns ? quote(textOf(cell)) : '')
      if (cell && owns) html.push(cellHtml(cell, textOf(cell)))
    }
    plainRows.push(plain.join('\t'))
    htmlRows.push(`<tr>${html.join('')}</tr>`)
  }
  const single = cellsIn(sheet, range).length === 1
  const only = cellAt(sheet, range)
  return {
    plain: single && only ? textOf(only) : plainRows.join('\r\n'),
    html: `<meta charset="utf-8"><table>${htmlRows.join('')}</table>`,
  }
}

const quote = (text: string): string => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

function cellHtml(cell: LayoutCell, text: string): string {
  const spans =
    (cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '') + (cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : '')
  // mso-number-format (Excel, WPS) and sdnum (LibreOffice) say text: 001 or =18条 becomes no number and no formula
  const style = "mso-number-format:'\\@';white-space:pre-wrap"
  return `<td${spans} sdnum="2052;0;@" style="${style}">${escapeHtml(text).replaceAll('\n', '<br style="mso-data-placement:same-cell">')}</td>`
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Tab-separated text as a spreadsheet writes it. The last line break ends the last row and adds none. */
export function parseSeparatedText(plain: string): PastedRows {
  const text = plain.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(/\n$/, '')
  const rows: PastedRows = [[]]
  let position = 0
  for (;;) {
    const { value, next } = readField(text, position)
    rows.at(-1)?.push({ text: value.replaceAll('\v', '\n'), continues: false })
    if (next >= text.length) return rows
    if (text[next] === '\n') rows.push([])
    position = next + 1
    if (position === text.length) {
      rows.at(-1)?.push({ text: '', continues: false })
      return rows
    }
  }
}

/** One field from `start` to the tab or line break at `next`. A quote only opens a quoted field at its very start and when it is closed. */
function readField(text: string, start: number): { value: string; next: number } {
  if (text[start] === '"') {
    const closed = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y
    closed.lastIndex = start
    const match = closed.exec(text)
    if (match) return { value: (match[1] ?? '').replaceAll('""', '"'), next: closed.lastIndex }
  }
  const end = text.slice(start).search(/[\t\n]/)
  const next = end === -1 ? text.length : start + end
  return { value: text.slice(start, next), next }
}

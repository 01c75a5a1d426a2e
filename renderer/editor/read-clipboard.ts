/**
 * What stands on the clipboard: cells to paste, and the same as a grid for recognising a whole form. HTML is preferred,
 * for it has spans and line breaks; without a table in it the tab-separated text counts. null: there is no text at all.
 * LibreOffice ends Writer's HTML with U+0000 and writes U+0001 for a tab in Calc: control characters are no text.
 */
import { rangeName } from '../../shared/layout/grid.ts'
import type { Grid } from '../../shared/layout/grid.ts'
import { withHiddenNumbers } from './clipboard-hidden-numbers.ts'
import { parseHtmlClipboard } from './clipboard-html.ts'
import type { HtmlClipboard } from './clipboard-html.ts'
import { parseSeparatedText } from './clipboard.ts'
import type { PastedRows } from './clipboard.ts'

export type ClipboardContent = HtmlClipboard

export function readClipboard(givenHtml: string, givenPlain: string): ClipboardContent | null {
  const html = withoutControls(givenHtml)
  const plain = withoutControls(givenPlain)
  if (html === '' && plain === '') return null
  const fromHtml = html === '' ? null : parseHtmlClipboard(html)
  if (fromHtml) return withHiddenNumbers(fromHtml, plain)
  if (plain === '') return null
  const rows = parseSeparatedText(plain)
  return { rows, grid: gridOfRows(rows), outside: [] }
}

/** Line ends, tabs and Word's vertical tab (a line break in a paragraph) stay. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const controls = /[\u0001-\u0008\u000E-\u001F\u007F]/g
const withoutControls = (text: string): string => text.replaceAll(/[\0\uFEFF]/g, '').replaceAll(controls, ' ')

function gridOfRows(rows: PastedRows): Grid {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 1)
  return {
    source: { sheet: '剪贴板', range: rangeName(0, 0, rows.length - 1, columns - 1) },
    rows: rows.length,
    columns,
    cells: rows.flatMap((cells, row) =>
      cells.map(({ text }, column) => ({ row, column, rowSpan: 1, colSpan: 1, text })),
    ),
    hasSpans: false,
    origin: 'foreign',
  }
}

/**
 * What stands on the clipboard: cells to paste, and the same as a grid for recognising a whole form. HTML is preferred,
 * for it has spans and line breaks; without a table in it the tab-separated text counts. null: there is no text at all.
 */
import { rangeName } from '../../../../shared/layout/grid.ts'
import type { Grid } from '../../../../shared/layout/grid.ts'
import { withHiddenNumbers } from './clipboard-hidden-numbers.ts'
import { withoutControls, withoutHeader } from './clipboard-source.ts'
import type { OnRead } from './clipboard-blocks.ts'
import { parseHtmlClipboard } from './clipboard-html.ts'
import type { HtmlClipboard } from './clipboard-html.ts'
import { parseSeparatedText } from './clipboard.ts'
import type { PastedRows } from './clipboard.ts'

export type ClipboardContent = HtmlClipboard

/** `onRead` hears how many characters of the HTML are read. */
export function readClipboard(givenHtml: string, givenPlain: string, onRead?: OnRead): ClipboardContent | null {
  const html = withoutHeader(withoutControls(givenHtml))
  const plain = withoutControls(givenPlain)
  if (html === '' && plain === '') return null
  const fromHtml = html === '' ? null : parseHtmlClipboard(html, onRead)
  if (fromHtml) return withHiddenNumbers(fromHtml, plain)
  if (plain === '') return null
  const rows = parseSeparatedText(plain)
  return { rows, grid: gridOfRows(rows), outside: [] }
}

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

/**
 * Copied cells as an HTML table for Excel, WPS, LibreOffice, Word and this program: merged cells as spans, lines, widths
 * and alignment as on the form, every text as text. Checked by pasting into LibreOffice Calc and Writer.
 */
import type { LayoutCell } from '../../../shared/layout/layout.ts'
import type { Range } from '../grid/selection.ts'
import { cellAt } from '../grid/sheet-map.ts'
import type { SheetMap } from '../grid/sheet-map.ts'
import { mmToPx } from '../grid/sheet-style.ts'

/** A cell with as many of its rows and columns as lie in the range: whole rows may cut a merged cell. */
export interface CopiedCell {
  cell: LayoutCell
  rowSpan: number
  colSpan: number
}

/** The positions of a range; null where a cell that stands there already reaches over. */
export function copiedCells(sheet: SheetMap, range: Range): (CopiedCell | null)[][] {
  const seen = new Set<LayoutCell>()
  return Array.from({ length: range.lastRow - range.row + 1 }, (_, down) =>
    Array.from({ length: range.lastColumn - range.column + 1 }, (__, across) => {
      const row = range.row + down
      const column = range.column + across
      const cell = cellAt(sheet, { row, column })
      if (!cell || seen.has(cell)) return null
      seen.add(cell)
      const rowSpan = Math.min(cell.row + cell.rowSpan - 1, range.lastRow) - row + 1
      return { cell, rowSpan, colSpan: Math.min(cell.column + cell.colSpan - 1, range.lastColumn) - column + 1 }
    }),
  )
}

/** Says in the HTML that whole rows were copied: pasted again they begin at the first column, wherever the cursor is. */
const wholeRowsMark = 'data-jibiao-rows'

export const areWholeRows = (html: string): boolean => html.includes(`<table ${wholeRowsMark} `)

export function copiedTable(
  sheet: SheetMap,
  range: Range,
  textOf: (cell: LayoutCell) => string,
  areRows = false,
): string {
  const widths = sheet.layout.columnsMm
    .slice(range.column, range.lastColumn + 1)
    .map((widthMm) => `<col width="${Math.round(mmToPx(widthMm, 1))}">`)
  const rows = copiedCells(sheet, range).map(
    (row) => `<tr>${row.map((part) => (part ? cellHtml(sheet, part, textOf(part.cell)) : '')).join('')}</tr>`,
  )
  // LibreOffice Writer and Word fit a table of 100 % into the page
  const table = `<table ${areRows ? `${wholeRowsMark} ` : ''}border="0" cellspacing="0" cellpadding="2" width="100%" style="border-collapse:collapse">`
  return `<meta charset="utf-8">${table}${widths.join('')}${rows.join('')}</table>`
}

function cellHtml(sheet: SheetMap, { cell, rowSpan, colSpan }: CopiedCell, text: string): string {
  const spans = (rowSpan > 1 ? ` rowspan="${rowSpan}"` : '') + (colSpan > 1 ? ` colspan="${colSpan}"` : '')
  const { align, valign, border } = sheet.layout.styles[cell.style] ?? { align: 'left', valign: 'middle', border: true }
  // mso-number-format (Excel, WPS) and sdnum (LibreOffice) say text: 001 or =18条 becomes no number and no formula
  const style = "mso-number-format:'\\@';white-space:pre-wrap" + (border ? ';border:1px solid #000000' : '')
  const html = escapeHtml(text).replaceAll('\n', '<br style="mso-data-placement:same-cell">')
  return `<td${spans} align="${align}" valign="${valign}" sdnum="2052;0;@" style="${style}">${html}</td>`
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

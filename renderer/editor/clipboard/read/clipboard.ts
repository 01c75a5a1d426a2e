/**
 * Cells as text and back. Copy gives tab-separated text and an HTML table with spans (copied-table.ts); paste gives a list of rows of
 * pasted cells, read either from tab-separated text (quotes, line breaks inside quotes) or from an HTML table
 * (clipboard-html.ts). What happens to them on the sheet is decided in paste.ts.
 */
import type { LayoutCell } from '../../../../shared/layout/layout.ts'
import { copiedCells, copiedTable } from '../copied-table.ts'
import { cellsIn } from '../../grid/selection.ts'
import type { Range } from '../../grid/selection.ts'
import { cellAt } from '../../grid/sheet-map.ts'
import type { SheetMap } from '../../grid/sheet-map.ts'
import { splitCells } from '../../../../shared/values/text/separated-text.ts'

/**
 * One pasted cell. `continues`: covered by the merged cell above it, whose text it repeats. `column`: where it stood, of
 * tab-separated text alone, which cannot say what is merged.
 */
export interface PastedCell {
  text: string
  continues: boolean
  column?: number
}

export type PastedRows = PastedCell[][]

export interface ClipboardTexts {
  plain: string
  html: string
}

/** `textOf` gives the text a cell is copied with; `areRows`: the range is whole rows. */
export function copyRange(
  sheet: SheetMap,
  range: Range,
  textOf: (cell: LayoutCell) => string,
  areRows = false,
): ClipboardTexts {
  const html = copiedTable(sheet, range, textOf, areRows)
  const only = cellAt(sheet, range)
  if (only && cellsIn(sheet, range).length === 1) return { plain: textOf(only), html }
  const lines = copiedCells(sheet, range).map((row) =>
    row.map((part) => (part ? quote(textOf(part.cell)) : '')).join('\t'),
  )
  return { plain: lines.join('\r\n'), html }
}

const quote = (text: string): string => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Tab-separated text as a spreadsheet writes it. The last line break ends the last row and adds none. */
export function parseSeparatedText(plain: string): PastedRows {
  return splitCells(plain.replace(/\r?\n$|\r$/, '')).map((row) =>
    row.map((text, column) => ({ text: text.replaceAll('\v', '\n'), continues: false, column })),
  )
}

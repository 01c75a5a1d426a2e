/**
 * One Layout as the XML of one sheet. Rows, merges, validations, print set-up and nothing else: what a cell says and
 * how it looks is the Layout's. Every position a merge covers gets a cell too, since borders are drawn cell by cell.
 */
import { columnName, ownerMap, rangeName } from '../../../shared/layout/grid.ts'
import type { Layout, LayoutCell } from '../../../shared/layout/layout.ts'
import { cutText } from '../../../shared/model/whole-text.ts'
import { cleanText } from '../package/xml-text.ts'
import { cellNumber, cellStyleIndex } from './cell-styles.ts'
import type { CellStyles } from './cell-styles.ts'
import { columnWidth } from './column-width.ts'
import { sharedStringIndex } from './shared-strings.ts'
import type { SharedStrings } from './shared-strings.ts'
import { maxRowHeightPt } from './tall-rows.ts'
import { validationsXml } from './write-lists.ts'
import type { HiddenLists } from './write-lists.ts'

export interface SheetContext {
  styles: CellStyles
  strings: SharedStrings
  hiddenLists: HiddenLists
  /** From `<printOptions` to `</headerFooter>`. */
  pageXml: string
  /** The sheet shown when the file opens. */
  selected: boolean
  /** A text longer than a cell can hold, by the cell's name (`C5`). */
  onCut: (cell: string) => void
}

/** Excel's limit for the text of a cell, in UTF-16 units. */
export const maxCellText = 32_767

export const sheetOpening =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"' +
  ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
  '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'

export function sheetXml(layout: Layout, context: SheetContext): string {
  const whole = rangeName(0, 0, layout.rows.length - 1, layout.columnsMm.length - 1)
  return (
    `${sheetOpening}<dimension ref="${whole}"/>${viewXml(layout, context.selected)}` +
    `<sheetFormatPr defaultRowHeight="15"/>${columnsXml(layout.columnsMm)}` +
    `<sheetData>${rowsXml(layout, context)}</sheetData>${mergesXml(layout.cells)}` +
    `${validationsXml(layout, context.hiddenLists)}${context.pageXml}` +
    `<ignoredErrors><ignoredError sqref="${whole}" numberStoredAsText="1"/></ignoredErrors></worksheet>`
  )
}

/** No gridlines beside the form's own lines; the cursor in the first cell to fill. */
function viewXml(layout: Layout, selected: boolean): string {
  const first = layout.cells.find((cell) => cell.role === 'input') ?? layout.cells[0]
  const tab = selected ? ' tabSelected="1"' : ''
  const selection =
    first === undefined ? '' : `<selection activeCell="${firstCellName(first)}" sqref="${cellRange(first)}"/>`
  return `<sheetViews><sheetView showGridLines="0"${tab} workbookViewId="0">${selection}</sheetView></sheetViews>`
}

export function columnsXml(columnsMm: readonly number[]): string {
  const columns = columnsMm.map(
    (widthMm, index) => `<col min="${index + 1}" max="${index + 1}" width="${columnWidth(widthMm)}" customWidth="1"/>`,
  )
  return `<cols>${columns.join('')}</cols>`
}

function rowsXml(layout: Layout, context: SheetContext): string {
  const columns = layout.columnsMm.length
  const letters = layout.columnsMm.map((_, column) => columnName(column))
  const { owner } = ownerMap(layout.rows.length, columns, layout.cells)
  const styles = layout.cells.map((cell) => cellStyleIndex(context.styles, layout, cell))
  let xml = ''
  layout.rows.forEach((row, rowIndex) => {
    const heightPt = Math.min(maxRowHeightPt, Math.round(row.heightPt * 100) / 100)
    xml += `<row r="${rowIndex + 1}" ht="${heightPt}" customHeight="1">`
    for (let column = 0; column < columns; column++) {
      const index = owner[rowIndex * columns + column] ?? -1
      const cell = layout.cells[index]
      if (cell === undefined) continue
      const opening = `<c r="${letters[column]}${rowIndex + 1}" s="${styles[index]}"`
      const isFirst = cell.row === rowIndex && cell.column === column
      xml += isFirst ? opening + contentXml(cell, context) : `${opening}/>`
    }
    xml += '</row>'
  })
  return xml
}

function contentXml(cell: LayoutCell, context: SheetContext): string {
  const number = cellNumber(cell)
  if (number !== null) return `><v>${number}</v></c>`
  if (cell.text === '') return '/>'
  const text = cleanText(cell.text)
  if (text.length > maxCellText) context.onCut(firstCellName(cell))
  return ` t="s"><v>${sharedStringIndex(context.strings, cutText(text, maxCellText))}</v></c>`
}

function mergesXml(cells: readonly LayoutCell[]): string {
  const merges = cells
    .filter((cell) => cell.rowSpan > 1 || cell.colSpan > 1)
    .map((cell) => `<mergeCell ref="${cellRange(cell)}"/>`)
  return merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`
}

const firstCellName = (cell: LayoutCell): string => `${columnName(cell.column)}${cell.row + 1}`

function cellRange(cell: LayoutCell): string {
  if (cell.rowSpan === 1 && cell.colSpan === 1) return firstCellName(cell)
  return rangeName(cell.row, cell.column, cell.row + cell.rowSpan - 1, cell.column + cell.colSpan - 1)
}

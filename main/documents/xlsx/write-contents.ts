/** The first sheet of a workbook of several tables: what is in it, with a link to each sheet; and the hidden sheet of lists. */
import { columnName, rangeName } from '../../../shared/layout/grid.ts'
import { lineHeight, wrapLines } from '../../../shared/layout/row-height.ts'
import type { CellStyle, Page } from '../../../shared/templates/template.ts'
import { escapeXml } from '../package/xml-text.ts'
import { sharedStringIndex } from './shared-strings.ts'
import type { SharedStrings } from './shared-strings.ts'
import { quotedSheetName } from './sheet-name.ts'
import { maxRowHeightPt } from './tall-rows.ts'
import { columnsXml, sheetOpening } from './write-sheet.ts'
import type { HiddenLists } from './write-lists.ts'
import type { SheetStyle } from './write-specimen.ts'

export const contentsPage: Page = { orientation: 'portrait', marginsMm: { top: 20, right: 15, bottom: 20, left: 15 } }
export const contentsSheetName = '目录'
export const listsSheetName = '选项'

const headings = ['序号', '项目（表名）', '页签']
const columnsMm = [15, 95, 68]
const base: CellStyle = { font: '宋体', sizePt: 10.5, bold: false, align: 'left', valign: 'middle', border: true }

export const contentsStyles = {
  title: { style: { ...base, font: '黑体', sizePt: 16, align: 'center', border: false }, format: 'General' },
  heading: { style: { ...base, align: 'center', bold: true }, format: 'General' },
  number: { style: { ...base, align: 'center' }, format: 'General' },
  text: { style: base, format: '@' },
  link: { style: base, format: '@', link: true },
} satisfies Record<string, SheetStyle>

export interface ContentsSheet {
  title: string
  tables: readonly { title: string; sheetName: string }[]
  styleIndex: (style: keyof typeof contentsStyles) => number
  strings: SharedStrings
  pageXml: string
}

export function contentsSheetXml({ title, tables, styleIndex, strings, pageXml }: ContentsSheet): string {
  const text = (value: string): string => ` t="s"><v>${sharedStringIndex(strings, value)}</v></c>`
  const cell = (name: string, style: keyof typeof contentsStyles, content: string): string =>
    `<c r="${name}" s="${styleIndex(style)}"${content}`
  const rows = tables.map(({ title, sheetName }, index) => {
    const row = index + 3
    return (
      `<row r="${row}" ht="${rowHeightPt(title, sheetName)}" customHeight="1">` +
      cell(`A${row}`, 'number', `><v>${index + 1}</v></c>`) +
      cell(`B${row}`, 'link', text(title)) +
      `${cell(`C${row}`, 'text', text(sheetName))}</row>`
    )
  })
  const links = tables.map(
    ({ sheetName }, index) =>
      `<hyperlink ref="B${index + 3}" location="${escapeXml(`${quotedSheetName(sheetName)}!A1`)}"/>`,
  )
  return (
    `${sheetOpening}<dimension ref="${rangeName(0, 0, tables.length + 1, 2)}"/>` +
    '<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0">' +
    '<selection activeCell="B3" sqref="B3"/></sheetView></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="15"/>${columnsXml(columnsMm)}<sheetData>` +
    `<row r="1" ht="36" customHeight="1">${cell('A1', 'title', text(title))}` +
    `${cell('B1', 'title', '/>')}${cell('C1', 'title', '/>')}</row>` +
    `<row r="2" ht="22" customHeight="1">` +
    `${headings.map((heading, column) => cell(`${columnName(column)}2`, 'heading', text(heading))).join('')}</row>` +
    `${rows.join('')}</sheetData><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>` +
    `<hyperlinks>${links.join('')}</hyperlinks>${pageXml}</worksheet>`
  )
}

function rowHeightPt(title: string, sheetName: string): number {
  const [, titleMm = 0, nameMm = 0] = columnsMm
  const lines = Math.max(
    wrapLines(title, titleMm, base.sizePt).length,
    wrapLines(sheetName, nameMm, base.sizePt).length,
  )
  return Math.min(maxRowHeightPt, Math.round(lines * base.sizePt * lineHeight + 6))
}

/** The lists too long for a validation, one a column. */
export function listsSheetXml(hidden: HiddenLists, strings: SharedStrings): string {
  const columns = [...hidden.columns.values()]
  const rowCount = Math.max(0, ...columns.map(({ items }) => items.length))
  const rows = Array.from({ length: rowCount }, (_, row) => {
    const cells = columns.flatMap(({ column, items }) => {
      const item = items[row]
      if (item === undefined) return []
      return [`<c r="${columnName(column)}${row + 1}" t="s"><v>${sharedStringIndex(strings, item)}</v></c>`]
    })
    return `<row r="${row + 1}">${cells.join('')}</row>`
  })
  return `${sheetOpening}<sheetData>${rows.join('')}</sheetData></worksheet>`
}

/**
 * One page as HTML: a `<section>` of one A4 sheet with its table and its page number. Marks for reading it back:
 * `data-table` names the table the page belongs to, `data-repeat` a row printed again, `data-continued` a cell that goes
 * on from the page before (`newline`: a line break stood at the cut; `repeat`: the same text printed again).
 */
import type { Layout } from '../layout/layout.ts'
import { cellPaddingMm, pointsPerMm, textEm } from '../layout/row-height.ts'
import { escapeHtml, linesHtml } from './escape-html.ts'
import { fonts } from './page-css.ts'
import { bodyHeightPt, paper } from './print-page.ts'
import type { PrintCell, PrintPage } from './print-page.ts'

export interface PageContext {
  /** Which table of the document it is, from 1. */
  table: number
  /** Name of the table in the PDF's outline; printed nowhere. Only on its first page. */
  outline?: string
  /** Page number in the whole volume, where there is one. */
  volumeNumber?: number
}

type Style = Layout['styles'][string]

const footerLinePt = 12

export function renderPage(page: PrintPage, context: PageContext = { table: 1 }): string {
  const { widthMm, marginsMm } = paper(page)
  const tableMm = page.columnsMm.reduce((sum, column) => sum + column, 0)
  const sizePt = commonSizePt(page)
  const columns = page.columnsMm.map((column) => `<col style="width:${round(column)}mm">`).join('')
  // The table stands in the middle between the margins; one wider than that, in the middle of the sheet.
  const free = widthMm - marginsMm.left - marginsMm.right - tableMm
  const leftMm = free >= 0 ? marginsMm.left + free / 2 : (widthMm - tableMm) / 2
  // A row that cannot be cut may be higher than any page (paginate.ts); then nothing of it is hidden.
  const tooHigh = page.rows.reduce((sum, row) => sum + row.heightPt, 0) > bodyHeightPt(page) + 1
  const style = `width:${round(tableMm)}mm;font-size:${sizePt}pt;margin-left:${round(leftMm)}mm`
  return [
    `<section class="jibiao-page page ${page.orientation}" style="padding-top:${round(marginsMm.top)}mm${tooHigh ? ';contain:none' : ''}"`,
    page.number === 1 ? ` id="table-${context.table}">` : '>',
    page.number === 1 && context.outline !== undefined ? `<h2 class="hidden">${escapeHtml(context.outline)}</h2>` : '',
    `<table data-table="${context.table}" style="${style}"><colgroup>${columns}</colgroup><tbody>\n`,
    rowsHtml(page, sizePt),
    '</tbody></table>',
    footerHtml(page, context, marginsMm.bottom),
    '</section>\n',
  ].join('')
}

function rowsHtml(page: PrintPage, sizePt: number): string {
  const byRow: PrintCell[][] = page.rows.map(() => [])
  for (const cell of page.cells) byRow[cell.row]?.push(cell)
  return page.rows
    .map((row, index) => {
      const cells = (byRow[index] ?? []).map((cell) => cellHtml(cell, page, sizePt))
      const repeat = row.repeated ? ' data-repeat' : ''
      return `<tr${repeat} style="height:${round(row.heightPt)}pt">${cells.join('')}</tr>\n`
    })
    .join('')
}

function cellHtml(cell: PrintCell, { styles, columnsMm }: PrintPage, sizePt: number): string {
  const style = styles[cell.style]
  // A text that a page end cuts reads on from the top of the next page.
  const flows = cell.cut || cell.continued === 'text' || cell.continued === 'newline'
  const marks = { text: '', newline: 'newline', repeat: 'repeat' }
  return [
    '<td',
    cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '',
    cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : '',
    style
      ? styleAttributes(flows ? { ...style, valign: 'top' } : style, sizePt, isWrapped(cell, style, columnsMm))
      : '',
    cell.continued === null ? '' : ` data-continued="${marks[cell.continued]}"`,
    `>${linesHtml(cell.text)}</td>`,
  ].join('')
}

/** Centred words on several lines look better in lines of like length; browsers are slow at it, so only where it shows. */
function isWrapped(cell: PrintCell, style: Style, columnsMm: readonly number[]): boolean {
  if (style.align !== 'center') return false
  const widthMm = columnsMm.slice(cell.column, cell.column + cell.colSpan).reduce((sum, width) => sum + width, 0)
  return (textEm(cell.text) * style.sizePt) / pointsPerMm > widthMm - 2 * cellPaddingMm
}

function styleAttributes(style: Style, sizePt: number, balanced: boolean): string {
  const known = fonts[style.font]
  const classes = [
    known === undefined ? '' : known.name === 'song' ? '' : known.name,
    style.border ? 'line' : '',
    style.bold ? 'bold' : '',
    style.align === 'left' ? '' : style.align,
    style.valign === 'middle' ? '' : style.valign,
    balanced ? 'balance' : '',
  ].filter((name) => name !== '')
  const rules = [
    style.sizePt === sizePt ? '' : `font-size:${style.sizePt}pt`,
    known === undefined ? `font-family:'${style.font.replace(/[^\p{L}\p{N} _-]/gu, '')}',serif` : '',
  ].filter((rule) => rule !== '')
  return (
    (classes.length > 0 ? ` class="${classes.join(' ')}"` : '') +
    (rules.length > 0 ? ` style="${rules.join(';')}"` : '')
  )
}

/** The size most cells have; only the others say theirs. */
function commonSizePt(page: PrintPage): number {
  const counts = new Map<number, number>()
  for (const cell of page.cells) {
    const size = page.styles[cell.style]?.sizePt ?? 10.5
    counts.set(size, (counts.get(size) ?? 0) + 1)
  }
  return [...counts].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? 10.5
}

function footerHtml(page: PrintPage, context: PageContext, bottomMm: number): string {
  const fromBottom = Math.max(0, (bottomMm - footerLinePt / pointsPerMm) / 2)
  const volume = context.volumeNumber === undefined ? '' : `<span>总第 ${context.volumeNumber} 页</span>`
  return `<footer style="bottom:${round(fromBottom)}mm">第 ${page.number} 页 共 ${page.count} 页${volume}</footer>`
}

const round = (value: number): number => Math.round(value * 1000) / 1000

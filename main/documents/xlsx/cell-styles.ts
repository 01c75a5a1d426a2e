/**
 * The cell formats of a workbook, numbered as the sheets meet them; the styles part is made from the list at the end
 * (write-specimen.ts). Tables of one template share their styles object, which makes the look-up cheap.
 */
import type { Layout, LayoutCell } from '../../../shared/layout/layout.ts'
import type { CellStyle } from '../../../shared/templates/template.ts'
import { styleKey } from './write-specimen.ts'
import type { SheetStyle } from './write-specimen.ts'

export interface CellStyles {
  /** By styleKey; the first has the index 1, since 0 is the workbook's default. */
  used: Map<string, SheetStyle & { index: number }>
  /** Styles object of a Layout → number format and whether it shrinks → style name → index. */
  known: Map<Layout['styles'], Map<string, Map<string, number>>>
}

/** Excel before 2010 prints ##### for longer texts in cells of the format Text. */
const maxTextFormatLength = 255

/** A number that a spreadsheet holds exactly. */
const exactNumber = /^-?\d{1,15}$|^-?(?=[\d.]{3,16}$)\d+\.\d+$/

export function createCellStyles(): CellStyles {
  return { used: new Map(), known: new Map() }
}

/** The number to store, where the cell shows one. */
export function cellNumber(cell: LayoutCell): string | null {
  return cell.number !== undefined && exactNumber.test(cell.number.value) ? cell.number.value : null
}

/** The format of a cell that holds a number or will hold one; null for texts. */
function numberFormat(cell: LayoutCell): string | null {
  const isNumeric = cell.number?.value === '' || cellNumber(cell) !== null
  return (isNumeric && cell.number?.format) || null
}

/** Text (`@`) for texts that a later edit would turn into a formula and for what a person types in; General for the rest. */
function textFormat(cell: LayoutCell): string {
  if (/^\s*[=+\-@]/.test(cell.text)) return '@'
  return cell.role === 'input' && cell.text.length <= maxTextFormatLength ? '@' : 'General'
}

/** Index of the cell format of a cell of `layout`. */
export function cellStyleIndex(styles: CellStyles, layout: Layout, cell: LayoutCell): number {
  const number = numberFormat(cell)
  const format = number ?? textFormat(cell)
  // a number is drawn smaller where it does not fit, a text in its place wraps
  const shrinks = number !== null && (cell.text === '' || cell.number?.value !== '')
  const key = shrinks ? `${format}|shrinks` : format
  let formats = styles.known.get(layout.styles)
  if (formats === undefined) styles.known.set(layout.styles, (formats = new Map()))
  let names = formats.get(key)
  if (names === undefined) formats.set(key, (names = new Map()))
  let index = names.get(cell.style)
  if (index === undefined) {
    index = sheetStyleIndex(styles, { style: layout.styles[cell.style] ?? plainStyle, format, shrinks })
    names.set(cell.style, index)
  }
  return index
}

export function sheetStyleIndex(styles: CellStyles, style: SheetStyle): number {
  const key = styleKey(style)
  const known = styles.used.get(key)
  if (known !== undefined) return known.index
  const index = styles.used.size + 1
  styles.used.set(key, { ...style, index })
  return index
}

/** For a cell whose style the Layout does not have. */
const plainStyle: CellStyle = { font: '宋体', sizePt: 10.5, bold: false, align: 'left', valign: 'middle', border: true }

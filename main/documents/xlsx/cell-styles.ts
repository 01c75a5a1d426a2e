/**
 * Which cell format every cell of a workbook has: its style and its number format. Collected from all tables before the
 * specimen is made, looked up while the sheets are written. Tables of one template share their styles object, which makes
 * the look-up cheap.
 */
import type { Layout, LayoutCell } from '../../../shared/layout/layout.ts'
import type { CellStyle } from '../../../shared/templates/template.ts'
import { styleKey } from './write-specimen.ts'
import type { SheetStyle } from './write-specimen.ts'

/** Styles object of a Layout → number format → style name → styleKey. */
export type CellStyles = Map<Layout['styles'], Map<string, Map<string, string>>>

/** Excel before 2010 prints ##### for longer texts in cells of the format Text. */
const maxTextFormatLength = 255

/** A number that a spreadsheet holds exactly. */
const exactNumber = /^-?\d{1,15}$|^-?(?=[\d.]{3,16}$)\d+\.\d+$/

/** The number to store, where the cell shows one. */
export function cellNumber(cell: LayoutCell): string | null {
  return cell.number !== undefined && exactNumber.test(cell.number.value) ? cell.number.value : null
}

/**
 * The number's own format; Text (`@`) for texts that a later edit would turn into a formula and for what a person
 * types in; General for the rest.
 */
export function cellFormat(cell: LayoutCell): string {
  if (cell.number !== undefined && cellNumber(cell) !== null) return cell.number.format
  if (/^\s*[=+\-@]/.test(cell.text)) return '@'
  return cell.role === 'input' && cell.text.length <= maxTextFormatLength ? '@' : 'General'
}

/** All styles of the tables by styleKey, and the look-up table. */
export function collectCellStyles(layouts: readonly Layout[]): { styles: Map<string, SheetStyle>; cells: CellStyles } {
  const styles = new Map<string, SheetStyle>()
  const cells: CellStyles = new Map()
  for (const layout of layouts) {
    let formats = cells.get(layout.styles)
    if (formats === undefined) cells.set(layout.styles, (formats = new Map()))
    for (const cell of layout.cells) {
      const format = cellFormat(cell)
      let names = formats.get(format)
      if (names === undefined) formats.set(format, (names = new Map()))
      if (names.has(cell.style)) continue
      const style: SheetStyle = { style: layout.styles[cell.style] ?? plainStyle, format }
      const key = styleKey(style)
      names.set(cell.style, key)
      styles.set(key, style)
    }
  }
  return { styles, cells }
}

/** For a cell whose style the Layout does not have. */
const plainStyle: CellStyle = { font: '宋体', sizePt: 10.5, bold: false, align: 'left', valign: 'middle', border: true }

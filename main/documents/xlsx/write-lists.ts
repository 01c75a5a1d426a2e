/**
 * Choices offered in the cells of a sheet (list validations). Neighbouring cells with the same list make one range.
 * A list that does not fit into the 255 characters of a formula, or has a comma or a quote in an item, stands on a
 * hidden sheet. Other text than the choices stays allowed: the forms are filled with free wording.
 */
import { columnName, rangeName } from '../../../shared/layout/grid.ts'
import type { Layout, LayoutCell } from '../../../shared/layout/layout.ts'
import { cleanText, escapeXml } from '../package/xml-text.ts'
import { quotedSheetName } from './sheet-name.ts'

/** The lists of a workbook that need the hidden sheet, one column each: joined items → column. */
export interface HiddenLists {
  sheetName: string
  columns: Map<string, { column: number; items: string[] }>
}

const maxFormulaLength = 255

export function validationsXml(layout: Layout, hidden: HiddenLists): string {
  const cellsByList = new Map<string, LayoutCell[]>()
  for (const cell of layout.cells) {
    if (cell.list === undefined) continue
    const cells = cellsByList.get(cell.list)
    if (cells === undefined) cellsByList.set(cell.list, [cell])
    else cells.push(cell)
  }
  const validations: string[] = []
  for (const [list, cells] of cellsByList) {
    const items = (layout.lists[list] ?? []).map(cleanText).filter((item) => item !== '')
    if (items.length === 0) continue
    validations.push(
      `<dataValidation type="list" allowBlank="1" sqref="${ranges(cells).join(' ')}">` +
        `<formula1>${escapeXml(listFormula(items, hidden))}</formula1></dataValidation>`,
    )
  }
  return validations.length === 0
    ? ''
    : `<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>`
}

function listFormula(items: string[], hidden: HiddenLists): string {
  const joined = items.join(',')
  if (joined.length <= maxFormulaLength && items.every((item) => !/[,"\n]/.test(item) && item.trim() === item)) {
    return `"${joined}"`
  }
  const key = items.join('\n')
  let place = hidden.columns.get(key)
  if (place === undefined) {
    place = { column: hidden.columns.size, items }
    hidden.columns.set(key, place)
  }
  const name = columnName(place.column)
  return `${quotedSheetName(hidden.sheetName)}!$${name}$1:$${name}$${items.length}`
}

/** The cells' ranges, cells below one another in the same columns joined into one. */
function ranges(cells: readonly LayoutCell[]): string[] {
  const inOrder = cells.toSorted((a, b) => a.column - b.column || a.row - b.row)
  const found: { row: number; column: number; endRow: number; endColumn: number }[] = []
  for (const cell of inOrder) {
    const endColumn = cell.column + cell.colSpan
    const last = found.at(-1)
    if (last !== undefined && last.column === cell.column && last.endColumn === endColumn && last.endRow === cell.row) {
      last.endRow = cell.row + cell.rowSpan
    } else {
      found.push({ row: cell.row, column: cell.column, endRow: cell.row + cell.rowSpan, endColumn })
    }
  }
  return found.map((range) => rangeName(range.row, range.column, range.endRow - 1, range.endColumn - 1))
}

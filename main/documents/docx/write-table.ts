/**
 * One Layout as Word tables. Every program lays out by the grid, so widths are given for the table, its columns and each
 * cell, and the continuation cells of merges come from the owner map. Word repeats heading rows only from the top of a
 * table: a form longer than a page, whose headings stand further down, is written as two tables of the same columns with
 * a gap of one point between them; readers join tables that only an empty paragraph parts.
 */
import { ownerMap } from '../../../shared/layout/grid.ts'
import type { OwnerMap } from '../../../shared/layout/grid.ts'
import type { Layout } from '../../../shared/layout/layout.ts'
import { cellPaddingMm } from '../../../shared/layout/row-height.ts'
import { cellBordersXml } from './cell-borders.ts'
import type { BorderGrid } from './cell-borders.ts'
import { followsOnPage, pageHeightPt, wholeRowPt } from './page-height.ts'
import { columnTwips, mmToTwips, ptToTwips } from './twips.ts'
import { paragraphStyles } from './write-specimen.ts'
import { paragraphXml, runXml } from './write-text.ts'

export interface TableContext {
  /** Id of the paragraph style of a style of the Layout. */
  styleId: (style: string) => string
}

export const gapXml = paragraphXml(paragraphStyles.gap, '')

const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
const lines = edges.map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`).join('')
const padding = mmToTwips(cellPaddingMm)

export function tablesXml(layout: Layout, context: TableContext): string {
  const map = ownerMap(layout.rows.length, layout.columnsMm.length, layout.cells)
  const bordered = layout.cells.map((cell) => layout.styles[cell.style]?.border ?? true)
  const splitRow = splitRowOf(layout, map)
  const grid: BorderGrid = { map, cells: layout.cells, bordered, openBelow: followsOnPage(layout) ? splitRow - 1 : -1 }
  const twips = columnTwips(layout.columnsMm)
  const parts = splitRow > 0 ? [0, splitRow, layout.rows.length] : [0, layout.rows.length]
  return parts
    .slice(1)
    .map((end, index) => {
      const rows = rowsXml(layout, context, grid, twips, parts[index] ?? 0, end)
      return `<w:tbl>${tableOpening(twips)}${rows}</w:tbl>`
    })
    .join(gapXml)
}

function tableOpening(twips: readonly number[]): string {
  const width = twips.reduce((sum, column) => sum + column, 0)
  return (
    `<w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${lines}</w:tblBorders>` +
    `<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="${padding}" w:type="dxa"/>` +
    `<w:right w:w="${padding}" w:type="dxa"/></w:tblCellMar></w:tblPr>` +
    `<w:tblGrid>${twips.map((column) => `<w:gridCol w:w="${column}"/>`).join('')}</w:tblGrid>`
  )
}

/** The row at which a second table begins; 0 for one table. */
function splitRowOf(layout: Layout, map: OwnerMap): number {
  const { first, count } = layout.repeatedRows
  if (count === 0 || first === 0) return 0
  const heightPt = layout.rows.reduce((sum, row) => sum + row.heightPt, 0)
  if (heightPt <= pageHeightPt(layout.page) * 0.97) return 0
  for (let column = 0; column < map.columns; column++) {
    const above = map.owner[(first - 1) * map.columns + column] ?? -1
    if (above !== -1 && above === map.owner[first * map.columns + column]) return 0
  }
  return first
}

function rowsXml(
  layout: Layout,
  context: TableContext,
  grid: BorderGrid,
  twips: readonly number[],
  start: number,
  end: number,
): string {
  const { owner, columns } = grid.map
  const { first, count } = layout.repeatedRows
  const wholePt = wholeRowPt(layout)
  const plainRows = layout.rows.map((_, row) => isPlainRow(grid, row))
  let xml = ''
  for (let row = start; row < end; row++) {
    const heightPt = layout.rows[row]?.heightPt ?? 0
    const isHeading = row >= first && row < first + count && start === first
    // a row that goes over page ends is as high as its text: LibreOffice breaks none that has a height of its own
    const height = `<w:trHeight w:val="${ptToTwips(heightPt)}" w:hRule="atLeast"/>`
    xml +=
      `<w:tr><w:trPr>${heightPt <= wholePt ? `<w:cantSplit/>${height}` : ''}` +
      `${isHeading ? '<w:tblHeader/>' : ''}</w:trPr>`
    const isPlain =
      plainRows[row - 1] !== false && plainRows[row] === true && plainRows[row + 1] !== false && row !== grid.openBelow
    for (let column = 0; column < columns;) {
      const index = owner[row * columns + column] ?? -1
      const cell = layout.cells[index]
      if (cell === undefined) {
        xml += `<w:tc><w:tcPr><w:tcW w:w="${twips[column] ?? 0}" w:type="dxa"/></w:tcPr>${gapXml}</w:tc>`
        column++
        continue
      }
      const borders = isPlain ? '' : cellBordersXml(grid, index, row)
      xml += cellXml(layout, context, index, row, widthOf(twips, column, cell.colSpan), borders)
      column += cell.colSpan
    }
    xml += '</w:tr>'
  }
  return xml
}

function cellXml(
  layout: Layout,
  context: TableContext,
  index: number,
  row: number,
  width: number,
  borders: string,
): string {
  const cell = layout.cells[index]
  if (cell === undefined) return ''
  const isFirst = cell.row === row
  const span = cell.colSpan > 1 ? `<w:gridSpan w:val="${cell.colSpan}"/>` : ''
  const restart = isFirst ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>'
  const merge = cell.rowSpan > 1 ? restart : ''
  const valign = layout.styles[cell.style]?.valign ?? 'top'
  const vertical = valign === 'top' ? '' : `<w:vAlign w:val="${valign === 'middle' ? 'center' : 'bottom'}"/>`
  return (
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}${borders}${vertical}</w:tcPr>` +
    `${paragraphXml(context.styleId(cell.style), isFirst ? runXml(cell.text) : '')}</w:tc>`
  )
}

function widthOf(twips: readonly number[], column: number, span: number): number {
  let width = 0
  for (let at = column; at < column + span; at++) width += twips[at] ?? 0
  return width
}

/** Every cell of the row has a border. */
function isPlainRow({ map, bordered }: BorderGrid, row: number): boolean {
  for (let column = 0; column < map.columns; column++) {
    const index = map.owner[row * map.columns + column] ?? -1
    if (index !== -1 && bordered[index] === false) return false
  }
  return true
}

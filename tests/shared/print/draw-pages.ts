/**
 * Draws printed pages as text: one line a row, its height in points before it. `*` a repeated row, `+` the rest of a row
 * begun before; `»` a text that goes on, `»↵` after a line break, `=` a label printed again; `<` and `^` are covered.
 */
import { ownerAt, ownerMap } from '../../../shared/layout/grid.ts'
import type { PrintCell, PrintPage } from '../../../shared/print/print-page.ts'

const marks = { text: '»', newline: '»↵', repeat: '=' }

export function drawPages(pages: readonly PrintPage[]): string {
  return pages.map(drawPage).join('\n')
}

function drawPage(page: PrintPage): string {
  const map = ownerMap(page.rows.length, page.columnsMm.length, page.cells)
  const lines = page.rows.map((row, index) => {
    const texts = page.columnsMm.map((_, column) => {
      const cell = page.cells[ownerAt(map, index, column)]
      if (!cell) return '?'
      if (cell.row === index && cell.column === column) return cellText(cell)
      return cell.row === index ? '<' : '^'
    })
    const flag = row.repeated ? '*' : row.continued ? '+' : ' '
    return `${String(Math.round(row.heightPt)).padStart(4)}${flag}| ${texts.join(' | ')} |`
  })
  const height = page.rows.reduce((sum, row) => sum + row.heightPt, 0)
  return [`-- page ${page.number} of ${page.count}, ${Math.round(height)} pt`, ...lines, ''].join('\n')
}

function cellText(cell: PrintCell): string {
  return (cell.continued === null ? '' : marks[cell.continued]) + cell.text.replaceAll('\n', '↵')
}

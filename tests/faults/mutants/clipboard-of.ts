/** The clipboard a mutant would be. */
import { ownerAt, ownerMap } from '../../../shared/layout/grid.ts'
import type { Grid } from '../../../shared/layout/grid.ts'

export interface Clipboard {
  html: string
  plain: string
}

/** Bytes as text the way a program hands them over; what was read of a workbook or document, as their programs copy it. */
export function clipboardOf(name: string, bytes: Uint8Array, grids: readonly Grid[]): Clipboard {
  const [grid] = grids
  if (/\.(?:xlsx|docx)$/u.test(name))
    return grid ? { html: htmlOf(grid), plain: '' } : { html: '', plain: Buffer.from(bytes).toString('latin1') }
  const text = new TextDecoder().decode(bytes)
  return /\.html?$/u.test(name) ? { html: text, plain: '' } : { html: '', plain: text }
}

function htmlOf(grid: Grid): string {
  const owners = ownerMap(grid.rows, grid.columns, grid.cells)
  const rows = Array.from({ length: grid.rows }, (_, row) => {
    const cells = Array.from({ length: grid.columns }, (__, column) => {
      const cell = grid.cells[ownerAt(owners, row, column)]
      if (!cell) return '<td></td>'
      if (cell.row !== row || cell.column !== column) return ''
      const text = cell.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')
      return `<td rowspan=${cell.rowSpan} colspan=${cell.colSpan}>${text}</td>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  return `<table>${rows.join('')}</table>`
}

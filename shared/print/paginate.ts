/**
 * Layout → the pages it is printed on. We cut pages ourselves because browsers break merged cells badly (label only on
 * the first page, the bottom border missing). Every page is a small table with closed borders.
 */
import { ownerMap } from '../layout/grid.ts'
import type { Layout } from '../layout/layout.ts'
import { countLines, cutPages } from './cut-pages.ts'
import type { Table, Taken } from './cut-pages.ts'
import { createFlowCell, linesThatFit } from './flow-cell.ts'
import type { FlowCell } from './flow-cell.ts'
import { blockEnds, blockHeightPt, pageBlocks } from './page-blocks.ts'
import type { Block, Slice } from './page-blocks.ts'
import { bodyHeightPt } from './print-page.ts'
import type { PrintCell, PrintPage } from './print-page.ts'

/** The pages of one table, at least one. Joined by `PrintCell.continued`, their cells are the Layout's texts again. */
export function paginate(layout: Layout): PrintPage[] {
  const measured = new Map<number, FlowCell>()
  const table: Table = {
    layout,
    owners: ownerMap(layout.rows.length, layout.columnsMm.length, layout.cells),
    capacityPt: bodyHeightPt(layout.page),
    flowCell: (index) => {
      const cell = layout.cells[index]
      if (!cell) throw new RangeError(`no cell ${index}`)
      const known = measured.get(index) ?? createFlowCell(layout, cell)
      measured.set(index, known)
      return known
    },
  }
  const pages = cutPages(table)
  const taken: Taken = new Map()
  const cutAtBreak = new Set<number>()
  return pages.map((slices, index) => {
    const cells = pageBlocks(table.owners, slices).map((block) => printCell(table, slices, block, taken, cutAtBreak))
    countLines(table, slices, taken)
    return {
      orientation: layout.page.orientation,
      marginsMm: layout.page.marginsMm,
      columnsMm: layout.columnsMm,
      rows: slices.map(({ row, heightPt, repeated, continued }) => ({ heightPt, source: row, repeated, continued })),
      cells,
      styles: layout.styles,
      number: index + 1,
      count: pages.length,
    }
  })
}

/** `cutAtBreak`: cells whose last shown line ended with a typed line break; kept up to date here. */
function printCell(
  table: Table,
  slices: readonly Slice[],
  block: Block,
  taken: Taken,
  cutAtBreak: Set<number>,
): PrintCell {
  const cell = table.layout.cells[block.cell]
  if (!cell) throw new RangeError(`no cell ${block.cell}`)
  const { begins, ends, again } = blockEnds(slices, block, cell)
  const printed: PrintCell = {
    row: block.first,
    column: cell.column,
    rowSpan: block.last - block.first + 1,
    colSpan: Math.min(cell.colSpan, table.layout.columnsMm.length - cell.column),
    role: cell.role,
    style: cell.style,
    text: cell.text,
    continued: null,
    cut: false,
  }
  if (again || (begins && ends)) return printed
  const flow = table.flowCell(block.cell)
  if (flow.mode === 'repeat') return { ...printed, continued: begins ? null : 'repeat' }
  const first = taken.get(block.cell) ?? 0
  const count = ends ? flow.lines.length - first : linesThatFit(flow, first, blockHeightPt(slices, block))
  const text = flow.lines.slice(first, first + count).join('')
  const continued = begins ? null : cutAtBreak.delete(block.cell) ? 'newline' : 'text'
  const cut = first + count < flow.lines.length
  const breaks = cut && text.endsWith('\n')
  if (breaks) cutAtBreak.add(block.cell)
  return { ...printed, text: breaks ? text.slice(0, -1) : text, continued, cut }
}

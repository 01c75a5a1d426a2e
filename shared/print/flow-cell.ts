/**
 * What a cell does when a page end cuts it. A short label of rows below or beside it (一级指标 of a merged group, the
 * heading at the left of a row) is printed again whole on the next page; any other text goes on there, line by line.
 * Lines and heights come from layout/row-height.ts, the same measure as the row heights. Heights in points.
 */
import type { Layout, LayoutCell } from '../layout/layout.ts'
import { lineHeight, verticalPaddingPt, wrapLines } from '../layout/row-height.ts'
import { bodyHeightPt } from './print-page.ts'

export interface FlowCell {
  cell: LayoutCell
  lines: readonly string[]
  linePt: number
  mode: 'repeat' | 'flow'
}

/** Labels taller than this part of a page flow like any text, so that they cannot fill every page again. */
const tallestLabel = 1 / 3

export function createFlowCell(layout: Layout, cell: LayoutCell): FlowCell {
  const sizePt = layout.styles[cell.style]?.sizePt ?? 10.5
  const widthMm = layout.columnsMm.slice(cell.column, cell.column + cell.colSpan).reduce((sum, width) => sum + width, 0)
  const flow: FlowCell = {
    cell,
    lines: wrapLines(cell.text, widthMm, sizePt),
    linePt: sizePt * lineHeight,
    mode: 'flow',
  }
  const names = cell.role === 'label' || cell.column === 0 || (cell.binding?.alsoPaths.length ?? 0) > 0
  const short = linesHeightPt(flow, flow.lines.length) <= bodyHeightPt(layout.page) * tallestLabel
  return names && short ? { ...flow, mode: 'repeat' } : flow
}

/** Height a number of the cell's lines takes; no lines take nothing. */
export function linesHeightPt({ linePt }: FlowCell, count: number): number {
  return count === 0 ? 0 : count * linePt + verticalPaddingPt
}

/** How many of the cell's lines from `first` on a block of this height holds. */
export function linesThatFit({ lines, linePt }: FlowCell, first: number, heightPt: number): number {
  const room = Math.floor((heightPt - verticalPaddingPt) / linePt + 1e-6)
  return Math.max(0, Math.min(lines.length - first, room))
}

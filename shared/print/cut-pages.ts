/**
 * Where a table is cut into pages. Rows are put on a page until it is full; a row that does not fit goes to the next page
 * if little room is left, and is cut between two lines of text if much is left or no page could hold it. Headings never
 * end a page, and a last page of one small row gets some rows of the page before. Heights in points.
 */
import type { OwnerMap } from '../layout/grid.ts'
import type { Layout } from '../layout/layout.ts'
import { linesHeightPt, linesThatFit } from './flow-cell.ts'
import type { FlowCell } from './flow-cell.ts'
import { blockEnds, blockHeightPt, pageBlocks } from './page-blocks.ts'
import type { Block, Slice } from './page-blocks.ts'

export interface Table {
  layout: Layout
  owners: OwnerMap
  /** By index into Layout.cells; measured when first asked for. */
  flowCell: (index: number) => FlowCell
  capacityPt: number
}

/** Lines of flowing cells that earlier pages took; by index into Layout.cells. */
export type Taken = Map<number, number>

/** Parts of the page height: room left in which a row is cut rather than moved, for rows that fit a page and for others. */
const roomToCut = { movable: 0.25, tooHigh: 0.1 }
/** A last page with less than this, in at most two rows, is a widow; the page before keeps at least `keeps`. */
const widow = { height: 0.12, rows: 3, keeps: 0.6 }
/** Headings higher than this part of the page are not repeated. */
const highestHeading = 0.4

const sum = (slices: readonly Slice[]) => slices.reduce((height, slice) => height + slice.heightPt, 0)

/** Heights are sums of decimals. */
const rounding = 0.01

/** The slices of each page, with their final heights. */
export function cutPages(table: Table): Slice[][] {
  const pages = cutAt(table, -1)
  const before = widowCut(table, pages)
  if (before === -1) return pages
  const better = cutAt(table, before)
  return better.length === pages.length ? better : pages
}

/** Cuts greedily, and in any case before the row `forced` (-1: none). */
function cutAt(table: Table, forced: number): Slice[][] {
  const { layout, capacityPt } = table
  const taken: Taken = new Map()
  const pages: Slice[][] = []
  let page: Slice[] = []
  let row = 0
  let continued = false
  const close = () => {
    const settled = settle(table, page, taken)
    countLines(table, settled, taken)
    pages.push(settled)
  }
  while (row < layout.rows.length) {
    const begun = page.some((slice) => !slice.repeated)
    const heightPt = continued ? 0 : (layout.rows[row]?.heightPt ?? 0)
    const slice: Slice = { row, heightPt, repeated: false, continued, open: false }
    const fits = sum(settle(table, [...page, slice], taken)) <= capacityPt + rounding && !(begun && row === forced)
    const part = fits ? slice : row === forced && begun ? null : cutRow(table, page, slice, taken)
    if (part === null && begun) {
      while (page.length > 1 && isHeading(layout, page.at(-1))) row = page.pop()?.row ?? row
      close()
      page = repeatedSlices(table, row)
      continue
    }
    page.push(part ?? slice)
    if (part?.open) {
      close()
      page = repeatedSlices(table, row)
      continued = true
      continue
    }
    row += 1
    continued = false
  }
  if (page.length > 0 || pages.length === 0) close()
  return pages
}

/** Grows the last row of each cut block so that a repeated label, or the rest of a flowing text, is shown whole. */
function settle(table: Table, slices: readonly Slice[], taken: Taken): Slice[] {
  const settled = slices.map((slice) => ({ ...slice }))
  const blocks = pageBlocks(table.owners, settled).toSorted((one, other) => one.last - other.last)
  for (const block of blocks) {
    const last = settled[block.last]
    if (last) last.heightPt += Math.max(0, neededPt(table, settled, block, taken) - blockHeightPt(settled, block))
  }
  return settled
}

function neededPt(table: Table, slices: readonly Slice[], block: Block, taken: Taken): number {
  const cell = table.layout.cells[block.cell]
  if (!cell) return 0
  const { begins, ends, again } = blockEnds(slices, block, cell)
  if (again || (begins && ends)) return 0 // the layout's own heights hold it
  const flow = table.flowCell(block.cell)
  if (flow.mode === 'repeat') return linesHeightPt(flow, flow.lines.length)
  return ends ? linesHeightPt(flow, flow.lines.length - (taken.get(block.cell) ?? 0)) : 0
}

/** The part of a row that fills the rest of the page; null: the row cannot or should not be cut here. */
function cutRow(table: Table, page: readonly Slice[], slice: Slice, taken: Taken): Slice | null {
  const { capacityPt, layout } = table
  if (isHeading(layout, slice)) return null
  const usedPt = sum(settle(table, page, taken))
  const restPt = capacityPt - usedPt
  const heightPt = sum(settle(table, [...page, slice], taken)) - usedPt
  const begun = page.some((other) => !other.repeated)
  const tooHigh = heightPt > capacityPt - sum(repeatedSlices(table, slice.row))
  if (begun && restPt < capacityPt * (tooHigh ? roomToCut.tooHigh : roomToCut.movable)) return null

  const part = { ...slice, heightPt: restPt, open: true }
  const settled = settle(table, [...page, part], taken)
  if (sum(settled) > capacityPt + rounding) return null // a label does not fit
  const ending = pageBlocks(table.owners, settled)
    .filter((block) => block.last === page.length)
    .flatMap((block) => {
      const flow = table.flowCell(block.cell)
      if (flow.mode === 'repeat' || flow.cell.row + flow.cell.rowSpan - 1 !== slice.row) return []
      const first = taken.get(block.cell) ?? 0
      const lines = linesThatFit(flow, first, blockHeightPt(settled, block))
      return [{ lines, left: flow.lines.length - first - lines, linePt: flow.linePt }]
    })
  const cut = ending.filter(({ left }) => left > 0)
  if (cut.length === 0) return { ...part, open: false }
  if (cut.every(({ lines }) => lines === 0)) return null
  // One line alone on the next page gets company.
  const lonely = cut.filter(({ left, lines }) => left === 1 && lines > 2).map(({ linePt }) => linePt)
  return lonely.length === cut.length ? { ...part, heightPt: restPt - Math.max(...lonely) } : part
}

/** Adds the lines that a closed page shows of flowing cells which go on. */
export function countLines(table: Table, slices: readonly Slice[], taken: Taken): void {
  for (const block of pageBlocks(table.owners, slices)) {
    const cell = table.layout.cells[block.cell]
    if (!cell) continue
    const { ends, again } = blockEnds(slices, block, cell)
    if (ends || again) continue
    const flow = table.flowCell(block.cell)
    const first = taken.get(block.cell) ?? 0
    if (flow.mode === 'flow') taken.set(block.cell, first + linesThatFit(flow, first, blockHeightPt(slices, block)))
  }
}

function isHeading({ repeatedRows: { first, count } }: Layout, slice: Slice | undefined): boolean {
  return slice !== undefined && !slice.repeated && slice.row >= first && slice.row < first + count
}

/** What a page that begins with this row shows above it. */
function repeatedSlices({ layout, capacityPt }: Table, row: number): Slice[] {
  const { first, count } = layout.repeatedRows
  if (row < first + count) return []
  const slices = layout.rows.slice(first, first + count).map(({ heightPt }, index) => ({
    row: first + index,
    heightPt,
    repeated: true,
    continued: false,
    open: false,
  }))
  return sum(slices) > capacityPt * highestHeading ? [] : slices
}

/** The row before which the last page should rather begin; -1: it is no widow, or nothing can be done. */
function widowCut({ layout, capacityPt }: Table, pages: readonly Slice[][]): number {
  const last = pages.at(-1)?.filter((slice) => !slice.repeated) ?? []
  const previous = pages.at(-2) ?? []
  const isWidow = last.length < widow.rows && sum(last) < capacityPt * widow.height
  if (!isWidow || previous.length === 0 || last.some((slice) => slice.continued)) return -1
  let before = -1
  let movedPt = sum(last)
  for (let index = previous.length - 1; index > 0; index--) {
    const slice = previous[index]
    if (!slice || slice.repeated || slice.continued || isHeading(layout, slice)) break
    movedPt += slice.heightPt
    if (sum(previous.slice(0, index)) < capacityPt * widow.keeps) break
    before = slice.row
    const rows = previous.length - index + last.length
    if (rows >= widow.rows && movedPt >= capacityPt * widow.height) break
  }
  return before
}

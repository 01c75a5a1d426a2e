/**
 * Which part of which cell stands on a page. A page is a list of slices (rows or parts of rows); the slices a cell covers
 * one after the other are one block, which is the cell as the page shows it. Heights in points.
 */
import { ownerAt } from '../layout/grid.ts'
import type { OwnerMap, SpanCell } from '../layout/grid.ts'

export interface Slice {
  /** Row of the Layout. */
  row: number
  heightPt: number
  repeated: boolean
  /** The row began on the page before. */
  continued: boolean
  /** The row goes on on the next page. */
  open: boolean
}

export interface Block {
  /** Index into Layout.cells. */
  cell: number
  /** Slices of the page, ends included. */
  first: number
  last: number
}

/** The cells' blocks on a page, in reading order. */
export function pageBlocks(owners: OwnerMap, slices: readonly Slice[]): Block[] {
  const blocks: Block[] = []
  let above = new Map<number, Block>()
  slices.forEach((slice, index) => {
    const here = new Map<number, Block>()
    for (let column = 0; column < owners.columns; column++) {
      const cell = ownerAt(owners, slice.row, column)
      if (cell === -1 || here.has(cell)) continue
      let block = above.get(cell)
      if (block) block.last = index
      else blocks.push((block = { cell, first: index, last: index }))
      here.set(cell, block)
    }
    above = here
  })
  return blocks
}

export const blockHeightPt = (slices: readonly Slice[], block: Block): number =>
  slices.slice(block.first, block.last + 1).reduce((sum, slice) => sum + slice.heightPt, 0)

/** Whether a block shows its cell from its first row, and to its last; `again`: it is only print that the table repeats. */
export function blockEnds(slices: readonly Slice[], block: Block, cell: SpanCell) {
  const first = slices[block.first]
  const last = slices[block.last]
  return {
    begins: first !== undefined && first.row === cell.row && !first.repeated && !first.continued,
    ends: last !== undefined && last.row === cell.row + cell.rowSpan - 1 && !last.open,
    again: last !== undefined && last.repeated,
  }
}

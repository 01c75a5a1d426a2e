/**
 * Where the choices of a cell stand: under it, or over it where the desk ends below; never past the desk's right edge.
 * All boxes in px inside the paper.
 */
import type { Box } from './cell-box.ts'

const gapPx = 3

export function placeList(cell: Box, list: Pick<Box, 'width' | 'height'>, visible: Box): Pick<Box, 'left' | 'top'> {
  const below = cell.top + cell.height + gapPx
  const above = cell.top - list.height - gapPx
  const fitsBelow = below + list.height <= visible.top + visible.height
  const right = visible.left + visible.width - list.width
  return {
    left: Math.max(visible.left, Math.min(cell.left, right)),
    top: fitsBelow || above < visible.top ? below : above,
  }
}

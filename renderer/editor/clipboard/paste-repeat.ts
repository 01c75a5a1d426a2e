/**
 * A block pasted into a larger selection, as spreadsheets do: where the selection is a whole number of blocks high and
 * wide, the block repeats until it is full; in the direction in which only one row or cell is selected it stands once.
 */
import type { PastedCell, PastedRows } from './read/clipboard.ts'
import { cellsIn, isSingleCell } from '../grid/selection.ts'
import type { Range } from '../grid/selection.ts'
import type { SheetMap } from '../grid/sheet-map.ts'

/** The rows to paste at the top left of the range. A selected merged cell is one cell, however many rows it spans. */
export function repeatedRows(sheet: SheetMap, range: Range, rows: PastedRows): PastedRows {
  const width = rows[0]?.length ?? 0
  if (isSingleCell(sheet, range) || width === 0 || rows.some((row) => row.length !== width)) return rows
  const counts = Array.from({ length: range.lastRow - range.row + 1 }, (_, index) => {
    const row = range.row + index
    return cellsIn(sheet, { ...range, row, lastRow: row }).length
  })
  const [selected = 0] = counts
  const down = times(counts.length, rows.length)
  const across = times(selected, width)
  if (!down || !across || counts.some((count) => count !== selected)) return rows
  const wide = across === 1 ? rows : rows.map((row) => Array.from({ length: across }, () => row.map(unplaced)).flat())
  return Array.from({ length: down }, () => wide).flat()
}

const unplaced = ({ text, continues }: PastedCell): PastedCell => ({ text, continues })

/** How often a length goes into the selected one; once into a single; null when it leaves a rest. */
function times(selected: number, length: number): number | null {
  if (selected === 1) return 1
  return selected % length === 0 ? selected / length : null
}

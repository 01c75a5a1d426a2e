/**
 * The levels of a row that was just added. A new row takes over the levels of the row above and so joins its merged
 * cells; while it holds nothing else, a level written from that row is meant for that row alone. Later a merged cell is
 * one cell again, and what is written there counts for all its rows.
 */
import type { Indicator } from '../../shared/model/project.ts'
import { rangeOf, selectOnly } from './selection.ts'
import type { Range } from './selection.ts'
import { cellAt } from './sheet-map.ts'
import type { SheetView } from './sheet-view.ts'

/** The row of the cursor, when it stands in a merged level cell and the row is new; else null. */
export function freshLevelRow(view: SheetView): number | null {
  const { sheet, selection } = view.state.getState()
  const { anchor, focus } = selection
  const cell = cellAt(sheet, anchor)
  const kind = cell?.binding?.kind
  if (!cell || cell.rowSpan === 1 || (kind !== 'category' && kind !== 'subcategory')) return null
  if (selection.wholeRows || cellAt(sheet, focus) !== cell) return null
  const item = sheet.layout.rows[anchor.row]?.item
  const indicator = item?.of === 'indicator' ? view.records()[0]?.indicators[item.index] : undefined
  return indicator && isFresh(indicator) ? anchor.row : null
}

function isFresh({ extra, ...texts }: Indicator): boolean {
  const levels: string[] = ['category', 'subcategory'] satisfies (keyof Indicator)[]
  const isBlank = Object.entries(texts).every(([field, text]) => levels.includes(field) || text.trim() === '')
  return isBlank && Object.keys(extra).length === 0
}

/** The cells that a text written at the selection goes to. */
export function writtenRange(view: SheetView): Range {
  const { sheet, selection } = view.state.getState()
  const row = freshLevelRow(view)
  if (row === null) return rangeOf(sheet, selection)
  return { ...rangeOf(sheet, selectOnly(selection.anchor)), row, lastRow: row }
}

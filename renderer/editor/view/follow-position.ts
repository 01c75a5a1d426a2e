/**
 * Where a cell stands after the table was changed under it by something else than its own view: another window, undo, an
 * import. The cell is its project, its indicator and its field, whatever row these are drawn in.
 */
import { inRow, rowOfPath } from '../../../shared/model/field-path.ts'
import { matchRows } from '../../../shared/compare/match-rows.ts'
import type { LayoutCell } from '../../../shared/layout/layout.ts'
import { itemRows, rowOfItem } from '../grid/row-items.ts'
import { cellAt, clampPosition, pathAtRow } from '../grid/sheet-map.ts'
import type { Position, SheetMap } from '../grid/sheet-map.ts'
import type { Entry } from '../table/entries.ts'

/** A drawn sheet and the projects it shows, in the order of its bindings. */
export interface DrawnEntries {
  sheet: SheetMap
  entries: readonly Entry[]
}

/** null: what the cell belongs to is not there any more. A label stays at its place. */
export function followPosition(before: DrawnEntries, after: DrawnEntries, position: Position): Position | null {
  const cell = cellAt(before.sheet, position)
  if (!cell?.binding) return clampPosition(after.sheet, position)
  const path = pathAtRow(before.sheet, cell, position.row)
  const own = cell.binding.record
  if (own === 'all') return place(after, 'all', path, position, cell)
  const entry = before.entries[own]
  const record = after.entries.findIndex(({ key }) => key === entry?.key)
  if (!entry || record < 0) return null
  const index = rowOfPath(path)
  if (index === null) return place(after, record, path, position, cell)
  const indicators = after.entries[record]?.record.indicators ?? []
  const old = entry.record.indicators
  const isBlankRow = index >= old.length // one for filling in, past the last indicator: it stays there
  const now = isBlankRow ? indicators.length + index - old.length : matchRows(old, indicators)[index]
  return typeof now !== 'number' ? null : place(after, record, inRow(path, now), position, cell)
}

function place(
  { sheet, entries }: DrawnEntries,
  record: number | 'all',
  path: string,
  from: Position,
  old: LayoutCell,
): Position | null {
  const shows = ({ binding }: LayoutCell): boolean =>
    binding?.record === record && (binding.path === path || binding.alsoPaths.includes(path))
  const inHalf = ({ binding }: LayoutCell): boolean => binding?.half === old.binding?.half
  const cell = sheet.layout.cells.find((one) => inHalf(one) && shows(one)) ?? sheet.layout.cells.find(shows)
  if (!cell) return null
  const index = rowOfPath(path)
  const count = record === 'all' ? 0 : (entries[record]?.record.indicators.length ?? 0)
  const row = index === null ? undefined : rowOfItem(itemRows(sheet, 'indicator', Math.max(count, index + 1)), index)
  const isInside = row !== undefined && row >= cell.row && row < cell.row + cell.rowSpan
  const column = cell.column + Math.min(cell.colSpan - 1, Math.max(0, from.column - old.column))
  return { row: isInside ? row : cell.row, column }
}

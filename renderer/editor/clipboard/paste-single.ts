/**
 * A clipboard of several lines on one selected cell: whether they are the text of this cell, cells of their own for the
 * rows below, or neither. A goal has paragraphs, a packed cell holds many indicators; nobody who pastes those means the
 * parts of the form that happen to stand below.
 */
import { kinds } from '../../../shared/values/kinds.ts'
import type { LayoutCell } from '../../../shared/layout/layout.ts'
import type { PastedRows } from './read/clipboard.ts'
import { pastedIndicators } from './read/pasted-indicators.ts'
import type { PastedIndicators } from './read/pasted-indicators.ts'
import { isSingleCell } from '../grid/selection.ts'
import type { Range } from '../grid/selection.ts'
import { cellAt } from '../grid/sheet-map.ts'
import type { SheetMap } from '../grid/sheet-map.ts'

export type SingleUse =
  /** One text, for the cell. */
  | { as: 'text'; text: string }
  /** Cells from here on, as the sheet has room. */
  | { as: 'cells' }
  /** Cells, as far as those below are of this kind and stand above the rows. */
  | { as: 'like-cells'; like: LayoutCell }
  /** Rows of indicators, for the packed cell. */
  | ({ as: 'indicators' } & PastedIndicators)
  /** A block of anything else, which has no place in a packed cell. */
  | { as: 'nothing' }

export function singleUse(sheet: SheetMap, range: Range, rows: PastedRows): SingleUse {
  const cells = rows.flat()
  const [first] = cells
  // what was copied as one merged cell is one text
  if (first && cells.slice(1).every(({ continues }) => continues)) return { as: 'text', text: first.text }
  const target = cellAt(sheet, range)
  if (!target || !isSingleCell(sheet, range)) return { as: 'cells' }
  const isColumn = rows.every((row) => row.length === 1)
  const { kind } = target.binding ?? {}
  if (kind === 'indicator-list' && !rows.every(([cell]) => isPacked(cell?.text ?? '')))
    return isColumn ? { as: 'text', text: joined(rows) } : blockUse(rows)
  if (!isColumn) return { as: 'cells' }
  const isInRows = sheet.layout.rows[range.row]?.item !== undefined
  const isPlainText = cells.every(({ column }) => column !== undefined)
  if (kind !== undefined && kinds[kind].multiline && (!isInRows || isPlainText))
    return { as: 'text', text: joined(rows) }
  return isInRows ? { as: 'cells' } : { as: 'like-cells', like: target }
}

function blockUse(rows: PastedRows): SingleUse {
  const found = pastedIndicators(rows)
  return found ? { as: 'indicators', ...found } : { as: 'nothing' }
}

/** As a list form packs the indicators of one project; several such texts are several projects. */
const isPacked = (text: string): boolean => /^\s*1\s*、.*指标值/su.test(text)

const joined = (rows: PastedRows): string => rows.map(([cell]) => cell?.text ?? '').join('\n')

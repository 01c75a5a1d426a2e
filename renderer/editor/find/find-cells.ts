/**
 * Find and replace over the cells of a table: which input cells hold a text, the next one from the cursor, and the writes
 * that replace it. Works on the form as it is built, so it finds what a person sees, in reading order.
 */
import { rowPath } from '../../../shared/model/field-path.ts'
import { readBinding } from '../../../shared/layout/binding.ts'
import { build } from '../../../shared/layout/build.ts'
import type { Records } from '../../../shared/layout/edit.ts'
import type { Binding, LayoutCell } from '../../../shared/layout/layout.ts'
import type { Template } from '../../../shared/templates/template.ts'
import { applyWrites, writeWhole } from '../commands/cell-writes.ts'
import type { CellWrite } from '../commands/cell-writes.ts'
import { findInText, replaceInText } from './find-text.ts'
import type { FindOptions } from './find-text.ts'
import type { Range } from '../grid/selection.ts'
import { createSheetMap, isInput } from '../grid/sheet-map.ts'
import type { Position, SheetMap } from '../grid/sheet-map.ts'

export interface FindRequest extends FindOptions {
  search: string
}

/** Input cells that hold the text, in reading order, and how often. */
export interface CellMatch {
  cell: LayoutCell
  count: number
}

export function findCells(template: Template, records: Records, sheet: SheetMap, request: FindRequest): CellMatch[] {
  if (request.search === '') return []
  return sheet.layout.cells.flatMap((cell) => {
    if (!isInput(cell)) return []
    const places = textsOf(template, records, cell).flatMap(({ text }) => findInText(text, request.search, request))
    return places.length > 0 ? [{ cell, count: places.length }] : []
  })
}

/** The matches a selected range holds whole or in part. */
export const matchesInside = (matches: readonly CellMatch[], range: Range): CellMatch[] =>
  matches.filter(
    ({ cell }) =>
      cell.row <= range.lastRow &&
      cell.row + cell.rowSpan > range.row &&
      cell.column <= range.lastColumn &&
      cell.column + cell.colSpan > range.column,
  )

/** Index of the match after (1) or before (-1) a position; goes on at the other end. -1 without matches. */
export function nextMatch(matches: readonly CellMatch[], from: Position, by: 1 | -1): number {
  const beyond = ({ cell }: CellMatch) => by * (cell.row - from.row || cell.column - from.column) > 0
  const found = by === 1 ? matches.findIndex(beyond) : matches.findLastIndex(beyond)
  if (found >= 0 || matches.length === 0) return found
  return by === 1 ? 0 : matches.length - 1
}

export function replaceCells(
  template: Template,
  records: Records,
  cells: readonly LayoutCell[],
  request: FindRequest,
  replacement: string,
): Records {
  const writes = cells.flatMap((cell) => {
    if (!isInput(cell)) return []
    return textsOf(template, records, cell).map(({ binding, text }) =>
      writeWhole(binding, replaceInText(text, request.search, replacement, request)),
    )
  })
  return applyWrites(template, records, writes)
}

/** The same in a table that is not on the screen: how many places, and the records with all of them replaced. `isMeant`: which cells. */
export function replaceInTable(
  template: Template,
  records: Records,
  request: FindRequest,
  replacement: string,
  isMeant: (cell: LayoutCell) => boolean,
): { count: number; records: Records } {
  const found = findCells(template, records, createSheetMap(build(template, records)), request)
  const matches = found.filter(({ cell }) => isMeant(cell))
  const cells = matches.map(({ cell }) => cell)
  return { count: countOf(matches), records: replaceCells(template, records, cells, request, replacement) }
}

export const countOf = (matches: readonly CellMatch[]): number => matches.reduce((sum, { count }) => sum + count, 0)

/** What a packed cell holds; the words between are printed by the form. */
const packedFields = [
  ['category', 'category'],
  ['subcategory', 'subcategory'],
  ['name', 'text'],
  ['termTarget', 'measure'],
  ['target', 'measure'],
] as const

/** The texts a person wrote into a cell: its field's, or those of all indicators of a packed cell. */
function textsOf(template: Template, records: Records, { binding }: LayoutCell): CellWrite[] {
  const record = binding && records[binding.record === 'all' ? 0 : binding.record]
  if (!record) return []
  const read = (one: Binding): CellWrite => ({
    binding: one,
    text: readBinding(record, one, template.vocabulary.levels),
  })
  if (binding.kind !== 'indicator-list') return [read(binding)]
  return record.indicators.flatMap((_, row) =>
    packedFields.map(([field, kind]) => read({ ...binding, kind, path: rowPath(row, field), alsoPaths: [] })),
  )
}

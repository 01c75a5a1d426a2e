/**
 * Find and replace over the cells of a table: which input cells hold a text, the next one from the cursor, and the writes
 * that replace it. Works on the form as it is built, so it finds what a person sees, in reading order.
 */
import { readBinding } from '../../../shared/layout/binding.ts'
import { build } from '../../../shared/layout/build.ts'
import type { Records } from '../../../shared/layout/edit.ts'
import type { LayoutCell } from '../../../shared/layout/layout.ts'
import type { Template } from '../../../shared/templates/template.ts'
import { applyWrites, writeWhole } from '../commands/cell-writes.ts'
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
    const { length } = findInText(textOf(template, records, cell), request.search, request)
    return length > 0 ? [{ cell, count: length }] : []
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
    if (!isInput(cell) || !cell.binding) return []
    const text = replaceInText(textOf(template, records, cell), request.search, replacement, request)
    return [writeWhole(cell.binding, text)]
  })
  return applyWrites(template, records, writes)
}

/** The same in a table that is not on the screen: how many places, and the records with all of them replaced. */
export function replaceInTable(
  template: Template,
  records: Records,
  request: FindRequest,
  replacement: string,
): { count: number; records: Records } {
  const matches = findCells(template, records, createSheetMap(build(template, records)), request)
  const cells = matches.map(({ cell }) => cell)
  return { count: countOf(matches), records: replaceCells(template, records, cells, request, replacement) }
}

export const countOf = (matches: readonly CellMatch[]): number => matches.reduce((sum, { count }) => sum + count, 0)

function textOf(template: Template, records: Records, { binding }: LayoutCell): string {
  if (!binding) return ''
  const record = records[binding.record === 'all' ? 0 : binding.record]
  return record ? readBinding(record, { path: binding.path, kind: binding.kind }, template.vocabulary.levels) : ''
}

/**
 * A Layout together with its owner map: what selection, navigation, clipboard and drawing ask for cells. Positions are
 * grid positions (row, column from 0); a position inside a merged cell means that cell, but keeps the row and column the
 * cursor came from, so that moving on leaves the merged cell where a person expects it.
 */
import { rowOfPath } from '../../../shared/model/field-path.ts'
import { ownerAt, ownerMap } from '../../../shared/layout/grid.ts'
import type { OwnerMap } from '../../../shared/layout/grid.ts'
import type { Binding, Layout, LayoutCell } from '../../../shared/layout/layout.ts'

export interface Position {
  row: number
  column: number
}

export interface SheetMap {
  layout: Layout
  owners: OwnerMap
}

export function createSheetMap(layout: Layout): SheetMap {
  return { layout, owners: ownerMap(layout.rows.length, layout.columnsMm.length, layout.cells) }
}

export function cellAt(sheet: SheetMap, { row, column }: Position): LayoutCell | undefined {
  return sheet.layout.cells[ownerAt(sheet.owners, row, column)]
}

export const positionOf = (cell: LayoutCell): Position => ({ row: cell.row, column: cell.column })

const inside = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value))

export const isInput = (cell: LayoutCell | undefined): cell is LayoutCell =>
  cell?.role === 'input' && cell.binding !== undefined

/** The position moved inside the grid, the same object where it is; a sheet that lost rows keeps a valid cursor. */
export function clampPosition(sheet: SheetMap, position: Position): Position {
  const [row, column] = [inside(position.row, sheet.owners.rows), inside(position.column, sheet.owners.columns)]
  return row === position.row && column === position.column ? position : { row, column }
}

/** The first input cell in reading order; the top left corner of a sheet without one. */
export function firstInput(sheet: SheetMap): Position {
  const cell = sheet.layout.cells.find(isInput)
  return cell ? positionOf(cell) : { row: 0, column: 0 }
}

/** The field path of a cell at one of its rows: a merged level cell shows the field of several indicators. */
export function pathAtRow(sheet: SheetMap, cell: LayoutCell, row: number): string {
  return pathsAtRow(sheet, cell, row)[0] ?? ''
}

/** All field paths of a cell at one of its rows: a form with parallel blocks may show two indicators in a row. */
export function pathsAtRow(sheet: SheetMap, cell: LayoutCell, row: number): string[] {
  if (!cell.binding) return []
  const paths = [cell.binding.path, ...cell.binding.alsoPaths]
  const first = indicatorAt(sheet, row)
  if (first === null || paths.length === 1) return [cell.binding.path]
  const next = nextIndicator(sheet, row)
  const places = indicatorPlaces(cell.binding, paths)
  const own: string[] = []
  for (let index = first; index < Math.min(next, places.end); index++) own.push(...(places.paths.get(index) ?? []))
  return own.length > 0 ? own : [cell.binding.path]
}

const indicatorAt = ({ layout }: SheetMap, row: number): number | null => {
  const item = layout.rows[row]?.item
  return item?.of === 'indicator' ? item.index : null
}

function nextIndicator(sheet: SheetMap, row: number): number {
  for (let below = row + 1; below < sheet.layout.rows.length; below++) {
    const index = indicatorAt(sheet, below)
    if (index !== null) return index
  }
  return Number.POSITIVE_INFINITY
}

interface IndicatorPlaces {
  paths: Map<number, string[]>
  /** Behind the last indicator the cell shows. */
  end: number
}

/** A merged level may show thousands of rows, and is asked for each. */
const known = new WeakMap<Binding, IndicatorPlaces>()

function indicatorPlaces(binding: Binding, paths: readonly string[]): IndicatorPlaces {
  const places = known.get(binding) ?? { paths: new Map<number, string[]>(), end: 0 }
  if (!known.has(binding)) {
    for (const path of paths) {
      const index = rowOfPath(path)
      if (index === null) continue
      places.paths.set(index, [...(places.paths.get(index) ?? []), path])
      places.end = Math.max(places.end, index + 1)
    }
    known.set(binding, places)
  }
  return places
}

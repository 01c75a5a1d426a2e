/** What the form calls a field, for lists of fields beside the sheet: as its cell is named, else by the word of the record. */
import { rowField } from '../../../shared/model/field-path.ts'
import { columnName as plainColumnName, fieldName as plainName } from '../../../shared/model/fields.ts'
import type { Layout } from '../../../shared/layout/layout.ts'

/** Cell names of a Layout by field path. */
export type FieldNames = ReadonlyMap<string, string>

export const fieldNames = (layout: Layout): FieldNames =>
  new Map(layout.cells.flatMap((cell) => (cell.binding ? [[cell.binding.path, cell.name] as const] : [])))

/** As the form names the cell, of whichever row: an indicator's field as its column is headed. */
export function fieldName(path: string, names: FieldNames): string {
  const own = names.get(path)
  if (own !== undefined) return own
  const column = rowField(path)
  return column === null ? plainName(path) : columnName(column, names)
}

/** A field of an indicator, as the form heads its column. `field`: path inside the indicator. */
export function columnName(field: string, names: FieldNames): string {
  const heading = [...names].find(([path]) => rowField(path) === field)?.[1]
  return heading ?? plainColumnName(field)
}

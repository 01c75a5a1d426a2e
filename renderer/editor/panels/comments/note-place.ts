/** Where a note is pinned, in words: the cell of the form, and for a packed cell the indicator in it. */
import type { LayoutCell } from '../../../../shared/layout/layout.ts'
import { rowOfPath } from '../../../../shared/model/field-path.ts'
import { placeName } from '../../../../shared/model/fields.ts'
import { fieldName } from '../field-names.ts'
import type { FieldNames } from '../field-names.ts'

/** 整张表, 第 3 个指标 指标值, 项目名称: by the field alone, whatever is drawn. */
export const notedField = (path: string, names: FieldNames): string => placeName(path, (one) => fieldName(one, names))

/** 第 5 行 三级指标, as the rows are numbered at the left of the sheet. */
export function notePlace(path: string, cell: LayoutCell | undefined, names: FieldNames): string {
  if (!cell) return notedField(path, names)
  const inside = cell.binding?.kind === 'indicator-list' && rowOfPath(path) !== null
  return `第 ${cell.row + 1} 行 ${inside ? notedField(path, names) : cell.name}`
}

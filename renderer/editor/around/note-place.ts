/** Where a note is pinned, in words: the cell of the form, and for a packed cell the indicator in it. */
import type { LayoutCell } from '../../../shared/layout/layout.ts'
import { rowOfPath } from '../../../shared/model/row-notes.ts'
import { columnName, fieldName } from './field-names.ts'
import type { FieldNames } from './field-names.ts'

/** 整张表, 第 3 个指标 指标值, 项目名称: by the field alone, whatever is drawn. */
export function notedField(path: string, names: FieldNames): string {
  if (path === '') return '整张表'
  const row = rowOfPath(path)
  if (row === null) return fieldName(path, names)
  const column = path.replace(/^indicators\[\d+\]\.?/, '')
  return `第 ${row + 1} 个指标${column === '' ? '' : ` ${columnName(column, names)}`}`
}

/** 第 5 行 三级指标, as the rows are numbered at the left of the sheet. */
export function notePlace(path: string, cell: LayoutCell | undefined, names: FieldNames): string {
  if (!cell) return notedField(path, names)
  const inside = cell.binding?.kind === 'indicator-list' && rowOfPath(path) !== null
  return `第 ${cell.row + 1} 行 ${inside ? notedField(path, names) : cell.name}`
}

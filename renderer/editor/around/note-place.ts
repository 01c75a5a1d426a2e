/** Where a note is pinned, in words. */
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

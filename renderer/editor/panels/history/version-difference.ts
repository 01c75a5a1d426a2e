/**
 * What differs between a version and the record now (shared/compare), in the words of the form at hand, and how to take one
 * difference back.
 */
import { takeBack } from '../../../../shared/compare/apply.ts'
import type { Change } from '../../../../shared/compare/change.ts'
import { difference } from '../../../../shared/compare/difference.ts'
import { rowOfPath } from '../../../../shared/model/field-path.ts'
import { placeName } from '../../../../shared/model/fields.ts'
import type { Indicator, ProjectRecord } from '../../../../shared/model/project.ts'
import { fieldName } from '../field-names.ts'
import type { FieldNames } from '../field-names.ts'

export interface Difference {
  /** What the form calls the place. */
  name: string
  /** Text in the version, and now; '' where the row is not there. */
  was: string
  is: string
  /** The record with this one difference taken back. */
  restore: (present: ProjectRecord) => ProjectRecord
}

export function versionDifference(version: ProjectRecord, present: ProjectRecord, names: FieldNames): Difference[] {
  const changes = difference(version, present)
  return changes.map((change) => ({
    ...shownChange(change, names),
    restore: (record) => takeBack(record, changes, change),
  }))
}

function shownChange(change: Change, names: FieldNames): Pick<Difference, 'name' | 'was' | 'is'> {
  const { from, to } = change
  const nameOf = (path: string) => placeName(path, (one) => fieldName(one, names))
  switch (change.kind) {
    case 'changed':
      return { name: nameOf(change.path), was: from, is: to }
    case 'removed':
      return { name: `少了一行：${from || nameless}`, was: rowText(change.row), is: '' }
    case 'added':
      return { name: `多了${nameOf(change.path)}：${to || nameless}`, was: '', is: rowText(change.row) }
    default:
      return {
        name: `换了位置：${to || nameless}`,
        was: `第 ${(rowOfPath(change.fromPath) ?? 0) + 1} 个`,
        is: `第 ${(rowOfPath(change.path) ?? 0) + 1} 个`,
      }
  }
}

const nameless = '（没有名称）'

const rowText = ({ category, subcategory, name, target }: Indicator): string =>
  [category, subcategory, name, target].filter((text) => text !== '').join('，')

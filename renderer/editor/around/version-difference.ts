/**
 * What differs between a version and the record now, cell by cell, and how to take one difference back. Indicators are
 * matched by what they say, not by their place: an inserted row is one difference, not a change of every row below it.
 */
import { diffArrays } from 'diff'
import { rowPath, writeField } from '../../../shared/model/field-path.ts'
import type { Indicator, ProjectRecord } from '../../../shared/model/project.ts'
import { columnName, fieldName } from './field-names.ts'
import type { FieldNames } from './field-names.ts'

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
  const fields = changedTexts(fieldsBesideRows(version), fieldsBesideRows(present)).map(({ path, was, is }) => ({
    name: fieldName(path, names),
    was,
    is,
    restore: (record: ProjectRecord) => writeField(record, path, was),
  }))
  return [...fields, ...rowDifferences(version.indicators, present.indicators, names)]
}

const fieldsBesideRows = (record: ProjectRecord) => recordFields({ ...record, indicators: [] })

function rowDifferences(before: readonly Indicator[], after: readonly Indicator[], names: FieldNames): Difference[] {
  return matchRows(before, after).flatMap(([from, to]): Difference[] => {
    const old = before[from ?? -1]
    const now = after[to ?? -1]
    if (old && now && to !== null) return cellDifferences(old, now, to, names)
    if (old) {
      // where its predecessor stands now
      const place = placeAfter(before, after, from ?? 0)
      return [
        {
          name: `少了一行：${old.name || '（没有名称）'}`,
          was: rowText(old),
          is: '',
          restore: (record) => ({ ...record, indicators: record.indicators.toSpliced(place, 0, old) }),
        },
      ]
    }
    return now && to !== null
      ? [
          {
            name: `多了第 ${to + 1} 个指标：${now.name || '（没有名称）'}`,
            was: '',
            is: rowText(now),
            restore: (record) => ({ ...record, indicators: record.indicators.toSpliced(to, 1) }),
          },
        ]
      : []
  })
}

function cellDifferences(old: Indicator, now: Indicator, place: number, names: FieldNames): Difference[] {
  return changedTexts(recordFields(old), recordFields(now)).map(({ path, was, is }) => ({
    name: `第 ${place + 1} 个指标 ${columnName(path, names)}`,
    was,
    is,
    restore: (record: ProjectRecord) => writeField(record, rowPath(place, path), was),
  }))
}

type RowPair = [from: number | null, to: number | null]

const rowKey = ({ name }: Indicator): string => name.trim()

/** Rows that say the same name are the same; between them, rows in the same place are the same row renamed. */
function matchRows(before: readonly Indicator[], after: readonly Indicator[]): RowPair[] {
  const pairs: RowPair[] = []
  let from = 0
  let to = 0
  let gone: number[] = []
  let come: number[] = []
  const close = () => {
    for (let index = 0; index < Math.max(gone.length, come.length); index++) {
      pairs.push([gone[index] ?? null, come[index] ?? null])
    }
    gone = []
    come = []
  }
  for (const part of diffArrays(before.map(rowKey), after.map(rowKey))) {
    if (!part.added && !part.removed) close()
    for (let count = 0; count < part.value.length; count++) {
      if (part.removed) gone.push(from++)
      else if (part.added) come.push(to++)
      else pairs.push([from++, to++])
    }
  }
  close()
  return pairs
}

function placeAfter(before: readonly Indicator[], after: readonly Indicator[], from: number): number {
  const previous = matchRows(before, after).findLast(([old, now]) => old !== null && old < from && now !== null)
  return previous ? (previous[1] ?? -1) + 1 : 0
}

const rowText = ({ category, subcategory, name, target }: Indicator): string =>
  [category, subcategory, name, target].filter((text) => text !== '').join('，')

interface ChangedText {
  path: string
  was: string
  is: string
}

function changedTexts(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): ChangedText[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((path) => ({ path, was: before.get(path) ?? '', is: after.get(path) ?? '' }))
    .filter(({ was, is }) => was !== is)
}

/** Every text of a record or indicator by its path. */
function recordFields(record: object): Map<string, string> {
  const fields = new Map<string, string>()
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') fields.set(path, value)
    else if (Array.isArray(value)) value.forEach((one, index) => walk(one, `${path}[${index}]`))
    else if (typeof value === 'object' && value !== null) {
      for (const [key, one] of Object.entries(value)) walk(one, path === '' ? key : `${path}.${key}`)
    }
  }
  walk(record, '')
  return fields
}

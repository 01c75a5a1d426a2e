/**
 * A difference put to use: apply(difference(a, b), a) is b, the reverse leads back. The changes of one difference belong
 * together, for their paths count rows of the two records they stand between; to take back a single one there is takeBack.
 */
import { inRow, rowOfPath, rowPath, writeField } from '../model/field-path.ts'
import type { Indicator, ProjectRecord } from '../model/project.ts'
import type { Change } from './change.ts'
import { rowPlaces } from './row-places.ts'

/** `record`: what the difference was made from. */
export function applyChanges(record: ProjectRecord, changes: readonly Change[]): ProjectRecord {
  const placed = changes.some(({ kind }) => kind !== 'changed')
    ? { ...record, indicators: placeRows(record.indicators, changes) }
    : record
  return changes.reduce((all, one) => (one.kind === 'changed' ? writeField(all, one.path, one.to) : all), placed)
}

function placeRows(rows: readonly Indicator[], changes: readonly Change[]): Indicator[] {
  const { growth, oldOf } = rowPlaces(changes)
  const added = new Map(
    changes.flatMap((one) => (one.kind === 'added' ? [[rowOfPath(one.path), one.row] as const] : [])),
  )
  return Array.from({ length: rows.length + growth }, (_, place) => {
    const old = oldOf(place)
    const row = old === null ? added.get(place) : rows[old]
    if (!row) throw new Error('the difference is not one of this record')
    return row
  })
}

/** The difference the other way round. */
export function reverseChanges(changes: readonly Change[]): Change[] {
  const { oldOf } = rowPlaces(changes)
  return changes.map((one): Change => {
    const { from, to } = one
    switch (one.kind) {
      case 'changed':
        return { kind: 'changed', path: inRow(one.path, oldOf(rowOfPath(one.path) ?? 0) ?? 0), from: to, to: from }
      case 'added':
        return { kind: 'removed', path: one.path, from: one.to, to: '', row: one.row }
      case 'removed':
        return { kind: 'added', path: one.path, from: '', to: one.from, row: one.row }
      default:
        return { kind: 'moved', path: one.fromPath, fromPath: one.path, from: to, to: from }
    }
  })
}

/**
 * The new record with one of the changes that led to it taken back. `record`: what the difference leads to. A row that went
 * or was moved comes to stand behind the row it stood behind, among those that stayed in their order.
 */
export function takeBack(record: ProjectRecord, changes: readonly Change[], one: Change): ProjectRecord {
  if (one.kind === 'changed') return writeField(record, one.path, one.from)
  const { indicators } = record
  const place = rowOfPath(one.path) ?? 0
  if (one.kind === 'added') return { ...record, indicators: indicators.toSpliced(place, 1) }
  if (one.kind === 'removed')
    return { ...record, indicators: indicators.toSpliced(placeBehind(changes, place), 0, one.row) }
  const row = indicators[place]
  if (!row) throw new Error('the difference is not one of this record')
  const to = placeBehind(changes, rowOfPath(one.fromPath) ?? 0)
  const left = indicators.toSpliced(place, 1)
  return { ...record, indicators: left.toSpliced(to > place ? to - 1 : to, 0, row) }
}

/** Behind the nearest row before `row` of the old record that was neither removed nor moved. */
function placeBehind(changes: readonly Change[], row: number): number {
  const { newOf } = rowPlaces(changes)
  const moved = new Set(changes.flatMap((one) => (one.kind === 'moved' ? [one.fromPath] : [])))
  for (let before = row - 1; before >= 0; before--) {
    const place = moved.has(rowPath(before)) ? null : newOf(before)
    if (place !== null) return place + 1
  }
  return 0
}

/**
 * What has to be done to one record to make another of it: texts changed, rows added, removed and moved. Taken together the
 * changes are the whole difference: apply.ts makes the new record of the old one, reverse gives the way back. A list of
 * changes goes down the form: fields, then rows in the order of the new record, a removed one where it stood.
 */
import { rowPath } from '../model/field-path.ts'
import type { Indicator, ProjectRecord } from '../model/project.ts'
import type { Change, TextChange } from './change.ts'
import { matchRows } from './match-rows.ts'
import type { RowIds } from './match-rows.ts'
import { movedPlaces } from './row-order.ts'
import type { Places } from './row-order.ts'
import { pathsOf, recordTexts, rowTexts } from './texts.ts'
import type { Texts } from './texts.ts'

export function difference(before: ProjectRecord, after: ProjectRecord, ids?: RowIds): Change[] {
  if (before === after) return []
  const fields = changedTexts(recordTexts(before), recordTexts(after), (path) => path)
  if (before.indicators === after.indicators) return fields
  const places = matchRows(before.indicators, after.indicators, ids)
  return [...fields, ...rowChanges(before.indicators, after.indicators, places)]
}

function changedTexts(before: Texts, after: Texts, pathOf: (path: string) => string): TextChange[] {
  return pathsOf(before, after)
    .map((path): TextChange => {
      return { kind: 'changed', path: pathOf(path), from: before.get(path) ?? '', to: after.get(path) ?? '' }
    })
    .filter(({ from, to }) => from !== to)
}

function rowChanges(before: readonly Indicator[], after: readonly Indicator[], places: Places): Change[] {
  const moved = movedPlaces(places)
  const rows: (number | null)[] = after.map(() => null)
  for (const [row, place] of places.entries()) if (place !== null) rows[place] = row
  const removed = removedBehind(places, moved)
  const gone = (place: number): Change[] =>
    (removed.get(place) ?? []).flatMap((row): Change[] => {
      const one = before[row]
      return one ? [{ kind: 'removed', path: rowPath(row), from: one.name, to: '', row: one }] : []
    })
  return [
    ...gone(-1),
    ...after.flatMap((now, place): Change[] => {
      const row = rows[place] ?? null
      const old = row === null ? undefined : before[row]
      if (row === null || !old)
        return [{ kind: 'added', path: rowPath(place), from: '', to: now.name, row: now }, ...gone(place)]
      const move: Change[] = moved.has(place)
        ? [{ kind: 'moved', path: rowPath(place), fromPath: rowPath(row), from: old.name, to: now.name }]
        : []
      const texts = old === now ? [] : changedTexts(rowTexts(old), rowTexts(now), (field) => rowPath(place, field))
      return [...move, ...texts, ...gone(place)]
    }),
  ]
}

/** Rows that are gone, by the place of the row before them that stayed where it was; -1: none stands before them. */
function removedBehind(places: Places, moved: ReadonlySet<number>): Map<number, number[]> {
  const removed = new Map<number, number[]>()
  let last = -1
  for (const [row, place] of places.entries()) {
    if (place === null) removed.set(last, [...(removed.get(last) ?? []), row])
    else if (!moved.has(place)) last = place
  }
  return removed
}

/**
 * Notes pinned to indicators follow their row. A change of a record says nothing about which row became which: this file
 * finds it out. A row that is the same object, has the same content or the same name is the same row wherever it stands;
 * a row left over keeps its place when the number of rows is the same, else it is paired with what stands between the same
 * neighbours. The notes of a deleted row go with it.
 */
import { inRow, rowOfPath } from './field-path.ts'
import type { Note } from './note.ts'
import type { Indicator, ProjectRecord } from './project.ts'

/** The notes after the record was changed from `before` to `after`; the same list where nothing moves. */
export function followRows(notes: Note[], before: ProjectRecord, after: ProjectRecord): Note[] {
  if (before.indicators === after.indicators || !notes.some(({ path }) => rowOfPath(path) !== null)) return notes
  const places = matchRows(before.indicators, after.indicators)
  if (places.every((place, row) => place === row)) return notes
  return notes.flatMap((note): Note[] => {
    const row = rowOfPath(note.path)
    // a row that is not there yet is the blank one for filling in: it keeps its place
    if (row === null || row >= places.length) return [note]
    const place = places[row]
    if (place === row) return [note]
    return typeof place === 'number' ? [{ ...note, path: inRow(note.path, place) }] : []
  })
}

type Places = (number | null)[]

/** For each row of `before` its place in `after`; null: it is gone. */
export function matchRows(before: readonly Indicator[], after: readonly Indicator[]): Places {
  const places: Places = before.map(() => null)
  const taken = new Set<number>()
  const pair = (row: number, place: number): void => {
    places[row] = place
    taken.add(place)
  }
  const pairEqual = (keyOf: (row: Indicator) => unknown): void => {
    const waiting = new Map<unknown, number[]>()
    for (const [place, row] of after.entries()) {
      const key = keyOf(row)
      if (!taken.has(place) && key !== '') waiting.set(key, [...(waiting.get(key) ?? []), place])
    }
    for (const [row, one] of before.entries()) {
      const place = places[row] === null ? waiting.get(keyOf(one))?.shift() : undefined
      if (place !== undefined) pair(row, place)
    }
  }
  pairEqual((row) => row)
  if (isSettled(places, taken, after)) return places
  pairEqual((row) => JSON.stringify(row))
  if (before.length === after.length) {
    for (const [row, place] of places.entries()) if (place === null && !taken.has(row)) pair(row, row)
  }
  pairEqual(({ name }) => name.trim())
  pairBetween(places, taken, after.length, pair)
  return places
}

const isSettled = (places: Places, taken: ReadonlySet<number>, after: readonly Indicator[]): boolean =>
  !places.includes(null) || taken.size === after.length

/** Rows left over are paired, in their order, with what is left over behind the same neighbour. */
function pairBetween(
  places: Places,
  taken: ReadonlySet<number>,
  count: number,
  pair: (row: number, place: number) => void,
): void {
  let next = 0
  for (const [row, place] of places.entries()) {
    if (place !== null) next = place + 1
    else if (next < count && !taken.has(next)) pair(row, next++)
  }
}

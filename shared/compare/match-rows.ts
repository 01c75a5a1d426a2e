/**
 * WHICH ROW IS THIS: the one answer for notes, cursor, history, import, merge and the command line (record.md). Rows are the
 * same by, in this order: their hidden identity, 三级指标 and levels, 三级指标 alone, most equal cells between two matched
 * neighbours. Of several rows with one name those that are equal throughout belong together, the others by their order.
 */
import { nameKey } from '../identity/names.ts'
import type { Indicator } from '../model/project.ts'
import { pairGap } from './pair-gap.ts'
import { movedPlaces } from './row-order.ts'
import { rowTexts } from './texts.ts'
import type { Places } from './row-order.ts'

/** Hidden identities of the rows, as files of ours carry them; '' or absent: none. One object in both lists is one too. */
export interface RowIds {
  before: readonly string[]
  after: readonly string[]
}

export function matchRows(before: readonly Indicator[], after: readonly Indicator[], ids?: RowIds): Places {
  const pairing = createPairing(before, after)
  if (ids)
    pairing.pairEqual(
      (_, row) => ids.before[row] ?? '',
      (_, place) => ids.after[place] ?? '',
    )
  pairing.pairEqual((row) => row)
  if (pairing.isSettled()) return pairing.places
  for (const keyOf of [exactKey, indicatorKey, (row: Indicator) => nameKey(row.name)]) pairing.pairEqual(keyOf)
  if (!pairing.isSettled()) pairGaps(pairing, before, after)
  return pairing.places
}

/** Levels and name, and every text of the row; also of a row without a name, as long as anything stands in it. */
function exactKey(row: Indicator): string {
  const texts = [...rowTexts(row)]
  return texts.length === 0 ? '' : JSON.stringify(texts.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

/** Levels and name, however they are spelled; '' without a name. */
export function indicatorKey({ category, subcategory, name }: Indicator): string {
  const key = nameKey(name)
  return key === '' ? '' : JSON.stringify([nameKey(category), nameKey(subcategory), key])
}

/** Of two rows beside each other: whether they are of one indicator. */
export const isSameIndicator = (one: Indicator, other: Indicator): boolean =>
  indicatorKey(one) !== '' && indicatorKey(one) === indicatorKey(other)

type KeyOf = (row: Indicator, index: number) => unknown

interface Pairing {
  places: Places
  taken: Set<number>
  pair: (row: number, place: number) => void
  /** Pairs rows of one key that are not paired yet, in their order; '' is no key. */
  pairEqual: (keyOf: KeyOf, otherKeyOf?: KeyOf) => void
  /** Every old row has its place, or every place its old row. */
  isSettled: () => boolean
}

function createPairing(before: readonly Indicator[], after: readonly Indicator[]): Pairing {
  const places: Places = before.map(() => null)
  const taken = new Set<number>()
  const pair = (row: number, place: number): void => {
    places[row] = place
    taken.add(place)
  }
  return {
    places,
    taken,
    pair,
    pairEqual(keyOf, otherKeyOf = keyOf) {
      const waiting = new Map<unknown, number[]>()
      for (const [place, row] of after.entries()) {
        const key = taken.has(place) ? '' : otherKeyOf(row, place)
        if (key === '') continue
        const same = waiting.get(key)
        if (same) same.push(place)
        else waiting.set(key, [place])
      }
      for (const same of waiting.values()) same.reverse()
      for (const [row, one] of before.entries()) {
        const place = places[row] === null ? waiting.get(keyOf(one, row))?.pop() : undefined
        if (place !== undefined) pair(row, place)
      }
    },
    isSettled: () => taken.size === before.length || taken.size === after.length,
  }
}

/** Rows left over, between each two neighbours that are matched and were not moved. */
function pairGaps({ places, taken, pair }: Pairing, before: readonly Indicator[], after: readonly Indicator[]): void {
  const moved = movedPlaces(places)
  const found: [number, number][] = []
  let [row, place] = [0, 0]
  const close = (endRow: number, endPlace: number): void => {
    const rows = range(row, endRow).filter((one) => places[one] === null)
    const free = range(place, endPlace).filter((one) => !taken.has(one))
    const pairs = pairGap(
      rows.flatMap((one) => before[one] ?? []),
      free.flatMap((one) => after[one] ?? []),
    )
    for (const [from, to] of pairs) found.push([rows[from] ?? 0, free[to] ?? 0])
  }
  for (const [known, to] of places.entries()) {
    if (to === null || moved.has(to)) continue
    close(known, to)
    row = known + 1
    place = to + 1
  }
  close(before.length, after.length)
  for (const [from, to] of found) pair(from, to)
}

const range = (start: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index)

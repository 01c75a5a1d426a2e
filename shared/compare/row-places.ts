/** Which row of the old record stands where in the new one, from the changes alone: rows that are not named in them stayed in their order. */
import { rowOfPath } from '../model/field-path.ts'
import type { Change } from './change.ts'

export interface RowPlaces {
  /** How many rows the new record has more than the old one. */
  growth: number
  /** Place in the new record; null: the row is gone. */
  newOf: (row: number) => number | null
  /** Row of the old record; null: it was not there. */
  oldOf: (place: number) => number | null
}

export function rowPlaces(changes: readonly Change[]): RowPlaces {
  const rowsOf = (kind: Change['kind']) => changes.filter((one) => one.kind === kind).map(({ path }) => row(path))
  const [added, removed] = [rowsOf('added'), rowsOf('removed')]
  const moves = changes.flatMap((one) => (one.kind === 'moved' ? [[row(one.fromPath), row(one.path)] as const] : []))
  const newOfMoved = new Map(moves)
  const oldOfMoved = new Map(moves.map(([old, now]) => [now, old]))
  const [wasAdded, wasRemoved] = [new Set(added), new Set(removed)]
  const taken = sorted([...added, ...oldOfMoved.keys()])
  const left = sorted([...removed, ...newOfMoved.keys()])
  return {
    growth: added.length - removed.length,
    newOf: (old) => (wasRemoved.has(old) ? null : (newOfMoved.get(old) ?? numberOf(rankOf(old, left), taken))),
    oldOf: (place) => (wasAdded.has(place) ? null : (oldOfMoved.get(place) ?? numberOf(rankOf(place, taken), left))),
  }
}

const row = (path: string): number => rowOfPath(path) ?? 0

const sorted = (numbers: readonly number[]): number[] => numbers.toSorted((one, other) => one - other)

/** How many numbers below it are not among the sorted ones. */
function rankOf(number: number, numbers: readonly number[]): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) < number) low = middle + 1
    else high = middle
  }
  return number - low
}

/** The number with this rank among those that are not in the sorted list; the inverse of rankOf. */
function numberOf(rank: number, numbers: readonly number[]): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    // numbers that are free below the one in the middle
    if ((numbers[middle] ?? 0) - middle <= rank) low = middle + 1
    else high = middle
  }
  return rank + low
}

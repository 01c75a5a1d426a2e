/** The rows of two sides and of what both began with, as one list: which row of each is the same. */
import { nameKey } from '../identity/names.ts'
import type { Indicator, ProjectRecord } from '../model/project.ts'
import type { Sides } from './merge-texts.ts'
import { matchRows } from './match-rows.ts'
import { movedPlaces } from './row-order.ts'

/** One row, by its index on each side; null: it is not there. */
export interface AlignedRow {
  base: number | null
  held: number | null
  incoming: number | null
  /** Against the base, or, where there is none, against the held side. */
  isMovedHere: boolean
  isMovedThere: boolean
}

/** Rows of the held side in their order, then those only of the incoming side, then those both have removed. */
export function alignRows({ base, held, incoming }: Sides<ProjectRecord>): AlignedRow[] {
  if (!base) return alignTwo(held.indicators, incoming.indicators)
  const here = matchRows(base.indicators, held.indicators)
  const there = matchRows(base.indicators, incoming.indicators)
  const [movedHere, movedThere] = [movedPlaces(here), movedPlaces(there)]
  const known = base.indicators.map((_, row): AlignedRow => {
    const [place, other] = [here[row] ?? null, there[row] ?? null]
    return {
      base: row,
      held: place,
      incoming: other,
      isMovedHere: place !== null && movedHere.has(place),
      isMovedThere: other !== null && movedThere.has(other),
    }
  })
  const [addedHere, addedThere] = [freshRows(held.indicators, here), freshRows(incoming.indicators, there)]
  const fresh = alignTwo(
    addedHere.flatMap((row) => held.indicators[row] ?? []),
    addedThere.flatMap((row) => incoming.indicators[row] ?? []),
    isNamedAlike,
  ).map((one): AlignedRow => {
    const [own, other] = [
      one.held === null ? null : addedHere[one.held],
      one.incoming === null ? null : addedThere[one.incoming],
    ]
    return { base: null, held: own ?? null, incoming: other ?? null, isMovedHere: false, isMovedThere: false }
  })
  return [...known, ...fresh]
}

/** Rows both sides added are one only where they have the same name: two blank rows are two. */
const isNamedAlike = (one: Indicator, other: Indicator): boolean =>
  nameKey(one.name) !== '' && nameKey(one.name) === nameKey(other.name)

function alignTwo(
  held: readonly Indicator[],
  incoming: readonly Indicator[],
  mayMatch: (one: Indicator, other: Indicator) => boolean = () => true,
): AlignedRow[] {
  const places = matchRows(held, incoming).map((place, row) => {
    const [one, other] = [held[row], incoming[place ?? -1]]
    return one && other && mayMatch(one, other) ? place : null
  })
  const moved = movedPlaces(places)
  const taken = new Set(places)
  const here = places.map((place, row): AlignedRow => {
    return {
      base: null,
      held: row,
      incoming: place,
      isMovedHere: false,
      isMovedThere: place !== null && moved.has(place),
    }
  })
  const there = incoming.flatMap((_, row): AlignedRow[] =>
    taken.has(row) ? [] : [{ base: null, held: null, incoming: row, isMovedHere: false, isMovedThere: false }],
  )
  return [...here, ...there]
}

function freshRows(rows: readonly Indicator[], places: readonly (number | null)[]): number[] {
  const known = new Set(places)
  return rows.flatMap((_, row) => (known.has(row) ? [] : [row]))
}

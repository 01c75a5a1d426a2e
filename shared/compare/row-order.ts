/**
 * Which rows were moved. Rows that an inserted or deleted one pushed along were not: moved are the fewest rows whose removal
 * leaves the order unchanged; where several choices are equally few, the lower ones of the new record.
 */
/** For each row of the old list its place in the new one; null: it is gone. */
export type Places = (number | null)[]

/** Rows of the new record that were moved. `places`: for each old row its place in the new record. */
export function movedPlaces(places: Places): Set<number> {
  const rows = rowsByPlace(places)
  const kept = new Set(longestRise(rows.map(({ row }) => row)).map((at) => rows[at]?.place))
  return new Set(rows.map(({ place }) => place).filter((place) => !kept.has(place)))
}

/** Old rows that are still there, in the order of the new record. */
function rowsByPlace(places: Places): { row: number; place: number }[] {
  const there = places.flatMap((place, row) => (place === null ? [] : [{ row, place }]))
  return there.toSorted((one, other) => one.place - other.place)
}

/** Indices of a longest rising sequence of different numbers; of several the one whose indices come first. n log n. */
function longestRise(numbers: readonly number[]): number[] {
  /** By length, from the back: the greatest number a rise of this length can begin with. */
  const beginnings: number[] = []
  const lengths = numbers.map(() => 0)
  for (let at = numbers.length - 1; at >= 0; at--) {
    const number = numbers[at] ?? 0
    let low = 0
    let high = beginnings.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((beginnings[middle] ?? 0) > number) low = middle + 1
      else high = middle
    }
    beginnings[low] = number
    lengths[at] = low + 1
  }
  const rise: number[] = []
  let [wanted, last] = [beginnings.length, -1]
  for (const [at, number] of numbers.entries()) {
    if (lengths[at] !== wanted || number <= last) continue
    rise.push(at)
    last = number
    wanted -= 1
  }
  return rise
}

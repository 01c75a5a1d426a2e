/**
 * Rows between two that are known, on both sides: which of them are the same, though neither identity nor name says it. In
 * their order, so that as many cells as possible are equal; of equal choices as many pairs as possible, the upper ones first.
 */
import type { Indicator } from '../model/project.ts'
import { rowTexts } from './texts.ts'

/** Larger gaps (a table of hundreds of rows that were all renamed) are paired by place: the cost is bounded. */
const largestGap = 250_000

export function pairGap(before: readonly Indicator[], after: readonly Indicator[]): [row: number, place: number][] {
  const [rows, places] = [before.length, after.length]
  if (rows === 0 || places === 0) return []
  if (rows === 1 && places === 1) return [[0, 0]]
  if (rows * places > largestGap)
    return Array.from({ length: Math.min(rows, places) }, (_, index): [number, number] => [index, index])
  const equal = equalCells(before, after)
  /** Worth of the best pairing of the rows from here on: equal cells count first, then pairs. */
  const best = new Float64Array((rows + 1) * (places + 1))
  const worthAt = (row: number, place: number): number => best[row * (places + 1) + place] ?? 0
  const worthOfPair = (row: number, place: number): number =>
    (equal[row * places + place] ?? 0) * pairsPerCell + 1 + worthAt(row + 1, place + 1)
  for (let row = rows - 1; row >= 0; row--) {
    for (let place = places - 1; place >= 0; place--) {
      best[row * (places + 1) + place] = Math.max(
        worthOfPair(row, place),
        worthAt(row + 1, place),
        worthAt(row, place + 1),
      )
    }
  }
  const pairs: [number, number][] = []
  for (let row = 0, place = 0; row < rows && place < places;) {
    const worth = worthAt(row, place)
    if (worth === worthOfPair(row, place)) pairs.push([row++, place++])
    else if (worth === worthAt(row, place + 1)) place++
    else row++
  }
  return pairs
}

/** More than a gap can have pairs. */
const pairsPerCell = 1000

/** How many filled cells are equal, for each pair. */
function equalCells(before: readonly Indicator[], after: readonly Indicator[]): Uint16Array {
  const texts = after.map((row) => [...rowTexts(row)])
  return Uint16Array.from(
    before.flatMap((row) => {
      const own = rowTexts(row)
      return texts.map((other) => other.filter(([path, text]) => own.get(path) === text).length)
    }),
  )
}

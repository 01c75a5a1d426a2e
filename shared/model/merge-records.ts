/**
 * Two changes of the same record put together: what was changed here and what was changed elsewhere, both since `base`.
 * Fields go one by one; indicators row by row, whichever side inserted, deleted or moved rows. Where both sides changed
 * the same place differently the change made here stands, and the place is named, so that the caller can ask a person.
 */
import { rowPath } from './field-path.ts'
import type { Indicator, ProjectRecord } from './project.ts'
import { matchRows } from './row-notes.ts'

export interface MergedRecord {
  /** One of the two given records where the other changed nothing. */
  record: ProjectRecord
  /** Field paths that both sides changed, differently; `indicators` where both moved rows about. */
  overlaps: string[]
}

export function mergeRecords(base: ProjectRecord, mine: ProjectRecord, theirs: ProjectRecord): MergedRecord {
  if (isEqual(mine, base)) return { record: theirs, overlaps: [] }
  if (isEqual(theirs, base)) return { record: mine, overlaps: [] }
  const overlaps: string[] = []
  const note = (path: string) => void overlaps.push(path)
  const fields = mergeMembers(withoutRows(base), withoutRows(mine), withoutRows(theirs), '', note)
  return { record: { ...fields, indicators: mergeRows(base, mine, theirs, note) }, overlaps }
}

type Note = (path: string) => void

/** The rows are merged by themselves. */
const withoutRows = (record: ProjectRecord): ProjectRecord => ({ ...record, indicators: [] })

function mergeRows(base: ProjectRecord, mine: ProjectRecord, theirs: ProjectRecord, note: Note): Indicator[] {
  if (isEqual(mine.indicators, base.indicators)) return theirs.indicators
  if (isEqual(theirs.indicators, base.indicators) || isEqual(theirs.indicators, mine.indicators)) return mine.indicators
  const [here, there] = [matchRows(base.indicators, mine.indicators), matchRows(base.indicators, theirs.indicators)]
  const [isMovedHere, isMovedThere] = [isMoved(here, mine.indicators), isMoved(there, theirs.indicators)]
  if (isMovedHere && isMovedThere) {
    note('indicators')
    return mine.indicators
  }
  // one side gives the rows and their order, the other changed texts in them
  const [frame, other, places, otherPlaces] = isMovedThere
    ? [theirs.indicators, mine.indicators, there, here]
    : [mine.indicators, theirs.indicators, here, there]
  for (const [row, place] of places.entries()) {
    const changed = other[otherPlaces[row] ?? -1]
    if (place === null && changed && !isEqual(changed, base.indicators[row])) note(rowPath(row))
  }
  return frame.map((own, place) => {
    const row = places.indexOf(place)
    const [before, changed] = [base.indicators[row], other[otherPlaces[row] ?? -1]]
    if (!before || !changed) return own
    const [one, two] = isMovedThere ? [changed, own] : [own, changed]
    return mergeMembers(before, one, two, rowPath(place), note)
  })
}

const isMoved = (places: readonly (number | null)[], after: readonly Indicator[]): boolean =>
  places.length !== after.length || places.some((place, row) => place !== row)

/** The members of an object of texts, lists of texts and further objects. */
function mergeMembers<T extends object>(base: T, mine: T, theirs: T, path: string, note: Note): T {
  if (isEqual(mine, base)) return theirs
  if (isEqual(theirs, base)) return mine
  const names = Object.keys({ ...theirs, ...mine }) as (keyof T & string)[] // own members of the three
  const merged = names.map((name) => {
    const place = path === '' ? name : `${path}.${name}`
    return [name, mergeValue(base[name], mine[name], theirs[name], place, note)] as const
  })
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined)) as T // the members of both
}

/** undefined: the member is not there (only of `extra`). */
function mergeValue(base: unknown, mine: unknown, theirs: unknown, path: string, note: Note): unknown {
  if (isEqual(mine, base) || isEqual(mine, theirs)) return theirs
  if (isEqual(theirs, base)) return mine
  if (isMembers(base) && isMembers(mine) && isMembers(theirs)) return mergeMembers(base, mine, theirs, path, note)
  if (isTexts(base) && isTexts(mine) && isTexts(theirs) && mine.length === theirs.length && base.length === mine.length)
    return mine.map((text, index) => mergeValue(base[index], text, theirs[index], `${path}[${index}]`, note))
  note(path)
  return mine
}

const isTexts = (value: unknown): value is string[] => Array.isArray(value)

const isMembers = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** By content; the members of a record have their order by its type. */
const isEqual = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other)

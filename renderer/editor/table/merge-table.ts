/**
 * An open table whose projects were changed elsewhere while something here was not saved yet: both put together, project by
 * project (shared/compare/merge.ts). Where both sides changed the same place, what was changed here stands.
 */
import { mergeNotes } from '../../../shared/compare/merge-notes.ts'
import { mergeRecords } from '../../../shared/compare/merge.ts'
import type { Entry } from './entries.ts'
import type { SaveBook, SavedProject } from './save-book.ts'

export interface MergedTable {
  entries: Entry[]
  /** How many places both sides changed, differently: fields, notes, projects. */
  overlaps: number
}

/** `base`: what was saved last from here. `theirs`: what the store has now, under the same keys. */
export function mergeTable(base: SaveBook, mine: readonly Entry[], theirs: SaveBook): MergedTable {
  let overlaps = 0
  const own = new Map(mine.map((entry) => [entry.key, entry]))
  const merged = new Map<string, Entry>()
  for (const [key, there] of theirs) {
    const [before, here] = [base.get(key), own.get(key)]
    if (!before) merged.set(key, { key, record: there.record, notes: there.notes })
    else if (here) {
      const entry = mergeEntry(before, here, there)
      merged.set(key, entry.entry)
      overlaps += entry.overlaps
    } else if (there.version !== before.version) overlaps += 1 // deleted here, changed there
  }
  for (const here of mine) {
    const before = base.get(here.key)
    if (theirs.has(here.key)) continue
    const isChanged = before !== undefined && (before.record !== here.record || before.notes !== here.notes)
    if (before && !isChanged) continue // deleted there
    if (isChanged) overlaps += 1
    merged.set(here.key, here)
  }
  const [hereKeys, thereKeys] = [mine.map(({ key }) => key), [...theirs.keys()]]
  const common = hereKeys.filter((key) => base.has(key) && theirs.has(key))
  const isOrderedHere = isSameOrder(common, [...base.keys()])
  const keys = isOrderedHere ? mergeOrder(thereKeys, hereKeys) : mergeOrder(hereKeys, thereKeys)
  return { entries: keys.flatMap((key) => merged.get(key) ?? []), overlaps }
}

/** One project changed on both sides since it was saved from here. */
export function mergeEntry(
  base: Omit<SavedProject, 'id' | 'version'>,
  mine: Entry,
  theirs: Omit<Entry, 'key'>,
): { entry: Entry; overlaps: number } {
  const { record, conflicts } = mergeRecords({ base: base.record, held: mine.record, incoming: theirs.record })
  const notes = mergeNotes(base, mine, theirs, record)
  return { entry: { key: mine.key, record, notes: notes.notes }, overlaps: conflicts.length + notes.overlaps.length }
}

const isSameOrder = (some: readonly string[], all: readonly string[]): boolean => {
  const wanted = new Set(some)
  return all.filter((key) => wanted.has(key)).every((key, index) => key === some[index])
}

/** All of `frame` in its order; what only `other` has stands behind the one it stood behind there. */
function mergeOrder(frame: readonly string[], other: readonly string[]): string[] {
  const keys = [...frame]
  for (const [index, key] of other.entries()) {
    if (keys.includes(key)) continue
    const before = other.slice(0, index).findLast((one) => keys.includes(one))
    keys.splice(before === undefined ? 0 : keys.indexOf(before) + 1, 0, key)
  }
  return keys
}

/**
 * The projects of an open table, each under a key that stays while the page lives. Edits work on plain lists of records
 * (shared/layout/edit.ts); this file finds out afterwards which record is which, because a project that is not saved yet
 * has no id of its own.
 */
import type { ProjectRecord } from '../../../shared/model/project.ts'

export interface Entry {
  key: string
  record: ProjectRecord
}

/**
 * The entries after an edit. A record that is still the same object keeps its key wherever it stands; a changed record
 * keeps the key of its place as long as no project was added or removed; anything else is new.
 */
export function matchEntries(
  before: readonly Entry[],
  records: readonly ProjectRecord[],
  newKey: () => string,
): Entry[] {
  if (before.length === records.length && before.every((entry, index) => entry.record === records[index])) {
    return [...before]
  }
  const keyOf = new Map(before.map((entry) => [entry.record, entry.key]))
  const kept = new Set(records.map((record) => keyOf.get(record)))
  const sameCount = before.length === records.length
  return records.map((record, index) => {
    const own = keyOf.get(record)
    if (own !== undefined) return { key: own, record }
    const inPlace = before[index]?.key
    const isChanged = inPlace !== undefined && !kept.has(inPlace) && (sameCount || index < before.length)
    return { key: isChanged ? inPlace : newKey(), record }
  })
}

/**
 * The projects of an open table, each under a key that stays while the page lives. Edits work on plain lists of records
 * (shared/layout/edit.ts); this file finds out afterwards which record is which, because a project that is not saved yet
 * has no id of its own. The notes of a project stand beside its record, and follow its rows.
 */
import type { Note } from '../../../shared/model/note.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import { followRows } from '../../../shared/compare/follow-rows.ts'

export interface Entry {
  key: string
  record: ProjectRecord
  notes: Note[]
}

/**
 * The entries after an edit. A record that is still the same object keeps its key wherever it stands; a changed record
 * keeps the key of its place as long as no project was added or removed; anything else is new, and without notes.
 */
export function matchEntries(
  before: readonly Entry[],
  records: readonly ProjectRecord[],
  newKey: () => string,
): Entry[] {
  if (before.length === records.length && before.every((entry, index) => entry.record === records[index])) {
    return [...before]
  }
  const entryOf = new Map(before.map((entry) => [entry.record, entry]))
  const kept = new Set(records.map((record) => entryOf.get(record)))
  const sameCount = before.length === records.length
  return records.map((record, index) => {
    const own = entryOf.get(record)
    if (own) return own
    const inPlace = before[index]
    const isChanged = inPlace !== undefined && !kept.has(inPlace) && (sameCount || index < before.length)
    if (!isChanged) return { key: newKey(), record, notes: [] }
    return { key: inPlace.key, record, notes: followRows(inPlace.notes, inPlace.record, record) }
  })
}

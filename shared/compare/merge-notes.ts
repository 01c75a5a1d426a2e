/** The notes of a record that was merged (merge.ts): those written, changed and deleted here among those of the other side. */
import type { Note } from '../model/note.ts'
import type { ProjectRecord } from '../model/project.ts'
import { followRows } from './follow-rows.ts'

export interface Noted {
  record: ProjectRecord
  notes: Note[]
}

export interface MergedNotes {
  notes: Note[]
  /** Ids of notes that both sides changed, differently; the change made here stands. */
  overlaps: string[]
}

/** `merged`: the record the notes are for; those of both sides follow their rows into it. */
export function mergeNotes(base: Noted, mine: Noted, theirs: Noted, merged: ProjectRecord): MergedNotes {
  const there = followRows(theirs.notes, theirs.record, merged)
  if (mine.notes === base.notes) return { notes: there, overlaps: [] }
  const own = followRows(mine.notes, mine.record, merged)
  // a note that only went along with its row is as it was
  const before = new Map(
    followRows(base.notes, base.record, mine.record).map((note) => [note.id, JSON.stringify(note)]),
  )
  const isChanged = ({ id }: Note, index: number) => before.get(id) !== JSON.stringify(mine.notes[index])
  const changed = mine.notes.filter(isChanged).flatMap(({ id }) => own.find((note) => note.id === id) ?? [])
  const present = new Set(mine.notes.map(({ id }) => id))
  const deleted = base.notes.filter(({ id }) => !present.has(id)).map(({ id }) => id)
  const replaced = new Set([...changed.map(({ id }) => id), ...deleted])
  const atFirst = new Map(
    followRows(base.notes, base.record, theirs.record).map((note) => [note.id, JSON.stringify(note)]),
  )
  const isTheirs = (note: Note) => atFirst.get(note.id) !== JSON.stringify(note)
  return {
    notes: [...there.filter(({ id }) => !replaced.has(id)), ...changed],
    overlaps: theirs.notes.filter((note) => replaced.has(note.id) && isTheirs(note)).map(({ id }) => id),
  }
}

/**
 * Notes pinned to indicators follow their row. A change of a record says nothing about which row became which: match-rows.ts
 * finds it out. The notes of a deleted row go with it.
 */
import { inRow, rowOfPath } from '../model/field-path.ts'
import type { Note } from '../model/note.ts'
import type { ProjectRecord } from '../model/project.ts'
import { matchRows } from './match-rows.ts'

/** The notes after the record was changed from `before` to `after`; the same list where nothing moves. */
export function followRows(notes: Note[], before: ProjectRecord, after: ProjectRecord): Note[] {
  if (before.indicators === after.indicators || !notes.some(({ path }) => rowOfPath(path) !== null)) return notes
  const places = matchRows(before.indicators, after.indicators)
  if (places.every((place, row) => place === row)) return notes
  return notes.flatMap((note): Note[] => {
    const row = rowOfPath(note.path)
    // a row that is not there yet is the blank one for filling in: it keeps its place
    if (row === null || row >= places.length) return [note]
    const place = places[row]
    if (place === row) return [note]
    return typeof place === 'number' ? [{ ...note, path: inRow(note.path, place) }] : []
  })
}

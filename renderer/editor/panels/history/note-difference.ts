/** What differs between the notes of a version and those of now, note by note, and how to take one difference back. */
import type { VersionContent } from '../../../../shared/model/stored/projects.ts'
import type { Note } from '../../../../shared/model/note.ts'
import { followRows } from '../../../../shared/compare/follow-rows.ts'
import type { FieldNames } from '../field-names.ts'
import { notedField } from '../comments/note-place.ts'

export interface NoteDifference {
  name: string
  /** Text in the version, and now; '' where the note is not there. */
  was: string
  is: string
  /** The notes with this one difference taken back. */
  restore: (notes: Note[]) => Note[]
}

export function noteDifference(version: VersionContent, present: VersionContent, names: FieldNames): NoteDifference[] {
  if (version.notes === present.notes) return []
  const before = followRows(version.notes, version.record, present.record) // where their rows stand now
  const now = new Map(present.notes.map((note) => [note.id, note]))
  const known = new Set(before.map(({ id }) => id))
  const changed = before.flatMap((note): NoteDifference[] => {
    const other = now.get(note.id)
    if (other && JSON.stringify(other) === JSON.stringify(note)) return []
    const restore = (notes: Note[]) => [...notes.filter(({ id }) => id !== note.id), note]
    return [{ name: nameOf(note, names), was: noteText(note), is: other ? noteText(other) : '', restore }]
  })
  const come = present.notes
    .filter(({ id }) => !known.has(id))
    .map((note) => ({
      name: nameOf(note, names),
      was: '',
      is: noteText(note),
      restore: (notes: Note[]) => notes.filter(({ id }) => id !== note.id),
    }))
  return [...changed, ...come]
}

const nameOf = ({ kind, path }: Note, names: FieldNames): string =>
  `${kind === 'explanation' ? '说明' : '意见'}（${notedField(path, names)}）`

const noteText = ({ text, replies, done }: Note): string =>
  [text, ...replies.map((reply) => `答：${reply.text}`), ...(done ? ['（已处理）'] : [])].join('\n')

/**
 * What people write about a table without it being part of the form: the 说明 that answers a finding of severity 核实, and
 * 意见 pinned to a cell. Kept beside the record, never in it (record.md), and carried along by undo, versions and saving.
 */
export interface Note {
  /** Not used by another note of the project. */
  id: string
  kind: 'explanation' | 'comment'
  /** Field path of the record (field-path.ts); '' for the whole table. */
  path: string
  /** The rule an explanation answers; '' for comments. */
  code: string
  /** As typed. */
  text: string
  /** The name given in 设置; '' where none was given. */
  author: string
  /** ISO 8601 in UTC. */
  at: string
  /** Answers to a comment, oldest first. */
  replies: NoteReply[]
  /** A comment that was dealt with. */
  done: boolean
}

export type NoteReply = Pick<Note, 'text' | 'author' | 'at'>

/** What was written about a finding; '' where nothing was. */
export function explanationOf(notes: readonly Note[], finding: { code: string; path: string }): string {
  const text = notes.find((note) => isExplanationOf(note, finding))?.text ?? ''
  return text.trim() === '' ? '' : text
}

export const isExplanationOf = (note: Note, { code, path }: { code: string; path: string }): boolean =>
  note.kind === 'explanation' && note.code === code && note.path === path

/** The comments nobody has dealt with yet. */
export const openComments = (notes: readonly Note[]): Note[] =>
  notes.filter(({ kind, done }) => kind === 'comment' && !done)

/** As people read it. */
export const authorName = (author: string): string => (author.trim() === '' ? '本机' : author.trim())

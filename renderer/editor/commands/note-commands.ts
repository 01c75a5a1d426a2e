/** Writing, answering and deleting 说明 and 意见: each one step of undo, of the project they stand in. */
import { isBlank } from '../../../shared/values/text/blank.ts'
import { isExplanationOf } from '../../../shared/model/note.ts'
import type { Note, NoteReply } from '../../../shared/model/note.ts'
import { useAuthor } from '../../shell/author.ts'
import type { VersionContent } from '../../../shared/model/stored/projects.ts'
import type { Selection } from '../grid/selection.ts'
import type { SheetView } from '../view/sheet-view.ts'
import { changeContents } from './record-change.ts'

/** The project a note stands in, and the cell it is about: there undo leads back. */
export interface NotePlace {
  view: SheetView
  projectKey: string
  selection: Selection
}

export interface ExplainedFinding {
  code: string
  path: string
}

/** One text for all rows of a merged cell that have the same finding; a blank one takes the explanation away. */
export function explain(place: NotePlace, findings: readonly ExplainedFinding[], text: string): boolean {
  const isNone = isBlank(text)
  return changeNotes(place, isNone ? '删除说明' : '写说明', (notes) => {
    if (isNone) return notes.filter((note) => !findings.some((finding) => isExplanationOf(note, finding)))
    return findings.reduce<Note[]>((written, finding) => {
      const known = written.find((note) => isExplanationOf(note, finding))
      if (known?.text === text) return written
      if (known) return written.map((note) => (note === known ? { ...known, ...said(text) } : note))
      return [...written, newNote('explanation', finding, text)]
    }, notes)
  })
}

export function addComment(place: NotePlace, path: string, text: string): boolean {
  if (isBlank(text)) return false
  return changeNotes(place, '写意见', (notes) => [...notes, newNote('comment', { code: '', path }, text)])
}

export function rewriteComment(place: NotePlace, id: string, text: string): boolean {
  return changeNote(place, '改意见', id, (note) =>
    isBlank(text) || text === note.text ? note : { ...note, ...said(text) },
  )
}

export function answerComment(place: NotePlace, id: string, text: string): boolean {
  return changeNote(place, '答复意见', id, (note) =>
    isBlank(text) ? note : { ...note, replies: [...note.replies, said(text)] },
  )
}

export function closeComment(place: NotePlace, id: string, done: boolean): boolean {
  return changeNote(place, done ? '意见已处理' : '重新打开意见', id, (note) => ({ ...note, done }))
}

export function removeComment(place: NotePlace, id: string): boolean {
  return changeNotes(place, '删除意见', (notes) => notes.filter((note) => note.id !== id))
}

function changeNote(place: NotePlace, label: string, id: string, edit: (note: Note) => Note): boolean {
  return changeNotes(place, label, (notes) => notes.map((note) => (note.id === id ? edit(note) : note)))
}

/** Notes that are all the same objects are no change. */
function changeNotes(place: NotePlace, label: string, edit: (notes: Note[]) => Note[]): boolean {
  const { view, projectKey, selection } = place
  const change = ({ record, notes }: VersionContent): VersionContent => {
    const edited = edit(notes)
    const isSame = edited.length === notes.length && edited.every((note, index) => note === notes[index])
    return { record, notes: isSame ? notes : edited }
  }
  return changeContents(view, label, projectKey, change, selection)
}

const newNote = (kind: Note['kind'], { code, path }: ExplainedFinding, text: string): Note => ({
  id: crypto.randomUUID(),
  kind,
  path,
  code,
  ...said(text),
  replies: [],
  done: false,
})

/** Who says it, here and now. */
const said = (text: string): NoteReply => ({
  text,
  author: useAuthor.getState().author,
  at: new Date().toISOString(),
})

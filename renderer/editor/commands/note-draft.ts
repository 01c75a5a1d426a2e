/**
 * The note being written in the panel. It lives outside the panel, so that lists which are drawn anew while somebody types
 * lose nothing; one at a time, and another one opened keeps what was written in the first.
 */
import { createStore } from 'zustand/vanilla'
import type { Half } from '../../../shared/model/halves.ts'
import { rowOfPath, rowPath } from '../../../shared/model/field-path.ts'
import { isInput, pathAtRow } from '../grid/sheet-map.ts'
import type { SheetView } from '../view/sheet-view.ts'
import { activeCell } from '../view/sheet-view.ts'
import { addComment } from './note-commands.ts'
import { commitCell } from './sheet-commands.ts'

/** What is written about: a listed finding, a cell, a comment that is answered or rewritten. */
export type NoteTarget =
  | { kind: 'explanation'; finding: string }
  | { kind: 'comment'; place: string }
  | { kind: 'answer' | 'rewriting'; id: string }

export interface NoteDraft {
  target: NoteTarget
  text: string
  /** What stood there before. */
  before: string
  save: (text: string) => void
}

export const noteDraft = createStore<{ draft: NoteDraft | null }>(() => ({ draft: null }))

export function openNote(target: NoteTarget, before: string, save: NoteDraft['save']): void {
  closeNote(true)
  noteDraft.setState({ draft: { target, text: before, before, save } })
}

export const keepNote = (text: string): void =>
  noteDraft.setState(({ draft }) => ({ draft: draft && { ...draft, text } }))

/** Ends the writing; `isKept`: with what was written, else with what stood there before. */
export function closeNote(isKept: boolean): void {
  const { draft } = noteDraft.getState()
  if (!draft) return
  noteDraft.setState({ draft: null })
  if (isKept && draft.text !== draft.before) draft.save(draft.text)
}

export interface CommentPlace {
  projectKey: string
  path: string
  /** The cell as the form names it; '' for the whole table. */
  name: string
}

/** What a new comment is pinned to: the active cell, or on a text of the form the whole table. */
export function commentPlace(view: SheetView): CommentPlace | null {
  const cell = activeCell(view)
  const { sheet, selection } = view.state.getState()
  const isPinned = isInput(cell) && cell.binding !== undefined
  const record = isPinned && cell.binding?.record !== 'all' ? (cell.binding?.record ?? 0) : 0
  const entry = view.editor.entries()[record + view.offset()]
  if (!entry) return null
  if (!isPinned) return { projectKey: entry.key, path: '', name: '' }
  const path = pathAtRow(sheet, cell, selection.anchor.row)
  return {
    projectKey: entry.key,
    path: cell.binding?.isBlankHalf ? valueOfHalf(path, cell.binding.half) : path,
    name: cell.name,
  }
}

/** A half that has no indicator yet has no name to pin it to; its value is a field of its own. */
const valueOfHalf = (path: string, half: Half | undefined): string =>
  rowPath(rowOfPath(path) ?? 0, half === 'annual' ? 'target' : 'termTarget')

export function startComment(view: SheetView): void {
  commitCell(view)
  const place = commentPlace(view)
  if (!place) return
  const { projectKey, path, name } = place
  const { selection } = view.state.getState()
  openNote({ kind: 'comment', place: name === '' ? '整张表' : name }, '', (text) =>
    addComment({ view, projectKey, selection }, path, text),
  )
}

/** The open comments of a view and the cells they are pinned to. */
import { rowOfPath } from '../../../shared/model/field-path.ts'
import { authorName, openComments } from '../../../shared/model/note.ts'
import type { Note } from '../../../shared/model/note.ts'
import { shownPaths } from '../../../shared/layout/binding.ts'
import type { LayoutCell } from '../../../shared/layout/layout.ts'

export interface PinnedComment {
  /** Index of the record in the view. */
  record: number
  path: string
  /** With the name of who wrote it. */
  text: string
}

export const noComments: readonly PinnedComment[] = []

/** Of each project its notes, in the order of the table. `offset`: index of the view's first record in the table. */
export function pinnedComments(
  projects: readonly { notes: readonly Note[] }[],
  offset: number,
): readonly PinnedComment[] {
  if (projects.every(({ notes }) => notes.length === 0)) return noComments
  return projects.flatMap(({ notes }, index) =>
    openComments(notes).map(({ path, text, author }) => ({
      record: index - offset,
      path,
      text: `${authorName(author)}：${text}`,
    })),
  )
}

/** What was said about a cell; '' where nothing was. A packed indicator cell takes the comments of all its indicators. */
export function commentOf(cell: LayoutCell, comments: readonly PinnedComment[]): string {
  const { binding } = cell
  if (!binding || cell.role !== 'input' || comments.length === 0) return ''
  const isPacked = binding.kind === 'indicator-list'
  return comments
    .filter(({ record }) => binding.record === 'all' || binding.record === record)
    .filter(({ path }) => shownPaths(binding).includes(path) || (isPacked && rowOfPath(path) !== null))
    .map(({ text }) => text)
    .join('\n')
}

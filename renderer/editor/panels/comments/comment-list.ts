/** The comments of a table as the panel lists them: in the order of their cells, those that were dealt with apart. */
import type { LayoutCell } from '../../../../shared/layout/layout.ts'
import type { Note } from '../../../../shared/model/note.ts'
import { rowOfPath } from '../../../../shared/model/field-path.ts'
import { cellOfProblem } from '../../grid/findings.ts'
import type { SheetMap } from '../../grid/sheet-map.ts'
import type { Entry } from '../../table/entries.ts'
import { fieldNames } from '../field-names.ts'
import { notePlace } from './note-place.ts'

export interface ListedComment {
  note: Note
  projectKey: string
  /** Index of the project in the table. */
  record: number
  /** The cell of the form it is pinned to; undefined: the whole table, or a field this form does not print. */
  cell: LayoutCell | undefined
  place: string
}

export interface CommentLists {
  open: ListedComment[]
  done: ListedComment[]
}

export function listComments(sheet: SheetMap, entries: readonly Entry[]): CommentLists {
  const names = fieldNames(sheet.layout)
  const listed = entries.flatMap(({ key, notes }, record) =>
    notes
      .filter(({ kind }) => kind === 'comment')
      .map((note): ListedComment => {
        const cell = note.path === '' ? undefined : cellOfProblem(sheet, record, note.path)
        return { note, projectKey: key, record, cell, place: notePlace(note.path, cell, names) }
      }),
  )
  const sorted = listed.toSorted((one, other) => {
    const [a, b] = [orderOf(one), orderOf(other)]
    const at = a.findIndex((value, index) => value !== b[index])
    return at < 0 ? one.note.at.localeCompare(other.note.at) : (a[at] ?? 0) - (b[at] ?? 0)
  })
  return { open: sorted.filter(({ note }) => !note.done), done: sorted.filter(({ note }) => note.done) }
}

/** What is said of the whole table first; of a field that is not printed behind the cells of its project. */
function orderOf({ note, cell, record }: ListedComment): number[] {
  const nowhere = note.path === '' ? -1 : Number.MAX_SAFE_INTEGER
  return [record, cell?.row ?? nowhere, cell?.column ?? nowhere, rowOfPath(note.path) ?? -1]
}

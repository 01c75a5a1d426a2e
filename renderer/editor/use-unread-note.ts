/** Says after a change what of a packed cell's text was not understood. Undo says nothing. */
import { useEffect } from 'react'
import { sayWarning } from '../shell/notify.ts'
import type { TableEditor } from './table/table-editor.ts'
import { unreadNote } from './view/unread-note.ts'

export function useUnreadNote(editor: TableEditor): void {
  useEffect(
    () =>
      editor.state.subscribe(({ history: now }, { history: before }) => {
        const step = now.past.at(-1)
        if (now === before || !step || step.value !== before.present || now.future.length > 0) return
        const recordsOf = (entries: typeof now.present) => entries.map(({ record }) => record)
        const note = unreadNote(editor.template, recordsOf(before.present), recordsOf(now.present), step.place)
        if (note !== null) sayWarning(note)
      }),
    [editor],
  )
}

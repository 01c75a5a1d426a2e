/**
 * Keeps the undo history of an open table in the store: read once when the table is opened, written with every change,
 * one write after the other and only the newest. Without an answer there is simply no older undo.
 */
import type { CallInput, CallOutput } from '../../../shared/ipc/contract.ts'
import type { Result } from '../../../shared/ipc/result.ts'
import { formatHistory, joinHistory, parseHistory } from './kept-history.ts'
import type { TableEditor } from './table-editor.ts'

export interface HistoryCalls {
  read: (input: CallInput<'history.read'>) => Promise<Result<CallOutput<'history.read'>>>
  write: (input: CallInput<'history.write'>) => Promise<Result<CallOutput<'history.write'>>>
  /** Puts the writing off until the change is on the screen. */
  later: (run: () => void) => void
}

/** Resolves when the older history was taken over; the table can be edited meanwhile. */
export async function keepHistory(editor: TableEditor, { read, write, later }: HistoryCalls): Promise<void> {
  const start = editor.entries()
  const opened = tableId(editor)
  if (opened !== null) {
    const answer = await read({ table: opened })
    const kept = answer.ok && answer.value.state !== null ? parseHistory(answer.value.state, start) : null
    if (kept) editor.state.setState(({ history }) => ({ history: joinHistory(kept, history) }))
  }
  let written = ''
  let running = false
  const keep = async (): Promise<void> => {
    if (running) return
    running = true
    for (;;) {
      const table = tableId(editor)
      if (table === null) break // its first project is not saved yet; asked again when it is
      const { history } = editor.state.getState()
      const state = formatHistory(history)
      if (written === table + state) break
      written = table + state
      await write({ table, state })
    }
    running = false
  }
  let waiting = false
  const keepLater = () => {
    if (waiting) return
    waiting = true
    later(() => {
      waiting = false
      void keep()
    })
  }
  if (editor.state.getState().history.past.length > 0) keepLater()
  editor.state.subscribe((now, before) => {
    if (now.history !== before.history || now.save !== before.save) keepLater()
  })
}

/** The table's name in the store: its first project. */
function tableId(editor: TableEditor): string | null {
  const first = editor.entries()[0]
  return first ? (editor.autosave.book().get(first.key)?.id ?? null) : null
}

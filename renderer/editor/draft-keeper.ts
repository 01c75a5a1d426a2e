/**
 * Connects a view with the draft of its table: kept after each letter has been drawn (the browser's storage takes longer
 * than a letter does), dropped when the store has the committed text.
 */
import { writeWhole } from './commands/cell-writes.ts'
import { dropDraft, keepDraft, readDraft } from './table/draft.ts'
import type { DraftStore } from './table/draft.ts'
import { cellOfProblem } from './grid/findings.ts'
import { activeCell, fieldText, selectAt } from './view/sheet-view.ts'
import type { SheetView } from './view/sheet-view.ts'
import { positionOf } from './grid/sheet-map.ts'
import { write } from './commands/sheet-commands.ts'

/** `soon`: once the letter is on the screen, or at once when the page goes away. */
export function keepDrafts(view: SheetView, store: DraftStore, soon: (run: () => void) => void): () => void {
  const { editor } = view
  let isWaiting = false
  const keepNow = () => {
    isWaiting = false
    const { editing } = view.state.getState()
    const binding = activeCell(view)?.binding
    if (!editing || !binding) return
    const record = binding.record === 'all' ? 0 : binding.record
    const project = editor.entries()[record + view.offset()]?.key ?? ''
    keepDraft(store, editor.id, { project, path: binding.path, text: editing.text, before: editing.before })
  }
  return view.state.subscribe(({ editing, selection }, before) => {
    if (editing === before.editing && selection === before.selection) return
    if (editing) {
      if (!isWaiting) soon(keepNow)
      isWaiting = true
    } else if (before.editing) {
      void editor.autosave.flushSoon().then((saved) => {
        if (saved && view.state.getState().editing === null) dropDraft(store, editor.id)
      })
    }
  })
}

/** Writes a draft left behind by a crash into its cell; the name of the field, or null where there was none. */
export function recoverDraft(view: SheetView, store: DraftStore): string | null {
  const draft = readDraft(store, view.editor.id)
  if (!draft) return null
  const record = view.editor.entries().findIndex((entry) => entry.key === draft.project) - view.offset()
  const cell = record >= 0 ? cellOfProblem(view.state.getState().sheet, record, draft.path) : undefined
  const isCurrent = cell?.binding?.path === draft.path && fieldText(view, cell) === draft.before
  if (!cell?.binding || !isCurrent || draft.text === draft.before) {
    dropDraft(store, view.editor.id)
    return null
  }
  selectAt(view, positionOf(cell))
  write(view, '找回未保存的输入', [writeWhole(cell.binding, draft.text)])
  return cell.name
}

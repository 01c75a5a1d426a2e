/**
 * Connects a view with the draft of its table: kept after each letter has been drawn (the browser's storage takes longer
 * than a letter does), dropped when the store has the committed text.
 */
import { writeWhole } from './commands/cell-writes.ts'
import { dropDraft, keepDraft, readDraft } from './table/draft.ts'
import type { Draft, DraftStore } from './table/draft.ts'
import { cellOfProblem } from './grid/findings.ts'
import { indicatorsOf } from './view/indicator-view.ts'
import { activeCell, fieldText, openSheetView, selectAt } from './view/sheet-view.ts'
import type { SheetView } from './view/sheet-view.ts'
import { positionOf } from './grid/sheet-map.ts'
import { write } from './commands/sheet-commands.ts'
import { spotOnForm } from './view/spot-in-view.ts'

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
    const { path, half } = binding
    const draft = { project, path, text: editing.text, before: editing.before }
    keepDraft(store, editor.id, half ? { ...draft, half } : draft)
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
  const name = recoverIn(view, draft) ?? recoverPacked(view, draft)
  if (name === null) dropDraft(store, view.editor.id)
  return name
}

function recoverIn(view: SheetView, draft: Draft): string | null {
  const record = view.editor.entries().findIndex((entry) => entry.key === draft.project) - view.offset()
  const cell = record >= 0 ? cellOfProblem(view.state.getState().sheet, record, draft.path, draft.half) : undefined
  const isCurrent = cell?.binding?.path === draft.path && fieldText(view, cell) === draft.before
  if (!cell?.binding || !isCurrent || draft.text === draft.before) return null
  selectAt(view, positionOf(cell))
  write(view, '找回未保存的输入', [writeWhole(cell.binding, draft.text)])
  return cell.name
}

/** Typed in the indicators of a packed cell, which was open below the form. */
function recoverPacked(form: SheetView, draft: Draft): string | null {
  const { editor } = form
  if (editor.template.scope !== 'unit' || !editor.entries().some(({ key }) => key === draft.project)) return null
  const view = openSheetView(editor, indicatorsOf(editor, draft.project))
  try {
    const name = recoverIn(view, draft)
    const place =
      name === null ? null : spotOnForm(form, { view: view.name, selection: view.state.getState().selection })
    if (place) form.state.setState({ selection: place.selection })
    return name
  } finally {
    view.close()
  }
}

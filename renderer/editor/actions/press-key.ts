/**
 * A key press on the sheet carried out: cursor and editing keys first (cell-keys.ts), then the shortcuts of the actions.
 * The list of choices under a cell has had its say before (cell-input.tsx). Free of React, so that a test presses keys
 * as a person does.
 */
import { actionOfChord, runAction } from './actions.ts'
import type { ActionContext } from './actions.ts'
import { giveUpPaste } from '../clipboard/large/large-paste.ts'
import { keyCommand } from '../grid/cell-keys.ts'
import { runKeyCommand } from './key-commands.ts'
import type { KeyParts } from './key-commands.ts'
import { beginEditing, clearSelected, showList } from '../commands/sheet-commands.ts'
import { activeCell } from '../view/sheet-view.ts'
import type { SheetView } from '../view/sheet-view.ts'
import { chordOf } from '../../ui/shortcut.ts'
import type { KeyChord } from '../../ui/shortcut.ts'
import { hasChoices } from '../commands/suggestions.ts'

export interface PressKeyParts extends KeyParts {
  context: ActionContext
  /** Opens the packed cell under the cursor; null where there is none. */
  openPacked: (() => void) | null
}

/** Left to the browser's own events: they carry the clipboard's data, or are done by the keys of the cell. */
const browserActions = ['cut', 'copy', 'paste', 'clear']
/** While a cell is open these mean its text, not the table. */
const textActions = ['undo', 'redo', 'select-all', 'select-row']

/** By key only with selected rows: Alt+↑ is too near to Alt+↓ and its list. */
const rowActions = ['move-up', 'move-down']

/** true when the key is done with; false leaves it to the browser. */
export function pressKey(view: SheetView, event: KeyChord, { context, openPacked, ...parts }: PressKeyParts): boolean {
  if (event.key === 'Escape' && giveUpPaste()) return true
  const { editing, selection } = view.state.getState()
  const mode = editing?.mode ?? 'selecting'
  const press = { key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey }
  const command = keyCommand(press, mode)
  const isRows = selection.wholeRows === true
  if (command && !(command.do === 'list' && isRows)) {
    if (command.do === 'edit' && openPacked) openPacked()
    else if (command.do === 'list') openList(view)
    else if (command.do === 'clear') clearSelected(view)
    else return runKeyCommand(view, command, parts)
    return true
  }
  const action = actionOfChord(chordOf(event))
  if (!action || browserActions.includes(action.id)) return false
  if (mode !== 'selecting' && textActions.includes(action.id)) return false
  if (rowActions.includes(action.id) && !isRows) {
    context.noteSelectRows()
    return true
  }
  runAction(action, context)
  return true
}

/** Where there is nothing to choose from, the key does nothing. */
function openList(view: SheetView): void {
  if (!hasChoices(activeCell(view))) return
  if (!view.state.getState().editing && !beginEditing(view, 'editing')) return
  showList(view, true)
}

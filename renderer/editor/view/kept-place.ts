/** Where the cursor was in an open table when its sheet was left, for coming back to it; as long as the page lives. */
import type { Selection } from '../grid/selection.ts'
import type { TableEditor } from '../table/table-editor.ts'

const selections = new WeakMap<TableEditor, Map<string, Selection>>()

/** `view`: the name of the sheet. */
export function keepPlace(editor: TableEditor, view: string, selection: Selection): void {
  const known = selections.get(editor) ?? new Map<string, Selection>()
  selections.set(editor, known.set(view, selection))
}

/** undefined: it was not open before. */
export const keptPlace = (editor: TableEditor, view: string): Selection | undefined => selections.get(editor)?.get(view)

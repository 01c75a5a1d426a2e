/** On a list form the project a person has chosen is a row among others: the cursor goes there. */
import { cellAt, positionOf } from '../grid/sheet-map.ts'
import { selectAt } from './sheet-view.ts'
import type { SheetView } from './sheet-view.ts'

/** `id`: of a saved project of the table. Where the cursor is in its row already it stays. */
export function goToProject(view: SheetView, id: string): void {
  const { editor } = view
  if (editor.template.scope !== 'unit' || editor.entries().length < 2) return // a new table begins at its head
  const book = editor.autosave.book()
  const index = editor.entries().findIndex(({ key }) => book.get(key)?.id === id)
  const { sheet, selection } = view.state.getState()
  if (index < 0 || cellAt(sheet, selection.anchor)?.binding?.record === index) return
  const cell = sheet.layout.cells.find(
    ({ binding, role }) => role === 'input' && binding?.record === index && binding.path === 'project.name',
  )
  if (cell) selectAt(view, positionOf(cell))
}

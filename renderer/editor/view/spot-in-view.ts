/** Where on the form a remembered place is: the place itself, or the packed cell of the project whose indicators it is in. */
import { formName, projectOfView } from '../table/spot.ts'
import { clampSelection, selectOnly } from '../grid/selection.ts'
import type { Selection } from '../grid/selection.ts'
import { positionOf } from '../grid/sheet-map.ts'
import type { SheetView } from './sheet-view.ts'
import type { Spot } from '../table/spot.ts'

export interface SpotOnForm {
  selection: Selection
  /** The project whose indicators have to be open for it; null: the form alone. */
  packed: string | null
}

/** null: the project is not there any more, or the place is none. */
export function spotOnForm(form: SheetView, spot: Spot): SpotOnForm | null {
  const { sheet } = form.state.getState()
  const key = projectOfView(spot.view)
  if (key === null && spot.view !== formName) return null
  if (key === null) return { selection: clampSelection(sheet, spot.selection), packed: null }
  const index = form.editor.entries().findIndex((entry) => entry.key === key)
  const cell = sheet.layout.cells.find(
    ({ binding }) => binding?.kind === 'indicator-list' && binding.record === index && index >= 0,
  )
  return cell ? { selection: selectOnly(positionOf(cell)), packed: key } : null
}

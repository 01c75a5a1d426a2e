/** Where the cursor goes for a field: its cell on the form, or for a packed cell its place in the opened indicators. */
import type { LayoutCell } from '../../../shared/layout/layout.ts'
import { build } from '../../../shared/layout/build.ts'
import { rowOfPath } from '../../../shared/model/field-path.ts'
import { cellOfProblem } from '../grid/findings.ts'
import { selectOnly } from '../grid/selection.ts'
import { createSheetMap, positionOf } from '../grid/sheet-map.ts'
import { indicatorsName } from '../table/spot.ts'
import type { Spot } from '../table/spot.ts'
import { indicatorsOf } from '../view/indicator-view.ts'
import type { SheetView } from '../view/sheet-view.ts'

/** `cell`: what shows the field on the form; where it is not printed the cursor stays. */
export function fieldSpot(form: SheetView, cell: LayoutCell | undefined, projectKey: string, path: string): Spot {
  const { editor } = form
  if (cell?.binding?.kind === 'indicator-list' && rowOfPath(path) !== null) {
    const { template, pick } = indicatorsOf(editor, projectKey)
    const inside = cellOfProblem(createSheetMap(build(template, pick(editor.records()))), 0, path)
    if (inside) return { view: indicatorsName(projectKey), selection: selectOnly(positionOf(inside)) }
  }
  const { selection } = form.state.getState()
  return { view: form.name, selection: cell ? selectOnly(positionOf(cell)) : selection }
}

/** Where the cursor goes for a comment: its cell on the form, or for a packed cell its place in the opened indicators. */
import { build } from '../../../shared/layout/build.ts'
import { rowOfPath } from '../../../shared/model/row-notes.ts'
import { cellOfProblem } from '../grid/findings.ts'
import { selectOnly } from '../grid/selection.ts'
import { createSheetMap, positionOf } from '../grid/sheet-map.ts'
import { indicatorsName } from '../table/spot.ts'
import type { Spot } from '../table/spot.ts'
import { indicatorsOf } from '../view/indicator-view.ts'
import type { SheetView } from '../view/sheet-view.ts'
import type { ListedComment } from './comment-list.ts'

export function commentSpot(form: SheetView, { note, projectKey, cell }: ListedComment): Spot {
  const { editor } = form
  if (cell?.binding?.kind === 'indicator-list' && rowOfPath(note.path) !== null) {
    const { template, pick } = indicatorsOf(editor, projectKey)
    const inside = cellOfProblem(createSheetMap(build(template, pick(editor.records()))), 0, note.path)
    if (inside) return { view: indicatorsName(projectKey), selection: selectOnly(positionOf(inside)) }
  }
  const { selection } = form.state.getState()
  return { view: form.name, selection: cell ? selectOnly(positionOf(cell)) : selection }
}

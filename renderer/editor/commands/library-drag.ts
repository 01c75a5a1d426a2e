/**
 * An item of the library on its way from the panel to the sheet: what is carried, and where it would go. The panel and the
 * sheet do not know each other; the gesture itself is in use-library-drop.ts.
 */
import type { LibraryTexts } from '../../../shared/library/to-indicator.ts'
import { itemRows } from '../grid/row-items.ts'
import { itemCount, itemKind } from './rows/row-commands.ts'
import { placeAmong } from './rows/row-drag.ts'
import type { DropPlace } from './rows/row-drag.ts'
import type { SheetView } from '../view/sheet-view.ts'

let carried: LibraryTexts | null = null

/** null: it was let go. The browser tells what a drag holds only when it ends. */
export function carryIndicator(texts: LibraryTexts | null): void {
  carried = texts
}

export const carriedIndicator = (): LibraryTexts | null => carried

/** On a list form the project it would go into, and its row. */
export interface ProjectPlace {
  project: number
  row: number
}

/** For the pointer over a row, in its upper or lower half; null where it cannot be dropped. */
export function libraryPlace(view: SheetView, row: number, inLowerHalf: boolean): DropPlace | ProjectPlace | null {
  const of = itemKind(view)
  const rows = itemRows(view.state.getState().sheet, of, itemCount(view, of))
  if (of === 'record') {
    const own = rows.find((one) => one.row === row && one.first < one.end)
    return own ? { project: own.first, row } : null
  }
  const filled = rows.filter((one) => one.first < one.end)
  const [blank] = rows // a form without indicators has rows to write in
  if (filled.length === 0) return blank ? { before: 0, lineRow: blank.row } : null
  return placeAmong(filled, row, inLowerHalf)
}

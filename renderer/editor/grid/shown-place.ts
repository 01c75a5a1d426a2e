/**
 * Which place of a selection is brought into view: the far end while a range is being extended, else the active cell, as
 * where a pasted block begins. A selection that stays asks for no other place when the sheet is drawn again under it.
 */
import { endsOf } from './selection.ts'
import type { Selection } from './selection.ts'
import type { Position } from './sheet-map.ts'

export interface ShownPlace {
  selection: Selection
  at: Position
}

/** `before`: the answer for the selection there was; null: none was shown yet. */
export function shownPlace(before: ShownPlace | null, selection: Selection): ShownPlace {
  if (before && isExtended(before.selection, selection)) {
    const [old, { row, column }] = [endsOf(before.selection).focus, endsOf(selection).focus]
    const at = { row, column: selection.wholeRows ? selection.anchor.column : column }
    if (row !== old.row || column !== old.column) return { selection, at }
    if (isSame(before.selection.anchor, selection.anchor)) return { selection, at: before.at }
  }
  return { selection, at: selection.anchor }
}

/** An extended range keeps its anchor, the same object; rows dragged over by their handles are made anew each time. */
function isExtended(one: Selection, other: Selection): boolean {
  const areRows = one.wholeRows === true && other.wholeRows === true
  return one.anchor === other.anchor || (areRows && endsOf(one).anchor.row === endsOf(other).anchor.row)
}

const isSame = (one: Position, other: Position): boolean => one.row === other.row && one.column === other.column

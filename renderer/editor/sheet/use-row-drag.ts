/**
 * Dragging selected rows by their handles: a line shows where they would go, Esc gives up, letting go without having
 * moved selects the one row. Listens on the document, so that leaving the paper does not lose the drag.
 */
import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { handleUnder, lineBox } from './cell-box.ts'
import type { Box } from './cell-box.ts'
import { canDragRow, dropPlace } from '../commands/rows/row-drag.ts'
import type { DropPlace } from '../commands/rows/row-drag.ts'
import { moveItemsTo } from '../commands/rows/row-moves.ts'
import { selectRows } from '../grid/selection.ts'
import type { SheetView } from '../view/sheet-view.ts'

export interface RowDrag {
  /** Takes over the gesture that began on the handle of a row; false where that row is not among selected ones. */
  begin: (row: number) => boolean
  /** Where the line stands, in px inside the paper; null: no drag, or nothing would change. */
  line: Box | null
}

export function useRowDrag(
  view: SheetView,
  paper: RefObject<HTMLElement | null>,
  table: RefObject<HTMLTableElement | null>,
): RowDrag {
  const [line, setLine] = useState<Box | null>(null)
  const end = useRef<(() => void) | null>(null)
  useEffect(() => () => end.current?.(), [])
  const begin = (row: number): boolean => {
    if (!canDragRow(view, row)) return false
    let place: DropPlace | null = null
    let hasMoved = false
    const over = ({ target, clientY }: MouseEvent) => {
      const at = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
      if (!at || !paper.current?.contains(at) || !table.current) return
      const handle = handleUnder(table.current, clientY)
      if (!handle) return
      const box = handle.getBoundingClientRect()
      hasMoved ||= Number(handle.dataset['row']) !== row
      place = dropPlace(view, Number(handle.dataset['row']), clientY > box.top + box.height / 2)
      setLine(place && lineBox(table.current, place.lineRow, paper.current))
    }
    const drop = () => {
      end.current?.()
      if (place) moveItemsTo(view, place.before)
      else if (!hasMoved) view.state.setState(({ sheet }) => ({ selection: selectRows(sheet, row, row) }))
    }
    const giveUp = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      end.current?.()
    }
    document.addEventListener('mousemove', over)
    document.addEventListener('mouseup', drop)
    document.addEventListener('keydown', giveUp, { capture: true })
    end.current = () => {
      document.removeEventListener('mousemove', over)
      document.removeEventListener('mouseup', drop)
      document.removeEventListener('keydown', giveUp, { capture: true })
      end.current = null
      setLine(null)
    }
    return true
  }
  return { begin, line }
}

/**
 * The mouse on a sheet: click and drag select, a double click opens the cell at the letter that was hit, a handle selects
 * its row or begins to drag it. A drag is followed on the document, also beyond the desk, which then scrolls.
 */
import { useEffect, useEffectEvent, useRef } from 'react'
import type { MouseEvent as ReactMouseEvent, RefObject } from 'react'
import { caretAt } from './caret-at.ts'
import { placeUnder, rowUnder } from './cell-box.ts'
import { clickedRow } from '../commands/rows/level-rows.ts'
import { beginEditing, commitCell, toggleMode } from '../commands/sheet-commands.ts'
import { endsOf, extendTo, rangeOf, selectOnly, selectRows } from '../grid/selection.ts'
import type { Position } from '../grid/sheet-map.ts'
import { activeCell, fieldText } from '../view/sheet-view.ts'
import type { SheetView } from '../view/sheet-view.ts'
import type { RowDrag } from './use-row-drag.ts'

export interface SheetMouseParts {
  view: SheetView
  inputRef: RefObject<HTMLTextAreaElement | null>
  table: RefObject<HTMLTableElement | null>
  rowDrag: RowDrag
  /** Opens the packed cell under the cursor; null where there is none. */
  openPacked: (() => void) | null
}

export interface SheetMouse {
  onMouseDown: (event: ReactMouseEvent) => void
  onMouseUp: (event: ReactMouseEvent) => void
  onDoubleClick: (event: ReactMouseEvent) => void
}

const middleButton = 1
const rightButton = 2

/** A drag held still beyond the desk goes on at this pace. */
const scrollPauseMs = 60

export function useSheetMouse({ view, inputRef, table, rowDrag, openPacked }: SheetMouseParts): SheetMouse {
  const endDrag = useRef<(() => void) | null>(null)
  useEffect(() => () => endDrag.current?.(), [])

  const select = (position: Position, extend: boolean) =>
    view.state.setState((state) => ({
      selection: extend ? extendTo(state.selection, position) : selectOnly(position),
    }))
  const selectRow = (row: number, extend: boolean) =>
    view.state.setState((state) => ({
      selection: selectRows(state.sheet, extend ? endsOf(state.selection).anchor.row : row, row),
    }))
  const follow = useEffectEvent((what: 'cells' | 'rows', point: { clientX: number; clientY: number }) => {
    if (!table.current) return
    const { sheet, selection } = view.state.getState()
    const to = placeUnder(table.current, sheet.layout.columnsMm, point)
    const { focus } = endsOf(selection)
    if (to.row === focus.row && (what === 'rows' || to.column === focus.column)) return
    if (what === 'rows') selectRow(to.row, true)
    else select(to, true)
  })
  const beginDrag = (what: 'cells' | 'rows', start: ReactMouseEvent) => {
    let last = { clientX: start.clientX, clientY: start.clientY }
    let hasMoved = false
    const over = (event: MouseEvent) => {
      if ((event.buttons & 1) === 0) return endDrag.current?.()
      hasMoved ||= event.clientX !== last.clientX || event.clientY !== last.clientY
      last = { clientX: event.clientX, clientY: event.clientY }
      if (hasMoved) follow(what, last)
    }
    const desk = table.current?.closest('.desk')
    const timer = setInterval(() => {
      if (hasMoved && desk && isBeyond(desk, last)) follow(what, last)
    }, scrollPauseMs)
    const end = () => endDrag.current?.()
    document.addEventListener('mousemove', over)
    document.addEventListener('mouseup', end)
    endDrag.current = () => {
      clearInterval(timer)
      document.removeEventListener('mousemove', over)
      document.removeEventListener('mouseup', end)
      endDrag.current = null
    }
  }
  /** A composition is ended before the cell is left, or its letters would arrive in the next one. */
  const leaveCell = () => {
    if (view.state.getState().editing) {
      inputRef.current?.blur()
      commitCell(view)
    }
  }
  const isInsideSelection = ({ row, column }: Position): boolean => {
    const { sheet, selection } = view.state.getState()
    const range = rangeOf(sheet, selection)
    return row >= range.row && row <= range.lastRow && column >= range.column && column <= range.lastColumn
  }
  /** On X11 the middle button pastes what is selected anywhere: never meant on a sheet. */
  const isMiddlePaste = (event: ReactMouseEvent) =>
    event.button === middleButton && view.state.getState().editing === null

  return {
    onMouseDown(event) {
      const target = event.target instanceof Element ? event.target : null
      if (isMiddlePaste(event)) return event.preventDefault()
      if (target === inputRef.current) return toggleMode(view, 'editing') // arrows now move in the text
      if (!target) return
      const place = placeOf(target)
      if (!place) return
      event.preventDefault()
      leaveCell()
      endDrag.current?.()
      const menu = event.button === rightButton
      if (place.column === null) {
        const isMoving = !menu && !event.shiftKey && rowDrag.begin(place.row)
        const keeps =
          isMoving ||
          (menu && view.state.getState().selection.wholeRows && isInsideSelection({ row: place.row, column: 0 }))
        if (!keeps) selectRow(place.row, event.shiftKey)
        if (!menu && !isMoving) beginDrag('rows', event)
      } else {
        const at = { row: place.row, column: place.column }
        const position = { ...at, row: clickedRow(view, at, table.current && rowUnder(table.current, event.clientY)) }
        if (!menu || !isInsideSelection(position)) select(position, event.shiftKey)
        if (!menu) beginDrag('cells', event)
      }
      inputRef.current?.focus({ preventScroll: true })
    },
    onMouseUp(event) {
      if (isMiddlePaste(event)) event.preventDefault()
    },
    onDoubleClick(event) {
      if (!(event.target instanceof Element) || placeOf(event.target)?.column == null) return
      if (openPacked) return openPacked()
      const cell = activeCell(view)
      if (!cell || view.state.getState().editing) return
      const caret = caretAt(event, fieldText(view, cell))
      if (!beginEditing(view, 'editing') || caret === null) return
      queueMicrotask(() => inputRef.current?.setSelectionRange(caret, caret)) // the text is in the textarea by then
    },
  }
}

/** The grid position an element stands for; column null: the handle of a row. */
function placeOf(target: Element): { row: number; column: number | null } | null {
  const cell = target.closest<HTMLElement>('[data-row]')
  if (!cell) return null
  const { row, column } = cell.dataset
  return { row: Number(row), column: column === undefined ? null : Number(column) }
}

function isBeyond(desk: Element, { clientX, clientY }: { clientX: number; clientY: number }): boolean {
  const { left, top, right, bottom } = desk.getBoundingClientRect()
  return clientX < left || clientX >= right || clientY < top || clientY >= bottom
}

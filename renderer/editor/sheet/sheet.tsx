/**
 * The sheet: a table drawn from the Layout, the frame and tint of the selection over it, and the one textarea. Mouse
 * gestures end in the same state as keys. The table itself is redrawn only when the Layout, the zoom or findings change.
 */
import { useDeferredValue, useLayoutEffect, useMemo, useRef } from 'react'
import type { MouseEvent, ReactNode, RefObject } from 'react'
import { useStore } from 'zustand'
import type { ActionContext } from '../actions/actions.ts'
import { drawnCell, placeBox, rangeBox, rowsBox, rowUnder } from './cell-box.ts'
import { CellInput } from './cell-input.tsx'
import { CellOfferTag } from './cell-offer-tag.tsx'
import { FillHandle } from './fill-handle.tsx'
import { pinnedComments } from '../grid/comments.ts'
import { findingsByField } from '../grid/findings.ts'
import { clickedRow, levelRows } from '../commands/level-rows.ts'
import { extendTo, isSingleCell, rangeOf, selectOnly, selectRows } from '../grid/selection.ts'
import { cellAt } from '../grid/sheet-map.ts'
import type { Position } from '../grid/sheet-map.ts'
import { beginEditing, commitCell } from '../commands/sheet-commands.ts'
import { SheetTable } from './sheet-table.tsx'
import { openCellCss } from '../grid/sheet-style.ts'
import type { SheetView } from '../view/sheet-view.ts'
import { useRowDrag } from './use-row-drag.ts'
import { activeCell } from '../view/sheet-view.ts'

export interface SheetProps {
  view: SheetView
  label: string
  zoom: number
  inputRef: RefObject<HTMLTextAreaElement | null>
  context: ActionContext
  /** Opens the packed cell under the cursor instead of editing its text. */
  openPacked?: (projectKey: string) => void
}

export function Sheet({ view, label, zoom, inputRef, context, openPacked }: SheetProps): ReactNode {
  const sheet = useStore(view.state, (state) => state.sheet)
  const selection = useStore(view.state, (state) => state.selection)
  const paper = useRef<HTMLDivElement>(null)
  const table = useRef<HTMLTableElement>(null)
  const dragging = useRef<'cells' | 'rows' | null>(null)
  const overlay = useRef<HTMLDivElement>(null)
  const rowDrag = useRowDrag(view, paper, table)
  // marks follow the text: they never hold up a key
  const problems = useDeferredValue(useStore(view.editor.state, (state) => state.problems))
  const offset = view.offset()
  const findings = useMemo(() => findingsByField(problems, offset), [problems, offset])
  const entries = useStore(view.editor.state, (state) => state.history.present)
  const comments = useMemo(() => pinnedComments(entries, offset), [entries, offset])

  const range = rangeOf(sheet, selection)
  const isRange = selection.wholeRows || !(selection.rowsAlone || isSingleCell(sheet, range))

  // Where things stand is only known once the table is drawn: written to the overlay's variables, nothing is rendered again.
  useLayoutEffect(() => {
    if (!paper.current || !table.current || !overlay.current) return
    const framed = rangeBox(sheet, view.name, rangeOf(sheet, selectOnly(selection.anchor)), paper.current)
    const rows = levelRows(view)
    const selected = rangeOf(sheet, selection)
    const rowBox = rows ? rowsBox(table.current, { ...selected, ...rows }, paper.current) : framed
    const active = { ...framed, top: rowBox.top, height: rowBox.height }
    const whole = selection.wholeRows
      ? rowsBox(table.current, selected, paper.current)
      : selection.rowsAlone || isSingleCell(sheet, selected)
        ? active
        : rangeBox(sheet, view.name, selected, paper.current)
    placeBox(overlay.current, 'active', active)
    placeBox(overlay.current, 'range', whole)
    const shown = cellAt(sheet, selection.focus)
    if (shown) drawnCell(view.name, shown)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- zoom changes what is measured
  }, [sheet, selection, zoom, view])

  const onMouseDown = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null
    if (!target || target === inputRef.current) return
    const place = placeOf(target)
    if (!place) return
    event.preventDefault()
    leaveCell()
    const menu = event.button === 2
    if (place.column === null) {
      const isMoving = !menu && !event.shiftKey && rowDrag.begin(place.row)
      dragging.current = menu || isMoving ? null : 'rows'
      const keeps = isMoving || (menu && view.state.getState().selection.wholeRows)
      if (!keeps) selectRow(place.row, event.shiftKey)
    } else {
      dragging.current = menu ? null : 'cells'
      const at = { row: place.row, column: place.column }
      const position = { ...at, row: clickedRow(view, at, table.current && rowUnder(table.current, event.clientY)) }
      if (!menu || !isInsideSelection(position)) select(position, event.shiftKey)
    }
    inputRef.current?.focus({ preventScroll: true })
  }
  /** A composition is ended before the cell is left, or its letters would arrive in the next one. */
  const leaveCell = () => {
    if (view.state.getState().editing) {
      inputRef.current?.blur()
      commitCell(view)
    }
  }
  const select = (position: Position, extend: boolean) =>
    view.state.setState((state) => ({
      selection: extend ? extendTo(state.selection, position) : selectOnly(position),
    }))
  const selectRow = (row: number, extend: boolean) =>
    view.state.setState((state) => ({
      selection: selectRows(state.sheet, extend ? state.selection.anchor.row : row, row),
    }))
  const isInsideSelection = ({ row, column }: Position): boolean => {
    const range = rangeOf(sheet, selection)
    return row >= range.row && row <= range.lastRow && column >= range.column && column <= range.lastColumn
  }
  const onMouseMove = (event: MouseEvent) => {
    if (dragging.current === null || (event.buttons & 1) === 0) return
    const place = event.target instanceof Element ? placeOf(event.target) : null
    if (!place) return
    if (dragging.current === 'rows') selectRow(place.row, true)
    else if (place.column !== null) select({ row: place.row, column: place.column }, true)
  }
  const active = cellAt(sheet, selection.anchor)
  const packed = active?.binding?.kind === 'indicator-list' && openPacked ? packedKey(view) : null
  const open = packed !== null && openPacked ? () => openPacked(packed) : null
  const style = active && sheet.layout.styles[active.style]
  return (
    <div
      ref={paper}
      className="paper"
      onMouseDown={onMouseDown}
      onMouseMove={onMouseMove}
      onMouseUp={() => {
        dragging.current = null
      }}
      onDoubleClick={(event) => {
        if (!(event.target instanceof Element) || placeOf(event.target)?.column == null) return
        if (open) open()
        else if (!view.state.getState().editing) beginEditing(view, 'editing')
      }}
    >
      <SheetTable tableRef={table} view={view} label={label} zoom={zoom} findings={findings} comments={comments} />
      {rowDrag.line && <div className="drop-line" style={{ ...rowDrag.line }} />}
      <div ref={overlay} className="overlay">
        {isRange && <div className={selection.wholeRows ? 'range-tint row-tint' : 'range-tint'} />}
        {!selection.wholeRows && <div className="active-frame" />}
        {open && (
          <button type="button" tabIndex={-1} className="unpack" onClick={open}>
            展开成指标表（F2）
          </button>
        )}
        <CellOfferTag view={view} zoom={zoom} />
        {!selection.wholeRows && <FillHandle view={view} paper={paper} />}
        <CellInput
          view={view}
          inputRef={inputRef}
          textStyle={style ? openCellCss(style, zoom) : noStyle}
          context={context}
          openPacked={open}
        />
      </div>
    </div>
  )
}

const noStyle = {}

/** The grid position an element stands for; column null: the handle of a row. */
function placeOf(target: Element): { row: number; column: number | null } | null {
  const cell = target.closest<HTMLElement>('[data-row]')
  if (!cell) return null
  const { row, column } = cell.dataset
  return { row: Number(row), column: column === undefined ? null : Number(column) }
}

function packedKey(view: SheetView): string | null {
  const binding = activeCell(view)?.binding
  return binding && binding.record !== 'all' ? (view.editor.entries()[binding.record]?.key ?? null) : null
}

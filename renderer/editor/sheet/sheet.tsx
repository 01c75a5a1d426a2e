/**
 * The sheet: a table drawn from the Layout, the frame and tint of the selection over it, and the one textarea. The table
 * itself is redrawn only when the Layout, the zoom or findings change.
 */
import { useDeferredValue, useLayoutEffect, useMemo, useRef } from 'react'
import type { KeyboardEvent, ReactNode, RefObject } from 'react'
import { useStore } from 'zustand'
import type { ActionContext } from '../actions/actions.ts'
import { drawnCell, placeBox, rangeBox, rowsBox } from './cell-box.ts'
import type { Box } from './cell-box.ts'
import { cutCells, giveUpCut } from '../clipboard/cut.ts'
import type { Cut } from '../clipboard/cut.ts'
import { CellInput } from './cell-input.tsx'
import { CellOfferTag } from './cell-offer-tag.tsx'
import { FillHandle } from './fill-handle.tsx'
import { pinnedComments } from '../grid/comments.ts'
import { findingsByField } from '../grid/findings.ts'
import { levelRows } from '../commands/rows/level-rows.ts'
import { isSingleCell, rangeOf, selectOnly } from '../grid/selection.ts'
import { cellAt } from '../grid/sheet-map.ts'
import { shownPlace } from '../grid/shown-place.ts'
import type { ShownPlace } from '../grid/shown-place.ts'
import { SheetTable } from './sheet-table.tsx'
import { openCellCss } from '../grid/sheet-style.ts'
import type { SheetView } from '../view/sheet-view.ts'
import { useLibraryDrop } from './use-library-drop.ts'
import { useRowDrag } from './use-row-drag.ts'
import { useSheetMouse } from './use-sheet-mouse.ts'
import { activeCell } from '../view/sheet-view.ts'

export interface SheetProps {
  view: SheetView
  label: string
  zoom: number
  inputRef: RefObject<HTMLTextAreaElement | null>
  context: ActionContext
  /** The project whose packed cell is open below; null: none. */
  openedProject?: string | null
  /** Opens the packed cell under the cursor instead of editing its text. */
  openPacked?: (projectKey: string) => void
}

export function Sheet({ view, label, zoom, inputRef, context, openedProject, openPacked }: SheetProps): ReactNode {
  const sheet = useStore(view.state, (state) => state.sheet)
  const selection = useStore(view.state, (state) => state.selection)
  const paper = useRef<HTMLDivElement>(null)
  const table = useRef<HTMLTableElement>(null)
  const overlay = useRef<HTMLDivElement>(null)
  const shown = useRef<ShownPlace | null>(null)
  const rowDrag = useRowDrag(view, paper, table)
  const libraryDrop = useLibraryDrop(view, paper, table, () => inputRef.current?.focus({ preventScroll: true }))
  // marks follow the text: they never hold up a key
  const problems = useDeferredValue(useStore(view.editor.state, (state) => state.problems))
  const offset = view.offset()
  const findings = useMemo(() => findingsByField(problems, offset), [problems, offset])
  const entries = useStore(view.editor.state, (state) => state.history.present)
  const comments = useMemo(() => pinnedComments(entries, offset), [entries, offset])

  const cut = useStore(cutCells, (state) => (state.cut?.view === view ? state.cut : null))
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
    const cutFrom = cut && cutBox(cut, paper.current, table.current)
    shown.current = shownPlace(shown.current, selection)
    const { at } = shown.current
    const cell = cellAt(sheet, at)
    const drawn = cell && drawnCell(view.name, cell)
    if (selection.wholeRows) table.current.tBodies[0]?.rows[at.row]?.scrollIntoView({ block: 'nearest' })
    else drawn?.scrollIntoView({ block: 'nearest', inline: isWide(drawn) ? 'start' : 'nearest' })
    // written last: reading after it would lay the page out a second time
    placeBox(overlay.current, 'active', active)
    placeBox(overlay.current, 'range', whole)
    if (cutFrom) placeBox(overlay.current, 'cut', cutFrom)
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- zoom changes what is measured
  }, [sheet, selection, zoom, view, cut])

  const active = cellAt(sheet, selection.anchor)
  const packed = active?.binding?.kind === 'indicator-list' && openPacked ? packedKey(view) : null
  const open = packed !== null && openPacked ? () => openPacked(packed) : null
  const mouse = useSheetMouse({ view, inputRef, table, rowDrag, openPacked: open })
  const style = active && sheet.layout.styles[active.style]
  return (
    <div
      ref={paper}
      className="paper"
      {...mouse}
      onKeyDown={giveUpByKey}
      onDragEnter={libraryDrop.onDragOver}
      onDragOver={libraryDrop.onDragOver}
      onDragLeave={libraryDrop.onDragLeave}
      onDrop={libraryDrop.onDrop}
    >
      <SheetTable tableRef={table} view={view} label={label} zoom={zoom} findings={findings} comments={comments} />
      {rowDrag.line && <div className="drop-line" style={{ ...rowDrag.line }} />}
      {libraryDrop.mark && <div className={`drop-${libraryDrop.mark.kind}`} style={{ ...libraryDrop.mark.box }} />}
      <div ref={overlay} className="overlay">
        {isRange && <div className={selection.wholeRows ? 'range-tint row-tint' : 'range-tint'} />}
        {cut && <div className="cut-frame" />}
        <div className="active-frame" />
        {open && packed !== openedProject && (
          <button type="button" tabIndex={-1} className="unpack" title="展开成指标表（F2）" onClick={open}>
            展开 F2
          </button>
        )}
        <CellOfferTag view={view} zoom={zoom} />
        {!selection.wholeRows && <FillHandle view={view} paper={paper} table={table} />}
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

function cutBox({ view, range, areRows }: Cut, paper: HTMLElement, table: HTMLTableElement): Box {
  const rows = rowsBox(table, range, paper)
  if (areRows) return rows
  const box = rangeBox(view.state.getState().sheet, view.name, range, paper)
  return { ...box, top: rows.top, height: rows.height } // of a merged level perhaps one row alone
}

/** Esc with no cell open: what was cut stays where it is. */
function giveUpByKey(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return
  if (giveUpCut()) event.preventDefault()
}

/** Wider than its desk: its beginning is what a person wants to see. */
const isWide = (cell: HTMLElement): boolean => cell.offsetWidth > (cell.closest('.desk')?.clientWidth ?? 0)

function packedKey(view: SheetView): string | null {
  const binding = activeCell(view)?.binding
  return binding && binding.record !== 'all' ? (view.editor.entries()[binding.record]?.key ?? null) : null
}

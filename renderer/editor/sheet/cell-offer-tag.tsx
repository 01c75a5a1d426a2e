/** The quiet offer above a cell (cell-offer.ts): read out, accepted with F4 or a click; the sheet keeps the focus. */
import { useLayoutEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { noBox, rangeBox } from './cell-box.ts'
import type { Box } from './cell-box.ts'
import { cellOffer } from '../commands/cell-offer.ts'
import { rangeOf, selectOnly } from '../grid/selection.ts'
import type { SheetView } from '../view/sheet-view.ts'

export function CellOfferTag({ view, zoom }: { view: SheetView; zoom: number }): ReactNode {
  const state = useStore(view.state)
  const place = useRef<HTMLDivElement>(null)
  const [box, setBox] = useState<Box>(noBox)
  const offer = cellOffer(view)
  const row = offer?.at.row ?? -1
  const column = offer?.at.column ?? -1
  useLayoutEffect(() => {
    const paper = place.current?.parentElement
    if (!paper || row < 0) return
    setBox(rangeBox(state.sheet, view.name, rangeOf(state.sheet, selectOnly({ row, column })), paper))
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- zoom changes what is measured
  }, [state.sheet, view.name, row, column, zoom])
  return (
    <div
      ref={place}
      role="status"
      className="cell-offer"
      style={{ left: box.left, top: box.top }}
      onMouseDown={(event) => event.preventDefault()}
    >
      {offer && (
        <button type="button" tabIndex={-1} onClick={offer.accept}>
          {offer.text} <kbd>F4</kbd>
        </button>
      )}
    </div>
  )
}

/** The small square at the corner of the selection: dragged, it fills (fill-range.ts). Mouse only; keys have Ctrl+D and Ctrl+R. */
import { useState } from 'react'
import type { PointerEvent, ReactNode, RefObject } from 'react'
import { rangeBox } from './cell-box.ts'
import type { Box } from './cell-box.ts'
import { fillOver, fillTarget } from '../commands/fill-range.ts'
import { rangeOf } from '../grid/selection.ts'
import type { Range } from '../grid/selection.ts'
import type { SheetView } from '../view/sheet-view.ts'

export interface FillHandleProps {
  view: SheetView
  paper: RefObject<HTMLDivElement | null>
}

export function FillHandle({ view, paper }: FillHandleProps): ReactNode {
  const [target, setTarget] = useState<{ range: Range; box: Box } | null>(null)
  const source = () => {
    const { sheet, selection } = view.state.getState()
    return rangeOf(sheet, selection)
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !paper.current) return
    const under = document.elementsFromPoint(event.clientX, event.clientY)
    const cell = under.find((element) => element instanceof HTMLElement && element.dataset['column'] !== undefined)
    if (!(cell instanceof HTMLElement) || !paper.current.contains(cell)) return
    const { sheet } = view.state.getState()
    const range = fillTarget(sheet, source(), {
      row: Number(cell.dataset['row']),
      column: Number(cell.dataset['column']),
    })
    setTarget(range && { range, box: rangeBox(sheet, view.name, range, paper.current) })
  }
  const end = (event: PointerEvent<HTMLDivElement>, fill: boolean) => {
    event.currentTarget.releasePointerCapture(event.pointerId)
    if (fill && target) fillOver(view, source(), target.range)
    setTarget(null)
  }
  return (
    <>
      {target && <div className="fill-target" style={{ ...target.box }} />}
      <div
        className="fill-handle"
        aria-hidden="true"
        title="拖动填充"
        onMouseDown={(event) => {
          event.preventDefault() // the sheet keeps the focus
          event.stopPropagation()
        }}
        onPointerDown={(event) => {
          if (event.button !== 0) return
          event.preventDefault()
          event.currentTarget.setPointerCapture(event.pointerId)
        }}
        onPointerMove={onPointerMove}
        onPointerUp={(event) => end(event, true)}
        onPointerCancel={(event) => end(event, false)}
      />
    </>
  )
}

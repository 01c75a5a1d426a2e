/** The small square at the corner of the selection: dragged, it fills (fill-range.ts). Mouse only; keys have Ctrl+D and Ctrl+R. */
import { useEffect, useRef, useState } from 'react'
import type { PointerEvent, ReactNode, RefObject } from 'react'
import { placeUnder, rangeBox, rowsBox } from './cell-box.ts'
import type { Box } from './cell-box.ts'
import { fillOver, fillTarget } from '../commands/fill-range.ts'
import type { FillTarget } from '../commands/fill-range.ts'
import { rangeOf } from '../grid/selection.ts'
import type { SheetMap } from '../grid/sheet-map.ts'
import type { SheetView } from '../view/sheet-view.ts'

export interface FillHandleProps {
  view: SheetView
  paper: RefObject<HTMLDivElement | null>
  table: RefObject<HTMLTableElement | null>
}

export function FillHandle({ view, paper, table }: FillHandleProps): ReactNode {
  const [target, setTarget] = useState<{ fill: FillTarget; box: Box } | null>(null)
  const source = () => {
    const { sheet, selection } = view.state.getState()
    return rangeOf(sheet, selection)
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !paper.current || !table.current) return
    const { sheet } = view.state.getState()
    const fill = fillTarget(sheet, source(), placeUnder(table.current, sheet.layout.columnsMm, event))
    setTarget(fill && { fill, box: boxOf(sheet, fill, table.current, paper.current) })
  }
  /** Whole rows (columns) of the source's own columns (rows), whatever wider cells stand there. */
  const boxOf = (sheet: SheetMap, { range, way }: FillTarget, drawn: HTMLTableElement, on: HTMLElement): Box => {
    const own = rangeBox(sheet, view.name, source(), on)
    if (way === 'columns') return { ...rangeBox(sheet, view.name, range, on), top: own.top, height: own.height }
    return { ...rowsBox(drawn, range, on), left: own.left, width: own.width }
  }
  const endKeys = useRef<(() => void) | null>(null)
  useEffect(() => () => endKeys.current?.(), [])
  /** Esc gives the drag up, as it does for rows. */
  const giveUpByKey = (handle: HTMLElement, pointerId: number) => {
    const giveUp = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      handle.releasePointerCapture(pointerId)
      setTarget(null)
      endKeys.current?.()
    }
    document.addEventListener('keydown', giveUp, { capture: true })
    endKeys.current = () => {
      document.removeEventListener('keydown', giveUp, { capture: true })
      endKeys.current = null
    }
  }
  const end = (event: PointerEvent<HTMLDivElement>, fill: boolean) => {
    endKeys.current?.()
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    event.currentTarget.releasePointerCapture(event.pointerId)
    if (fill && target) fillOver(view, source(), target.fill)
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
          giveUpByKey(event.currentTarget, event.pointerId)
        }}
        onPointerMove={onPointerMove}
        onPointerUp={(event) => end(event, true)}
        onPointerCancel={(event) => end(event, false)}
      />
    </>
  )
}

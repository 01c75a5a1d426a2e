/** The zoom factor of a sheet: the chosen one, or what makes the paper as wide as its desk. */
import { useLayoutEffect, useState } from 'react'
import type { RefObject } from 'react'
import { handleWidthPx } from './sheet-table.tsx'
import { mmToPx } from '../grid/sheet-style.ts'
import type { SheetView } from '../view/sheet-view.ts'
import { fitZoom, useZoom } from '../view/zoom.ts'

/** Room beside the table on the desk: paper edge, scroll bar. */
const besidePx = 72

/** As wide as the desk was last: the first drawing of a table is mostly the right one. */
let lastWidthPx = 1000

export function useFitWidth(desk: RefObject<HTMLElement | null>, view: SheetView): number {
  const zoom = useZoom((state) => state.zoom)
  const [widthPx, setWidthPx] = useState(lastWidthPx)
  useLayoutEffect(() => {
    const element = desk.current
    if (!element) return undefined
    const measure = () => {
      lastWidthPx = element.clientWidth
      setWidthPx(lastWidthPx)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [desk])
  if (zoom !== 'width') return zoom
  const tableMm = view.state.getState().sheet.layout.columnsMm.reduce((sum, mm) => sum + mm, 0)
  return fitZoom(Math.floor(((widthPx - besidePx - handleWidthPx) / mmToPx(tableMm, 1)) * 100) / 100)
}

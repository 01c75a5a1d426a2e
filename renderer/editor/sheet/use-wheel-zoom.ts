/** Ctrl and the wheel over a desk zoom the sheet, one step a notch; the page itself keeps its size. */
import { useEffect } from 'react'
import type { RefObject } from 'react'
import { setZoom, stepZoom } from '../view/zoom.ts'

/** Wheel movement for one step: a notch of a mouse is 100 or more, a touchpad sends many small ones. */
const stepPx = 60

/** `zoom`: the factor shown now. */
export function useWheelZoom(desk: RefObject<HTMLElement | null>, zoom: number): void {
  useEffect(() => {
    const element = desk.current
    if (!element) return undefined
    let turned = 0
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      turned += event.deltaY
      if (Math.abs(turned) < stepPx) return
      setZoom(stepZoom(zoom, turned < 0 ? 1 : -1))
      turned = 0
    }
    element.addEventListener('wheel', onWheel, { passive: false }) // React's own cannot be prevented
    return () => element.removeEventListener('wheel', onWheel)
  }, [desk, zoom])
}

/** Ctrl and the wheel over an area zoom what is in it, one step a notch; the page itself keeps its size. */
import { useEffect, useEffectEvent } from 'react'
import type { RefObject } from 'react'

/** Wheel movement for one step: a notch of a mouse is 100 or more, a touchpad sends many small ones. */
const stepPx = 60

/** `zoomBy`: one step larger (1) or smaller (-1). */
export function useWheelZoom(area: RefObject<HTMLElement | null>, zoomBy: (by: 1 | -1) => void): void {
  const step = useEffectEvent(zoomBy)
  useEffect(() => {
    const element = area.current
    if (!element) return undefined
    let turned = 0
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      turned += event.deltaY
      if (Math.abs(turned) < stepPx) return
      step(turned < 0 ? 1 : -1)
      turned = 0
    }
    element.addEventListener('wheel', onWheel, { passive: false }) // React's own cannot be prevented
    return () => element.removeEventListener('wheel', onWheel)
  }, [area])
}

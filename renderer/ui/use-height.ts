/** The height of an element in px, followed as the window changes; 0 until it is measured. */
import { useLayoutEffect, useState } from 'react'
import type { RefObject } from 'react'

export function useHeight(ref: RefObject<HTMLElement | null>): number {
  const [heightPx, setHeightPx] = useState(0)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return undefined
    setHeightPx(element.clientHeight)
    const observer = new ResizeObserver(() => setHeightPx(element.clientHeight))
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])
  return heightPx
}

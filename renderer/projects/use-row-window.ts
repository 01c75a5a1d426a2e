/** Which rows of a long list stand on the screen, followed as it is scrolled and as the window changes. */
import { useCallback, useLayoutEffect, useState } from 'react'
import type { RefObject } from 'react'
import { block, rowsInWindow } from './rows-in-window.ts'

export interface RowWindow {
  /** Half open: [from, to). */
  from: number
  to: number
  onScroll: () => void
}

export function useRowWindow(area: RefObject<HTMLElement | null>, rows: number, rowHeightPx: number): RowWindow {
  const [place, setPlace] = useState({ firstBlock: 0, heightPx: 800 })
  const onScroll = useCallback(() => {
    const element = area.current
    if (!element) return
    const firstBlock = Math.floor(element.scrollTop / rowHeightPx / block)
    const heightPx = element.clientHeight
    setPlace((before) =>
      before.firstBlock === firstBlock && before.heightPx === heightPx ? before : { firstBlock, heightPx },
    )
  }, [area, rowHeightPx])
  useLayoutEffect(() => {
    const element = area.current
    if (!element) return undefined
    const observer = new ResizeObserver(onScroll)
    observer.observe(element)
    return () => observer.disconnect()
  }, [area, onScroll])
  return { ...rowsInWindow(place.firstBlock * block, Math.ceil(place.heightPx / rowHeightPx), rows), onScroll }
}

/** Which rows of a long list stand on the screen, followed as it is scrolled and as the window changes. */
import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { block, rowsInWindow } from './rows-in-window.ts'

export interface RowWindow {
  /** Half open: [from, to). */
  from: number
  to: number
  onScroll: () => void
  /** Back to the first row. Asks nothing of the page when it is there: that would cost a layout. */
  toTop: () => void
}

export function useRowWindow(area: RefObject<HTMLElement | null>, rows: number, rowHeightPx: number): RowWindow {
  const [place, setPlace] = useState({ firstBlock: 0, heightPx: 800 })
  const scrolledPx = useRef(0)
  const onScroll = useCallback(() => {
    const element = area.current
    if (!element) return
    const { scrollTop, clientHeight: heightPx } = element
    scrolledPx.current = scrollTop
    const firstBlock = Math.floor(scrollTop / rowHeightPx / block)
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
  const toTop = useCallback(() => {
    if (scrolledPx.current > 0) area.current?.scrollTo({ top: 0 })
  }, [area])
  return { ...rowsInWindow(place.firstBlock * block, Math.ceil(place.heightPx / rowHeightPx), rows), onScroll, toTop }
}

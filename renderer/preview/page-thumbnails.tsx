/** The pages small, at the left; a click goes to the page. One stop of Tab: the arrows go from page to page. */
import { useEffect, useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { Sheet } from '../../shared/print/html.ts'
import { SheetHtml, sheetSizePx } from './sheet-html.tsx'

const widthPx = 112

export interface PageThumbnailsProps {
  sheets: readonly Sheet[]
  current: number
  choose: (index: number) => void
}

export function PageThumbnails({ sheets, current, choose }: PageThumbnailsProps): ReactNode {
  const list = useRef<HTMLElement>(null)
  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' })
  }, [current])
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
    const next = by === undefined ? undefined : list.current?.children[current + by]
    if (by === undefined || event.ctrlKey || event.altKey) return
    event.preventDefault()
    if (!next) return
    next.querySelector('button')?.focus({ preventScroll: true })
    choose(current + by)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of its buttons, which are one group
    <nav className="thumbnails" aria-label="页面缩略图" ref={list} onKeyDown={onKeyDown}>
      {sheets.map((sheet, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- pages are their places
        <div key={index} className="thumbnail">
          <div aria-hidden="true" inert className="thumbnail-sheet">
            <SheetHtml sheet={sheet} zoom={widthPx / sheetSizePx(sheet).width} />
          </div>
          <button
            type="button"
            className="thumbnail-button"
            tabIndex={index === current ? 0 : -1}
            aria-current={index === current ? 'page' : undefined}
            onClick={() => choose(index)}
          >
            第 {index + 1} 页
          </button>
        </div>
      ))}
    </nav>
  )
}

/** The pages small, at the left; a click goes to the page. */
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
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
  return (
    <nav className="thumbnails" aria-label="页面缩略图" ref={list}>
      {sheets.map((sheet, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- pages are their places
        <div key={index} className="thumbnail">
          <div aria-hidden="true" inert className="thumbnail-sheet">
            <SheetHtml sheet={sheet} zoom={widthPx / sheetSizePx(sheet).width} />
          </div>
          <button
            type="button"
            className="thumbnail-button"
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

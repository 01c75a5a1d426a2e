/** The pages at reading size, one below the other. */
import type { MouseEvent, ReactNode, RefObject } from 'react'
import type { Sheet } from '../../shared/print/html.ts'
import { PageStyles, SheetHtml } from './sheet-html.tsx'

export interface PrintedPagesProps {
  sheets: readonly Sheet[]
  /** Size on the screen as a factor of that on paper. */
  scale: number
  areaRef: RefObject<HTMLElement | null>
  /** The page in the middle of the screen, while scrolling. */
  onCurrent: (index: number) => void
}

/** Index of the first page that ends below a height of the window; they stand one below the other. */
function firstBelow(pages: ArrayLike<Element>, height: number): number {
  let low = 0
  let high = pages.length
  while (low < high) {
    const between = (low + high) >> 1
    if ((pages[between]?.getBoundingClientRect().bottom ?? 0) > height) high = between
    else low = between + 1
  }
  return low
}

export function PrintedPages({ sheets, scale, areaRef, onCurrent }: PrintedPagesProps): ReactNode {
  const onScroll = () => {
    const element = areaRef.current
    if (!element) return
    const middle = element.getBoundingClientRect().top + element.clientHeight / 3
    const pages = element.querySelectorAll('.printed-page')
    const index = firstBelow(pages, middle)
    if (index < pages.length) onCurrent(index)
  }
  /** The links of the contents lead to pages here, never to another address. */
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link) return
    event.preventDefault()
    const table = Number(/#table-(\d+)$/.exec(link.href)?.[1]) - 1
    const index = sheets.findIndex((sheet) => sheet.table === table)
    if (index >= 0) document.getElementById(`sheet-${index}`)?.scrollIntoView({ block: 'start' })
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keyboard
    <main
      className="printed-pages"
      ref={areaRef}
      onScroll={onScroll}
      onClick={onClick}
      tabIndex={0}
      aria-label="打印页面"
    >
      <PageStyles />
      {sheets.map((sheet, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- pages are their places
        <div key={index} id={`sheet-${index}`} className="printed-page">
          <SheetHtml sheet={sheet} zoom={scale} />
        </div>
      ))}
    </main>
  )
}

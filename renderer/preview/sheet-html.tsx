/** One printed page on the screen. Its HTML comes from shared/print, which escapes every text of the person. */
import { memo, useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { pageCss } from '../../shared/print/page-css.ts'
import type { Sheet } from '../../shared/print/html.ts'

const pxPerMm = 96 / 25.4

export const sheetSizePx = (sheet: Sheet): { width: number; height: number } =>
  sheet.orientation === 'portrait'
    ? { width: 210 * pxPerMm, height: 297 * pxPerMm }
    : { width: 297 * pxPerMm, height: 210 * pxPerMm }

export function PageStyles(): ReactNode {
  return <style>{pageCss}</style>
}

/** Draws the page only while it is near the screen: a volume may have thousands. */
export const SheetHtml = memo(function SheetHtml({ sheet, zoom }: { sheet: Sheet; zoom: number }): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  const [isNear, setIsNear] = useState(false)
  useEffect(() => {
    const element = place.current
    if (!element) return undefined
    const observer = new IntersectionObserver((entries) => setIsNear(entries.some((entry) => entry.isIntersecting)), {
      rootMargin: '600px',
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const { width, height } = sheetSizePx(sheet)
  return (
    <div ref={place} className="sheet-html" style={{ width: width * zoom, height: height * zoom }}>
      {isNear && (
        <div
          style={{ width, height, transform: `scale(${zoom})`, transformOrigin: '0 0' }}
          // oxlint-disable-next-line react/no-danger -- own HTML, escaped in shared/print/escape-html.ts
          dangerouslySetInnerHTML={{ __html: sheet.html }}
        />
      )}
    </div>
  )
})

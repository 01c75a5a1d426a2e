/** The room for tables on an A4 page, in points, and how many pages a Layout is likely to take. */
import type { Layout } from '../../../shared/layout/layout.ts'
import { pointsPerMm } from '../../../shared/layout/row-height.ts'
import type { Page } from '../../../shared/templates/template.ts'

export function pageHeightPt({ orientation, marginsMm }: Page): number {
  const paperMm = orientation === 'portrait' ? 297 : 210
  return (paperMm - marginsMm.top - marginsMm.bottom) * pointsPerMm
}

/** Rows are kept whole where they fit, and repeated rows take their room on every further page. */
export function pageCount({ page, rows, repeatedRows: { first, count } }: Layout): number {
  const roomPt = pageHeightPt(page)
  const repeatedPt = rows.slice(first, first + count).reduce((sum, row) => sum + row.heightPt, 0)
  let pages = 1
  let usedPt = 0
  for (const { heightPt } of rows) {
    if (usedPt > 0 && usedPt + heightPt > roomPt) {
      pages++
      usedPt = repeatedPt
    }
    usedPt += heightPt
    while (usedPt > roomPt) {
      pages++
      usedPt -= roomPt
    }
  }
  return pages
}

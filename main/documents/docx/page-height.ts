/** The room for tables on an A4 page, in points, and how many pages a Layout is likely to take. */
import type { Layout } from '../../../shared/layout/layout.ts'
import { pointsPerMm } from '../../../shared/layout/row-height.ts'
import type { Page } from '../../../shared/templates/template.ts'

export function pageHeightPt({ orientation, marginsMm }: Page): number {
  const paperMm = orientation === 'portrait' ? 297 : 210
  return (paperMm - marginsMm.top - marginsMm.bottom) * pointsPerMm
}

const repeatedPt = ({ rows, repeatedRows: { first, count } }: Layout): number =>
  rows.slice(first, first + count).reduce((sum, row) => sum + row.heightPt, 0)

/** The highest row that a page takes whole under the repeated ones. A higher one must go over page ends: LibreOffice cuts it off otherwise. */
export const wholeRowPt = (layout: Layout): number => pageHeightPt(layout.page) - repeatedPt(layout)

/** Whether the repeated rows and the row under them find room on the page where the rows above them end. */
export function followsOnPage(layout: Layout): boolean {
  const { page, rows, repeatedRows } = layout
  const roomPt = pageHeightPt(page)
  let usedPt = 0
  for (const { heightPt } of rows.slice(0, repeatedRows.first)) {
    if (heightPt <= wholeRowPt(layout) && usedPt + heightPt > roomPt) usedPt = 0
    usedPt = (usedPt + heightPt) % roomPt
  }
  const nextPt = rows[repeatedRows.first + repeatedRows.count]?.heightPt ?? 0
  const neededPt = repeatedPt(layout) + (nextPt <= wholeRowPt(layout) ? nextPt : 0)
  return usedPt + neededPt <= roomPt * 0.97
}

/** Rows are kept whole where they fit, and repeated rows take their room on every further page. */
export function pageCount(layout: Layout): number {
  const { page, rows } = layout
  const roomPt = pageHeightPt(page)
  let pages = 1
  let usedPt = 0
  for (const { heightPt } of rows) {
    if (usedPt > 0 && usedPt + heightPt > roomPt) {
      pages++
      usedPt = repeatedPt(layout)
    }
    usedPt += heightPt
    while (usedPt > roomPt) {
      pages++
      usedPt -= roomPt
    }
  }
  return pages
}

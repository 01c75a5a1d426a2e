/**
 * One printed page of a Layout: a small table of its own, with the spans clipped to the page. Made by paginate.ts, drawn
 * by page-html.ts. Sizes of the paper and widths in millimetres, heights in points; rows and columns counted from 0.
 */
import type { SpanCell } from '../layout/grid.ts'
import type { Layout, LayoutCell } from '../layout/layout.ts'
import { pointsPerMm } from '../layout/row-height.ts'

export interface PrintPage {
  orientation: Layout['page']['orientation']
  marginsMm: Layout['page']['marginsMm']
  columnsMm: number[]
  rows: PrintRow[]
  /** In reading order; every position of the page's grid belongs to exactly one cell. */
  cells: PrintCell[]
  styles: Layout['styles']
  /** Of the table's pages this is the one `number`, from 1, of `count`. */
  number: number
  count: number
}

export interface PrintRow {
  heightPt: number
  /** The row of the Layout it shows. */
  source: number
  /** Printed again at the top of a following page. */
  repeated: boolean
  /** The rest of a row whose beginning stands on the page before. */
  continued: boolean
}

export interface PrintCell extends SpanCell {
  role: LayoutCell['role']
  style: string
  text: string
  /**
   * How the cell goes on from the one cut by the page end before: `text`: its text goes on here, `newline`: the same,
   * and a line break stood at the cut, `repeat`: its whole text is printed again. null: the cell begins here.
   */
  continued: 'text' | 'newline' | 'repeat' | null
  /** The page end cuts its text, which goes on on the next page. */
  cut: boolean
}

const a4Mm = { short: 210, long: 297 }

/** The page number is printed in the bottom margin, which is at least this high. */
const footerMm = 10

/** Paper and margins as printed. */
export function paper(page: Pick<PrintPage, 'orientation' | 'marginsMm'>): {
  widthMm: number
  heightMm: number
  marginsMm: PrintPage['marginsMm']
} {
  const portrait = page.orientation === 'portrait'
  return {
    widthMm: portrait ? a4Mm.short : a4Mm.long,
    heightMm: portrait ? a4Mm.long : a4Mm.short,
    marginsMm: { ...page.marginsMm, bottom: Math.max(footerMm, page.marginsMm.bottom) },
  }
}

/** Height in points that the rows of one page may take together; the outer border lines take the last point. */
export function bodyHeightPt(page: Pick<PrintPage, 'orientation' | 'marginsMm'>): number {
  const { heightMm, marginsMm } = paper(page)
  return (heightMm - marginsMm.top - marginsMm.bottom) * pointsPerMm - 1
}

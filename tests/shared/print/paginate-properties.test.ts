import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownerMap } from '../../../shared/layout/grid.ts'
import type { Layout } from '../../../shared/layout/layout.ts'
import { paginate } from '../../../shared/print/paginate.ts'
import { bodyHeightPt } from '../../../shared/print/print-page.ts'
import { anyLayout, joinPages } from './any-layout.ts'

const heightOf = (rows: readonly { heightPt: number }[]) => rows.reduce((sum, row) => sum + row.heightPt, 0)

/** Each page's cells as a map from the Layout's positions. */
const textsOf = (layout: Layout) => new Map(layout.cells.map((cell) => [`${cell.row}/${cell.column}`, cell.text]))

test('the pages joined are the layout again, text by text', () => {
  fc.assert(
    fc.property(anyLayout, (layout) => {
      expect(joinPages(paginate(layout))).toEqual(textsOf(layout))
    }),
    { numRuns: 300 },
  )
})

test('no page is higher than its paper, and every position belongs to exactly one cell', () => {
  fc.assert(
    fc.property(anyLayout, (layout) => {
      for (const page of paginate(layout)) {
        expect(heightOf(page.rows)).toBeLessThanOrEqual(bodyHeightPt(layout.page) + 0.02)
        const { owner } = ownerMap(page.rows.length, page.columnsMm.length, page.cells)
        expect(owner.includes(-1)).toBe(false)
        const positions = page.cells.reduce((sum, cell) => sum + cell.rowSpan * cell.colSpan, 0)
        expect(positions).toBe(owner.length)
      }
    }),
    { numRuns: 300 },
  )
})

test('rows come in order, each once or in parts that follow each other', () => {
  fc.assert(
    fc.property(anyLayout, (layout) => {
      const own = paginate(layout).flatMap((page) => page.rows.filter((row) => !row.repeated))
      expect(own.filter((row) => !row.continued).map((row) => row.source)).toEqual(layout.rows.map((_, row) => row))
      own.forEach((row, index) => {
        if (row.continued) expect(own[index - 1]?.source).toBe(row.source)
      })
    }),
    { numRuns: 300 },
  )
})

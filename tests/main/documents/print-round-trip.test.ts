/** What is printed as HTML is read back cell for cell: the page ends leave no trace. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readHtml } from '../../../main/documents/html/read.ts'
import { ownerAt, ownerMap } from '../../../shared/layout/grid.ts'
import type { SpanCell } from '../../../shared/layout/grid.ts'
import type { Layout } from '../../../shared/layout/layout.ts'
import { renderHtml } from '../../../shared/print/html.ts'
import { paginate } from '../../../shared/print/paginate.ts'
import { anyLayout } from '../../shared/print/any-layout.ts'
import { formLayouts } from '../../support/invented-layouts.ts'

const options = { title: '云溪县汇编', cover: true, contents: true }

/** The text at every position, and whether it belongs to the cell above or to the left. */
function positions(table: {
  rows: number
  columns: number
  cells: readonly (SpanCell & { text: string })[]
}): string[][] {
  const map = ownerMap(table.rows, table.columns, table.cells)
  return Array.from({ length: table.rows }, (_, row) =>
    Array.from({ length: table.columns }, (_, column) => {
      const cell = table.cells[ownerAt(map, row, column)]
      return cell === undefined
        ? '?'
        : cell.row === row && cell.column === column
          ? cell.text
          : cell.row < row
            ? '^'
            : '<'
    }),
  )
}

function expectReadBack(layouts: readonly Layout[]): void {
  const read = readHtml(renderHtml(layouts, options))
  expect(read.map(positions)).toEqual(
    layouts.map((layout) =>
      positions({ rows: layout.rows.length, columns: layout.columnsMm.length, cells: layout.cells }),
    ),
  )
}

/** A cell of nothing but spaces and line breaks reads as empty; so does a part of a text that a page end leaves so. */
const hasBlankPart = (layout: Layout): boolean =>
  paginate(layout).some((page) => page.cells.some(({ text }) => text !== '' && text.trim() === ''))

test('the four forms', () => expectReadBack(formLayouts()))

test('any layouts, with texts and merged groups cut by page ends', () => {
  fc.assert(
    fc.property(fc.array(anyLayout, { minLength: 1, maxLength: 2 }), (layouts) => {
      fc.pre(!layouts.some(hasBlankPart))
      expectReadBack(layouts)
    }),
    { numRuns: 150 },
  )
})

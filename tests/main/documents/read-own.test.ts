/** What our own writers write is read back with the same texts in the same spans, from every format. */
import { expect, test } from 'vitest'
import { writeDocx } from '../../../main/documents/docx/write.ts'
import { readDocument } from '../../../main/documents/read.ts'
import { writeXlsx } from '../../../main/documents/xlsx/write.ts'
import type { Grid } from '../../../shared/layout/grid.ts'
import type { Layout } from '../../../shared/layout/layout.ts'
import { renderHtml } from '../../../shared/print/html.ts'
import { formLayouts } from '../../support/invented-layouts.ts'

const options = { title: '云溪县', contents: false, createdAt: '2024-01-01T00:00:00Z' }
const layouts = formLayouts()

type Span = [number, number, number, number, string]

/** Cells with text: row, column, rows, columns, text. */
const spansOf = (cells: Grid['cells'] | Layout['cells']): Span[] =>
  cells
    .filter(({ text }) => text.trim() !== '')
    .map((cell): Span => [cell.row, cell.column, cell.rowSpan, cell.colSpan, cell.text])
    .toSorted((a, b) => a[0] - b[0] || a[1] - b[1])

test('.xlsx: one sheet a table', async () => {
  const { grids } = readDocument('全部.xlsx', await writeXlsx(layouts, options))
  expect(grids.map(({ origin }) => origin)).toEqual(layouts.map(() => 'own'))
  expect(grids.map(({ cells }) => spansOf(cells))).toEqual(layouts.map(({ cells }) => spansOf(cells)))
})

test('.docx: one table a file', async () => {
  for (const layout of layouts) {
    const { grids } = readDocument('一.docx', await writeDocx([layout], options))
    expect(grids.map(({ origin }) => origin)).toEqual(['own'])
    expect(spansOf(grids[0]?.cells ?? [])).toEqual(spansOf(layout.cells))
  }
})

test('.html: the printed pages of a table are put together again', () => {
  const { grids } = readDocument(
    '全部.html',
    new TextEncoder().encode(renderHtml(layouts, { ...options, cover: true })),
  )
  expect(grids.map(({ origin }) => origin)).toEqual(layouts.map(() => 'own'))
  expect(grids.map(({ cells }) => spansOf(cells))).toEqual(layouts.map(({ cells }) => spansOf(cells)))
})

/** Random Layouts with merged labels, spanning texts, long and odd texts; and the inverse of paginating. */
import * as fc from 'fast-check'
import type { Layout } from '../../../shared/layout/layout.ts'
import type { PrintPage } from '../../../shared/print/print-page.ts'
import { makeLayout } from './print-layouts.ts'
import type { CellDraft } from './print-layouts.ts'

const word = fc.constantFrom(
  '保障',
  '群众',
  '医疗待遇',
  '（试点）',
  '，',
  '。',
  '≥95%',
  ' ',
  '  ',
  '\n',
  '\n\n',
  'ABC',
  '<b>',
  '&amp;',
  '\t',
  '2024年',
  '“',
  '”',
  '𠮷',
)
export const anyText = fc.array(word, { maxLength: 12 }).map((words) => words.join(''))
const anyLongText = fc.array(word, { minLength: 100, maxLength: 400 }).map((words) => words.join(''))
const anyCellText = fc.oneof({ weight: 8, arbitrary: anyText }, { weight: 1, arbitrary: anyLongText })

/** A group of rows: a label over `size` rows; `spanning`: the last column is one text over them too. */
const anyGroup = fc.record({
  label: anyText,
  size: fc.integer({ min: 1, max: 6 }),
  spanning: fc.boolean(),
  texts: fc.array(anyCellText, { minLength: 12, maxLength: 12 }),
})

export const anyLayout: fc.Arbitrary<Layout> = fc
  .record({
    groups: fc.array(anyGroup, { minLength: 1, maxLength: 8 }),
    bodyMm: fc.integer({ min: 90, max: 180 }),
    heading: fc.boolean(),
    orientation: fc.constantFrom('portrait' as const, 'landscape' as const),
  })
  .map(({ groups, bodyMm, heading, orientation }) => {
    const cells: CellDraft[] = [{ at: [0, 0, 1, 3], text: '标题', style: 'title', role: 'label' }]
    let row = 1
    if (heading) {
      for (const column of [0, 1, 2])
        cells.push({ at: [row, column], text: `列${column}`, style: 'heading', role: 'label' })
      row += 1
    }
    const first = row
    for (const { label, size, spanning, texts } of groups) {
      for (let index = 0; index < size; index++, row++) {
        if (index === 0) cells.push({ at: [row, 0, size, 1], text: label, merged: true })
        cells.push({ at: [row, 1], text: texts[index] ?? '' })
        if (!spanning) cells.push({ at: [row, 2], text: texts[index + 6] ?? '' })
        else if (index === 0) cells.push({ at: [row, 2, size, 1], text: texts[6] ?? '' })
      }
    }
    const repeatedRows = heading ? { first: first - 1, count: 1 } : { first: 0, count: 0 }
    return makeLayout({ columnsMm: [25, 60, 40], cells, bodyMm, repeatedRows, orientation })
  })

/** The texts by the Layout's position (`row/column`), joined over the page ends. */
export function joinPages(pages: readonly PrintPage[]): Map<string, string> {
  const texts = new Map<string, string>()
  const open = new Map<number, string>()
  for (const page of pages) {
    for (const cell of page.cells) {
      const last = page.rows[cell.row + cell.rowSpan - 1]
      const row = page.rows[cell.row]
      if (!row || last?.repeated) continue
      const key =
        cell.continued === null ? `${row.source}/${cell.column}` : (open.get(cell.column) ?? 'nothing to continue')
      const before = texts.get(key) ?? ''
      if (cell.continued === null) texts.set(key, cell.text)
      else if (cell.continued !== 'repeat')
        texts.set(key, before + (cell.continued === 'newline' ? '\n' : '') + cell.text)
      open.set(cell.column, key)
    }
  }
  return texts
}

/** Clipboards no program writes: read at once or taken as plain text, never as the square of their size. */
import { expect, test } from 'vitest'
import { parseHtmlClipboard } from '../../../renderer/editor/clipboard/read/clipboard-html.ts'
import { readClipboard } from '../../../renderer/editor/clipboard/read/read-clipboard.ts'

const texts = (html: string, plain = '') => readClipboard(html, plain)?.rows.map((row) => row.map(({ text }) => text))

test('elements and tables nested as no page has them: the plain text counts', () => {
  const tables = `${'<table><tr><td>'.repeat(6000)}${'甲'.repeat(90_000)}`
  const closed = `<table><tr><td>甲</td></tr></table>${'<b>'.repeat(30_000)}${'</i>'.repeat(30_000)}`
  for (const html of [tables, closed]) {
    expect(parseHtmlClipboard(html)).toBeNull()
    expect(texts(html, '甲\t乙')).toEqual([['甲', '乙']])
  }
})

test('tables in tables as pages have them are read', () => {
  const framed = `${'<table><tr><td>'.repeat(20)}甲<td>乙${'</table>'.repeat(20)}`
  expect(texts(framed)).toEqual([['甲 乙']])
  expect(texts(`${'<div>'.repeat(1500)}<table><tr><td>甲</table>`)).toEqual([['甲']])
})

test('a span over more than there is, a cell of a million breaks, a hundred thousand empty tables', () => {
  expect(texts('<table><tr><td colspan=999999999 rowspan=999999999>甲<td>乙</table>')).toEqual([['甲', '乙']])
  expect(texts(`<table><tr><td>甲${'<br>'.repeat(1_000_000)}乙</table>`)?.[0]?.[0]).toHaveLength(1_000_002)
  expect(texts('<table></table>'.repeat(100_000), '甲')).toEqual([['甲']])
  expect(texts(`<table>${'<tr><td rowspan=60000 colspan=1000>甲'.repeat(3000)}</table>`, '甲')).toEqual([['甲']])
})

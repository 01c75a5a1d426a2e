/**
 * A small table inside a form (costs, tasks, plans): headings of its own, rows below. Kept as text, one line a row:
 * `支出内容：电费；金额：420`, so that no text of it is lost and none is taken for a field.
 */
import { addExtra } from './form-fields.ts'
import { extraKey } from '../words/labels.ts'
import { headOver, peek } from '../lines/tokens.ts'
import type { HeaderContext, Token } from '../lines/tokens.ts'
import type { View, ViewCell } from '../lines/view.ts'

/** Answers how many rows from `lines[index]` such a table takes; 0 where none of at least `fewest` rows begins. */
export function readSmallTable(
  context: HeaderContext,
  lines: readonly ViewCell[][],
  index: number,
  fewest = 1,
): number {
  const line = lines[index] ?? []
  const below = lines[index + 1] ?? []
  const start = sideCells(line, below)
  const heads = line.slice(start)
  if (heads.length < 3 || below.length < 2 || !heads.every(isHeading)) return 0
  if (heads.filter((cell) => cell.field !== undefined).length * 2 <= heads.length) return 0
  const rows: string[] = []
  for (let at = index + 1; at < lines.length; at++) {
    const row = lines[at] ?? []
    if (!isRow(context, heads, row)) break
    rows.push(rowText(context.view, heads, row))
  }
  if (rows.length < fewest) return 0
  addExtra(context.fields.extra, extraKey(line[start - 1]?.text ?? heads[0]?.text ?? ''), rows.join('\n'))
  return 1 + rows.length
}

/** How many cells at the left of a heading row stand beside the whole block: the row below has nothing under them. */
export function sideCells(line: readonly ViewCell[], below: readonly ViewCell[]): number {
  const from = below[0]?.column ?? 0
  return Math.max(
    0,
    line.findLastIndex((cell) => cell.column <= from),
  )
}

/** A row of the table as text, each cell behind the heading it stands under. */
export function rowText(view: View, heads: readonly ViewCell[], row: readonly ViewCell[]): string {
  const tokens = heads.map(asToken)
  return row
    .map((cell) => {
      const head = headOver(view, tokens, cell)
      return head ? `${extraKey(head.cell.text)}：${cell.text}` : cell.text
    })
    .join('；')
}

const asToken = (cell: ViewCell): Token => ({ cell, id: null, inline: false })

const isHeading = (cell: ViewCell) =>
  cell.label.length >= 2 && cell.label.length <= 16 && /^[\p{Script=Han}A-Za-z()/、]+$/u.test(cell.label)

/** Every cell stands under a heading, none is a label. */
function isRow(context: HeaderContext, heads: readonly ViewCell[], row: readonly ViewCell[]): boolean {
  const columns = new Set(heads.map((head) => head.column))
  return (
    row.length >= 2 &&
    row.every((cell) => columns.has(cell.column)) &&
    peek(context, row).every((token) => token.id === null)
  )
}

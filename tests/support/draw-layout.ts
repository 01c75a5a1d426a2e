/**
 * Draws a Layout as text that a person can read: first the printed table, one line a row, then what each input cell is
 * bound to. `[…]` input, `(…)` computed, plain: label; `<` and `^` are positions covered from the left or from above;
 * texts longer than a column's measure are cut with `…`; a line break is `↵`.
 */
import { ownerAt, ownerMap } from '../../shared/layout/grid.ts'
import type { Layout, LayoutCell } from '../../shared/layout/layout.ts'
import { textEm } from '../../shared/layout/row-height.ts'

const longest = 18

export function drawLayout(layout: Layout): string {
  const { rows, columnsMm, cells } = layout
  const map = ownerMap(rows.length, columnsMm.length, cells)
  const drawn = rows.map((_, row) =>
    columnsMm.map((_width, column) => {
      const cell = cells[ownerAt(map, row, column)]
      if (!cell) return '?'
      if (cell.row === row && cell.column === column) return cellText(cell)
      return cell.row === row ? '<' : '^'
    }),
  )
  const widths = columnsMm.map((_, column) => Math.max(...drawn.map((line) => displayWidth(line[column] ?? ''))))
  const repeated = (row: number) =>
    row >= layout.repeatedRows.first && row < layout.repeatedRows.first + layout.repeatedRows.count
  const table = drawn.map((line, row) => {
    const texts = line.map((text, column) => text + ' '.repeat((widths[column] ?? 0) - displayWidth(text)))
    return `${String(row).padStart(2)}${repeated(row) ? '*' : ' '}| ${texts.join(' | ')} |`
  })
  const bound = cells.filter((cell) => cell.binding).map(bindingLine)
  return [
    `${layout.templateId}  “${layout.title}”  ${layout.page.orientation}, columns ${columnsMm.join(' ')} mm; * repeated on every page`,
    '',
    ...table,
    '',
    ...new Set(bound),
    '',
  ].join('\n')
}

function cellText(cell: LayoutCell): string {
  const flat = cell.text.replaceAll('\n', '↵')
  const text =
    Array.from(flat).length > longest
      ? `${Array.from(flat)
          .slice(0, longest - 1)
          .join('')}…`
      : flat
  if (cell.role === 'input') return `[${text}]`
  return cell.role === 'computed' ? `(${text})` : text
}

/** Only the first row of repeating blocks is listed; the rest follows the same pattern. */
function bindingLine(cell: LayoutCell): string {
  const { binding } = cell
  if (!binding) return ''
  const path = binding.path.replaceAll(/indicators\[\d+\]/g, 'indicators[i]')
  const record = binding.record === 'all' ? 'all ' : ''
  return `column ${cell.column}: ${cell.name} = ${record}${path} (${binding.kind}${cell.role === 'computed' ? ', repeated' : ''})`
}

const displayWidth = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (textEm(character) === 1 ? 2 : 1), 0)

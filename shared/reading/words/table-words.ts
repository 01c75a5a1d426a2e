/** The words a form is recognised by: title, labels above the indicators, column headings. */
import { normalizeLabel } from '../../values/text/normalize.ts'
import type { TableWords } from '../recognize.ts'
import type { IndicatorHeading } from '../indicators/indicator-heading.ts'
import { splitInlineLabels } from '../header/inline-labels.ts'
import type { ListHeading } from '../list/list-heading.ts'
import type { TitleLines } from '../lines/title-lines.ts'
import type { View } from '../lines/view.ts'

export function wordsOf(
  view: View,
  titles: TitleLines,
  rows: readonly number[],
  list: ListHeading | null,
  heading: IndicatorHeading | null,
): TableWords {
  const labels = new Set<string>()
  for (const row of rows) {
    for (const cell of view.lines[row] ?? []) {
      if (cell.label !== '') labels.add(cell.label)
      for (const { label } of splitInlineLabels(cell.text)) labels.add(normalizeLabel(label))
    }
  }
  const headings = list
    ? list.projects
        .map((column) => normalizeLabel(column.label))
        .concat(list.indicators.map((column) => normalizeLabel(column.key)))
    : (heading?.columns ?? [])
        .filter((column) => column.field !== 'ignored')
        .map((column) => normalizeLabel(column.key))
  return { title: titles.title, labels, headings }
}

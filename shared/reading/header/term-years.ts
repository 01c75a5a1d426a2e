/**
 * The years of the term that a form prints behind the label of its term's goal: 中期目标（2024年—2026年）. A form with a
 * field for them takes whatever stands in its brackets, other forms only what names a year.
 */
import { extraPath } from '../../model/field-path.ts'
import type { Template } from '../../templates/template.ts'
import { hasYear, isBlankTermYears, yearsBehind } from '../../values/term-years.ts'
import { oncePerTemplate } from '../../layout/once-per-template.ts'
import { addExtra } from './form-fields.ts'
import type { FormFields } from './form-fields.ts'
import { splitInlineLabels } from './inline-labels.ts'
import type { View, ViewCell } from '../lines/view.ts'

export const termYearsKey = '中期目标年份'

export function readTermYears(
  view: View,
  rows: readonly number[],
  fields: FormFields,
  template: Template | null,
): void {
  const hasField = template !== null && ownField(template).isThere
  for (const row of rows) {
    for (const label of (view.lines[row] ?? []).flatMap(termLabels)) {
      const inside = yearsBehind(label)
      const isTaken = hasField ? !isBlankTermYears(inside) : hasYear(inside)
      if (isTaken) addExtra(fields.extra, termYearsKey, inside)
    }
  }
}

/** The labels of a term's goal in a cell: the cell itself, or what stands before its text. */
function termLabels({ field, text }: ViewCell): string[] {
  if (field === 'goal.term') return [text]
  if (!/目标\s*(?:[(（[［〔【]|(?:19|20)\d\d)/u.test(text)) return []
  return splitInlineLabels(text).flatMap(({ id, label }) => (id === 'goal.term' ? [label] : []))
}

const ownField = oncePerTemplate(({ blocks }) => ({
  isThere: blocks.some(
    (block) =>
      block.type === 'rows' &&
      block.rows.some(({ cells }) =>
        cells.some(({ content }) => 'path' in content && content.path === extraPath(termYearsKey)),
      ),
  ),
}))

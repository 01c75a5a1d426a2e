/**
 * The years of the term that a form prints behind the label of its term's goal: 中期目标（2024年—2026年）. A form with a
 * field for them takes whatever stands in its brackets, other forms only what names a year.
 */
import { extraPath } from '../../model/field-path.ts'
import type { Template } from '../../templates/template.ts'
import { isBlankTermYears, termYearsIn } from '../../values/term-years.ts'
import { oncePerTemplate } from '../once-per-template.ts'
import { addExtra } from './form-fields.ts'
import type { FormFields } from './form-fields.ts'
import type { View } from './view.ts'

export const termYearsKey = '中期目标年份'

export function readTermYears(
  view: View,
  rows: readonly number[],
  fields: FormFields,
  template: Template | null,
): void {
  const hasField = template !== null && ownField(template).isThere
  for (const row of rows) {
    for (const { field, text } of view.lines[row] ?? []) {
      if (field !== 'goal.term') continue
      const inside = /[(（](.*)[)）]\s*$/su.exec(text)?.[1]?.trim() ?? ''
      const years = hasField && !isBlankTermYears(inside) ? inside : termYearsIn(text)
      addExtra(fields.extra, termYearsKey, years)
    }
  }
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

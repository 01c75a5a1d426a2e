/** A text written into one half of a form with parallel halves (shared/layout/halves.ts): what is meant by it. */
import { halfOfColumn, printedInBoth, writeInHalf } from '../../../shared/layout/halves.ts'
import type { PrintedInBoth } from '../../../shared/layout/halves.ts'
import type { Records } from '../../../shared/layout/edit.ts'
import type { LayoutCell } from '../../../shared/layout/layout.ts'
import type { Template } from '../../../shared/templates/template.ts'

/** The change of the records; null where the cell is no text that both halves print of an indicator that is there. */
export function halfWrite(
  template: Template,
  [record]: Records, // such a form has one
  { binding, column }: LayoutCell,
  text: string,
): ((records: Records) => Records) | null {
  const half = halfOfColumn(template, column)
  if (!half || !binding || !record) return null
  const texts = new Map<number, PrintedInBoth>()
  for (const path of [binding.path, ...binding.alsoPaths]) {
    const found = printedInBoth(path)
    if (!found) return null
    texts.set(found.row, { [found.field]: text })
  }
  if ([...texts.keys()].some((row) => row >= record.indicators.length)) return null // a blank row is filled in as ever
  return ([first, ...rest]) =>
    first ? [{ ...first, indicators: writeInHalf(first.indicators, half, texts) }, ...rest] : rest
}

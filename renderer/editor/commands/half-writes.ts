/** A text typed into one half of a form with parallel halves (shared/layout/halves.ts): what is meant by it. */
import { writeInHalf } from '../../../shared/layout/halves.ts'
import type { Half, PrintedInBoth } from '../../../shared/layout/halves.ts'
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
  const fields = [binding?.path ?? '', ...(binding?.alsoPaths ?? [])].map((path) =>
    /^indicators\[(\d+)\]\.(subcategory|name)$/.exec(path),
  )
  const field = fields[0]?.[2]
  const half = halfOfColumn(template, column)
  if (!half || !field || !record) return null
  const texts = new Map(fields.map((found): [number, PrintedInBoth] => [Number(found?.[1]), { [field]: text }]))
  if ([...texts.keys()].some((row) => row >= record.indicators.length)) return null // a blank row is filled in as ever
  return ([first, ...rest]) =>
    first ? [{ ...first, indicators: writeInHalf(first.indicators, half, texts) }, ...rest] : rest
}

function halfOfColumn({ blocks }: Template, column: number): Half | null {
  for (const block of blocks) {
    if (block.type !== 'indicators') continue
    let start = block.side?.columns ?? 0
    for (const one of block.columns) {
      if (start === column) return one.part ?? null
      start += one.columns ?? 1
    }
  }
  return null
}

/** All indicator blocks of a table (a form may list the term's and the year's one below the other), and what stands between and below them. */
import type { Problem } from '../../model/problem.ts'
import type { Indicator } from '../../model/project.ts'
import type { Template } from '../../templates/template.ts'
import { addExtra } from './form-fields.ts'
import type { FormFields } from './form-fields.ts'
import { readHeaderLines } from './header-lines.ts'
import { findIndicatorHeading, isHeadingLine } from './indicator-heading.ts'
import type { IndicatorHeading } from './indicator-heading.ts'
import { ownLabels } from './labels.ts'
import { repairNote } from './notes.ts'
import { readIndicators } from './read-indicators.ts'
import { isSameIndicator, merged } from './row-indicators.ts'
import { findRow, range } from './row-range.ts'
import type { View } from './view.ts'

export function readBlocks(
  view: View,
  first: IndicatorHeading,
  end: number,
  fields: FormFields,
  template: Template | null,
) {
  const own = template ? ownLabels(template) : new Map<string, string>()
  const indicators: Indicator[] = []
  const problems: Problem[] = []
  let last = first.bottom
  let heading: IndicatorHeading | null = first
  let hasTermBlock = false
  while (heading) {
    const rows = readIndicators(view, heading, end)
    const part = blockPart(view, heading)
    const found = part === 'term' ? rows.indicators.map(asTerm) : rows.indicators
    found.forEach((indicator, index) => {
      const same = !hasTermBlock
        ? -1
        : indicators.findIndex(
            (one) => one.target === '' && indicator.termTarget === '' && isSameIndicator(one, indicator),
          )
      const before = indicators[same]
      if (before) indicators[same] = merged(before, indicator)
      else indicators.push(indicator)
      const at = before ? same : indicators.length - 1
      for (const repair of rows.repairs)
        if (repair.index === index) problems.push(repairNote(repair.code, at, indicator.name))
    })
    for (const [key, text] of Object.entries(rows.extra)) addExtra(fields.extra, key, text)
    readHeaderLines({ view, fields, own, isFooter: true }, rows.footers)
    last = rows.lastRow
    hasTermBlock ||= part === 'term'
    heading = null
    const next = findRow(view, rows.end, end, (row) => isHeadingLine(view.lines[row] ?? []))
    if (next >= 0 && next - rows.end <= 30) {
      heading = findIndicatorHeading(view, next)
      readHeaderLines({ view, fields, own, isFooter: true }, range(rows.end, heading?.top ?? rows.end))
    }
    if (heading && heading.bottom < rows.end) heading = null
  }
  return { indicators, problems, last }
}

/** A block under 长期, 中期 or 实施期 (beside its heading or directly above it) lists the term's indicators. */
function blockPart(view: View, heading: IndicatorHeading): 'term' | null {
  const firstColumn = heading.columns.find((column) => column.field !== 'ignored')?.from ?? 0
  const side = firstColumn > 0 ? view.at(heading.top, firstColumn - 1) : undefined
  const above = view.lines[heading.top - 1] ?? []
  const words = [side?.label ?? '', above.length === 1 ? (above[0]?.label ?? '') : '']
  return words.some((word) => word.length <= 12 && /^(?:长期|中期|实施期|实施周期|中长期)/u.test(word)) ? 'term' : null
}

function asTerm(indicator: Indicator): Indicator {
  return indicator.termTarget === '' ? { ...indicator, termTarget: indicator.target, target: '' } : indicator
}

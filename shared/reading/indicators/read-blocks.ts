/** All indicator blocks of a table (a form may list the term's and the year's one below the other), and what stands between and below them. */
import { indicatorKey } from '../../compare/match-rows.ts'
import type { Problem } from '../../model/problem.ts'
import type { Indicator } from '../../model/project.ts'
import type { Template } from '../../templates/template.ts'
import { addExtra } from '../header/form-fields.ts'
import type { FormFields } from '../header/form-fields.ts'
import { readHeaderLines } from '../header/header-lines.ts'
import { findIndicatorHeading, isHeadingLine } from './indicator-heading.ts'
import type { IndicatorHeading } from './indicator-heading.ts'
import { ownLabels } from '../words/labels.ts'
import { repairNote } from '../../layout/own-form/notes.ts'
import { readIndicators } from './read-indicators.ts'
import { merged } from './row-indicators.ts'
import { findRow, range } from '../lines/row-range.ts'
import type { View } from '../lines/view.ts'
import { walk } from '../../values/text/walk.ts'

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
  let heading = first
  let hasTermBlock = false
  /** Indicators without a value of the year, by what they say: a block below may have it. */
  const waiting = new Map<string, number[]>()
  walk(first.bottom, end, () => {
    const rows = readIndicators(view, heading, end)
    const part = blockPart(view, heading)
    const found = part === 'term' ? rows.indicators.map(asTerm) : rows.indicators
    const places = found.map((indicator) => {
      const key = indicatorKey(indicator)
      const same = waiting.get(key) ?? []
      const before = hasTermBlock && indicator.termTarget === '' ? same[0] : undefined
      const term = before === undefined ? undefined : indicators[before]
      if (before !== undefined && term) {
        indicators[before] = merged(term, indicator)
        if (indicator.target !== '') same.shift()
        return before
      }
      const at = indicators.push(indicator) - 1
      if (indicator.target === '' && indicator.name !== '') {
        same.push(at)
        waiting.set(key, same)
      }
      return at
    })
    for (const { index, code } of rows.repairs)
      problems.push(repairNote(code, places[index] ?? 0, found[index]?.name ?? ''))
    for (const [key, text] of Object.entries(rows.extra)) addExtra(fields.extra, key, text)
    readHeaderLines({ view, fields, own, isFooter: true }, rows.footers)
    last = rows.lastRow
    hasTermBlock ||= part === 'term'
    const row = findRow(view, rows.end, Math.min(end, rows.end + 31), (at) => isHeadingLine(view.lines[at] ?? []))
    const next = row < 0 ? null : findIndicatorHeading(view, row)
    if (!next || next.bottom < rows.end) return null
    readHeaderLines({ view, fields, own, isFooter: true }, range(rows.end, next.top))
    heading = next
    return next.bottom
  })
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

/**
 * The rows below an indicator heading: which of them are indicators, which are sums, notes or signatures, and where the
 * table ends.
 */
import { isSameIndicator } from '../../compare/match-rows.ts'
import { sumRows } from '../../templates/common-labels.ts'
import type { Extra, Indicator } from '../../model/project.ts'
import { addExtra } from '../header/form-fields.ts'
import { isHeadingLine, findIndicatorHeading } from './indicator-heading.ts'
import type { IndicatorHeading } from './indicator-heading.ts'
import { placesOf, repairRow, textsOfRow } from './indicator-row.ts'
import { splitInlineLabels } from '../header/inline-labels.ts'
import { extraKey } from '../words/labels.ts'
import { levelKind, levelText } from '../words/level-text.ts'
import { createLevelState, indicatorsOfRow, merged } from './row-indicators.ts'
import type { LevelState } from './row-indicators.ts'
import { isEndLine, isPageNumber } from '../lines/table-lines.ts'
import type { View, ViewCell } from '../lines/view.ts'
import { walk } from '../../values/text/walk.ts'

export interface IndicatorRows {
  indicators: Indicator[]
  /** Repairs, by index of the indicator. */
  repairs: { index: number; code: 'D6' | 'D7' | 'D8' }[]
  /** Sum rows: 合计 → its text. */
  extra: Extra
  /** Rows of notes, signatures and further fields. */
  footers: number[]
  /** First row that does not belong to this block of indicators. */
  end: number
  /** The last row that holds something of the table. */
  lastRow: number
}

const sums = new Set(sumRows)

/** 合计, or what is summed up named too: 绩效指标权重合计. */
const isSum = ({ label }: ViewCell) => sums.has(label) || /^[^\d:]{2,12}(?:合计|总计|总分)(?:\([^()]*\))?$/u.test(label)

export function readIndicators(view: View, heading: IndicatorHeading, end: number): IndicatorRows {
  const result: IndicatorRows = { indicators: [], repairs: [], extra: {}, footers: [], end, lastRow: heading.bottom }
  const state = createLevelState()
  const open = new Map<string, number>()
  const { columns } = heading
  const places = placesOf(columns)
  const nameFrom = columns[places.name]?.from ?? columns.at(-1)?.from ?? 0
  result.end = walk(heading.bottom + 1, end, (row) => {
    const line = view.lines[row] ?? []
    const [first] = line
    if (!first || (line.length === 1 && first.column < nameFrom && isPageNumber(first.text))) return row + 1
    if (isHeadingLine(line)) {
      const again = findIndicatorHeading(view, row)
      if (again?.signature !== heading.signature) return null
      result.lastRow = again.bottom
      return again.bottom + 1
    }
    if (isEndLine(line, nameFrom, view.columns)) return null
    if (
      result.footers.length > 0 &&
      !line.some((cell) => cell.column < nameFrom && levelKind(levelText(cell.text)) !== null)
    )
      result.footers.push(row)
    else if (isSum(first)) addSum(result.extra, view, columns, row)
    else if (isFooter(line, nameFrom) || isNote(view, row, end, nameFrom)) result.footers.push(row)
    else if (!isGroupRow(line, first, view, state)) addRow(result, view, heading, row, state, open)
    else return row + 1
    result.lastRow = row
    return row + 1
  })
  return result
}

function addRow(
  result: IndicatorRows,
  view: View,
  heading: IndicatorHeading,
  row: number,
  state: LevelState,
  open: Map<string, number>,
): void {
  const { columns } = heading
  const isNested = levelKind(state.subcategory.both) === 'category'
  const places = { ...placesOf(columns), isNested }
  const { texts } = textsOfRow(view, columns, row)
  const first = columns[places.category]
  const level = view.at(row, first?.from ?? 0)
  const isWide = level !== undefined && level.colSpan > 1 && level.column + level.colSpan > (first?.to ?? 0)
  const isMerged = view.hasSpans && level !== undefined && (level.row < row || isWide)
  const repaired = repairRow(texts, places, isMerged)
  const hadTags = (view.lines[row] ?? []).some((cell) => cell.hadTags)
  for (const indicator of indicatorsOfRow(columns, repaired.texts, state)) {
    const key = `${indicator.category}\n${indicator.subcategory}\n${indicator.name}`
    const before = open.get(key)
    const earlier = before === undefined ? undefined : result.indicators[before]
    if (before !== undefined && earlier && completes(earlier, indicator)) {
      result.indicators[before] = indicator.termTarget === '' ? merged(earlier, indicator) : merged(indicator, earlier)
      continue
    }
    const index = result.indicators.push(indicator) - 1
    if (columns.some((column) => column.part !== null)) open.set(key, index)
    if (repaired.repair !== '') result.repairs.push({ index, code: repaired.repair })
    if (hadTags) result.repairs.push({ index, code: 'D6' })
  }
}

const isOpposite = (one: Indicator, other: Indicator) =>
  one.termTarget !== '' && one.target === '' && other.termTarget === '' && other.target !== ''

/** Parallel blocks list the same indicator in different rows: one has the term's value, the other the year's. */
function completes(one: Indicator, other: Indicator): boolean {
  return isSameIndicator(one, other) && (isOpposite(one, other) || isOpposite(other, one))
}

function addSum(extra: Extra, view: View, columns: IndicatorHeading['columns'], row: number): void {
  const [first, ...rest] = view.lines[row] ?? []
  if (!first) return
  const label = extraKey(first.text)
  rest.forEach((cell, index) => {
    const heading = columns.find((column) => column.from <= cell.column && cell.column < column.to)
    addExtra(extra, index === 0 ? label : label + (heading?.key ?? ''), cell.text)
  })
}

/** A note, a signature or a further field: it begins with a label left of the names. */
function isFooter(line: readonly ViewCell[], nameFrom: number): boolean {
  const [first, ...rest] = line
  if (!first || first.column >= Math.max(1, nameFrom)) return false
  if (levelKind(levelText(first.text)) !== null) return false
  if (/^(?:备?注|附注|说明|填报?说明)\s*[:：\d]/u.test(first.text)) return true
  const inline = splitInlineLabels(first.text)
  if (inline.length > 0 || isSigned(first.text)) return true
  if (first.field === undefined || isLevelLike(first, rest[0])) return false
  return line.length <= 2 || rest.some((cell, index) => index >= 1 && cell.field !== undefined)
}

/** A label no dictionary knows, by its colon: `编报人：`, `编制人：甲某`, `预算股意见：`. `指标1：` is print of a name. */
const isSigned = (text: string) =>
  /^(?!.{0,4}(?:指标|目标))[\p{Script=Han}()（）/]{2,10}[:：][^。；;]{0,40}$/u.test(text)

/** 预算执行率 is a label elsewhere; with a score, or again in the next level, it is a level here. */
const isLevelLike = (first: ViewCell, next: ViewCell | undefined) =>
  /\(\d+(?:\.\d+)?分?\)$/u.test(first.label) || (next !== undefined && next.label === first.label)

/** So many lines of a text alone are no group of levels any more. */
const mostNotes = 30

/** A text alone left of the names, with nothing but such lines below it: a note, or prose behind the table. */
function isNote(view: View, row: number, end: number, nameFrom: number): boolean {
  for (let at = row; at < Math.min(end, row + mostNotes); at++) {
    const line = view.lines[at] ?? []
    const [first] = line
    if (!first) continue
    if (at > row && (isHeadingLine(line) || isEndLine(line, nameFrom, view.columns) || isFooter(line, nameFrom)))
      return true
    if (line.length > 1 || first.column >= Math.max(1, nameFrom)) return false
    if (first.rowSpan > 1 || levelKind(levelText(first.text)) !== null) return false
  }
  return true
}

/** A row that only names a first level for the rows below it: `一、产出指标` over the full width. */
function isGroupRow(line: readonly ViewCell[], first: ViewCell, view: View, state: LevelState): boolean {
  if (line.length > 1 || first.colSpan < view.columns) return false
  const text = levelText(first.text)
  const kind = levelKind(text)
  if (kind !== 'category' && kind !== 'both') return false
  state.category = text
  state.subcategory = { term: '', annual: '', both: '' }
  return true
}

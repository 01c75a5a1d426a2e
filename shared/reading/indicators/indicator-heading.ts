/**
 * The heading rows of an indicator table: one row, or two where groups (指标值 over 全市, 甲县; 中期指标 over 二级, 三级,
 * 指标值) stand over their columns. Columns may come in any order.
 */
import { annualWords, termWords } from '../../templates/common-labels.ts'
import { classifyColumns } from './indicator-columns.ts'
import type { IndicatorColumn, Leaf } from './indicator-columns.ts'
import type { View, ViewCell } from '../lines/view.ts'

export interface IndicatorHeading {
  /** First and last heading row. */
  top: number
  bottom: number
  columns: IndicatorColumn[]
  /** Equal for a heading repeated at a page break. */
  signature: string
}

const levels = new Set<string>(['category', 'subcategory', 'name', 'content'])

const isLevelHeading = (cell: ViewCell) => levels.has(cell.heading ?? '')

/** The heading that begins at a row, or at the row above it; null where the row is none. */
export function findIndicatorHeading(view: View, row: number): IndicatorHeading | null {
  const line = view.lines[row] ?? []
  if (!isHeadingLine(line)) return null
  const upper = view.lines[row - 1] ?? []
  const top = isUpperHeading(upper, line) ? row - 1 : row
  const bottom = top === row && hasSubHeadings(view, row, isLevelHeading) ? row + 1 : row
  const leaves = top === bottom ? line.map((cell) => ({ cell, group: null })) : leavesOf(view, top, bottom)
  const columns = classifyColumns(leaves, view.hasSpans)
  const signature = leaves.map(({ cell, group }) => `${cell.column}:${group?.label ?? ''}/${cell.label}`).join('|')
  return { top, bottom, columns, signature }
}

/** A level heading and another level or value heading; words of a data row do not make one. */
export function isHeadingLine(line: readonly ViewCell[]): boolean {
  if (line.length < 2) return false
  let level = 0
  let known = 0
  for (const cell of line) {
    const field = cell.heading
    if (!field) continue
    known += 1
    if (levels.has(field)) level += 1
  }
  return level >= 1 && known >= 2 && (level >= 2 || line.some((cell) => isValueHeading(cell)))
}

function isValueHeading({ heading: field }: ViewCell): boolean {
  return field === 'value' || field === 'target' || field === 'termTarget' || field === 'weight'
}

const isGroup = (cell: ViewCell) => /指标|目标|绩效/u.test(cell.label) && cell.label.length <= 20

/** The row above holds the groups, or the first level, of the headings in `line`. */
function isUpperHeading(upper: readonly ViewCell[], line: readonly ViewCell[]): boolean {
  if (upper.length === 0) return false
  const own = line.some((cell) => cell.heading === 'category')
  const hasLevel = upper.some((cell) => ['category', 'subcategory', 'name'].includes(cell.heading ?? ''))
  if (hasLevel) return !own && upper.every((cell) => cell.label !== '' && cell.label.length <= 30)
  const words = [...termWords, ...annualWords]
  const groups = upper.filter((cell) => isGroup(cell) && words.some((word) => cell.label.includes(word)))
  return groups.length >= 2 && upper.every((cell) => isGroup(cell) || cell.rowSpan > 1)
}

/** Whether the row below holds columns of groups in this row; `isOwn` tells headings that have no columns below them. */
function hasSubHeadings(view: View, row: number, isOwn: (cell: ViewCell) => boolean): boolean {
  const line = view.lines[row] ?? []
  const below = view.lines[row + 1] ?? []
  if (below.length === 0 || below.some((cell) => cell.label === '' || cell.label.length > 20)) return false
  // The label beside the whole block (绩效指标) spans its rows too; a level heading tells better.
  const own = line.findLast(isOwn)
  if (own && view.hasSpans && own.rowSpan >= 2) return own.rowSpan === 2
  if (below.some((cell) => /^[\d.,]|^[^\d]*\d.*[%％元人次个]|[≥≤＝=><]/u.test(cell.label))) return false
  return below.every((cell) => {
    const at = line.findLastIndex((head) => head.column <= cell.column)
    const over = line[at]
    if (!over || isOwn(over)) return false
    const end = view.hasSpans && over.colSpan > 1 ? over.column + over.colSpan : (line[at + 1]?.column ?? Infinity)
    return end - over.column > 1
  })
}

/** The headings of a row and, where it holds groups, of the row below, as leaves. */
export function headingLeaves(
  view: View,
  row: number,
  isOwn: (cell: ViewCell) => boolean,
): { bottom: number; leaves: Leaf[] } {
  if (hasSubHeadings(view, row, isOwn)) return { bottom: row + 1, leaves: leavesOf(view, row, row + 1) }
  return { bottom: row, leaves: (view.lines[row] ?? []).map((cell) => ({ cell, group: null })) }
}

function leavesOf(view: View, top: number, bottom: number): Leaf[] {
  const upper = view.lines[top] ?? []
  const lower = view.lines[bottom] ?? []
  const leaves: Leaf[] = []
  const taken = new Set<ViewCell>()
  upper.forEach((cell, index) => {
    const next = upper[index + 1]?.column ?? Infinity
    const end = view.hasSpans && cell.colSpan > 1 ? cell.column + cell.colSpan : next
    const subs =
      cell.row + cell.rowSpan > bottom ? [] : lower.filter((sub) => sub.column >= cell.column && sub.column < end)
    if (subs.length === 0) leaves.push({ cell, group: null })
    for (const sub of subs) {
      taken.add(sub)
      leaves.push({ cell: sub, group: cell })
    }
  })
  for (const cell of lower) if (!taken.has(cell)) leaves.push({ cell, group: null })
  return leaves.toSorted((a, b) => a.cell.column - b.cell.column)
}

/**
 * The heading of a list form: one row or more a project (项目名称 | 总计 | … | 绩效目标 | 绩效指标), the indicators packed in
 * one cell or in columns of their own behind the project's.
 */
import { classifyColumns } from '../indicators/indicator-columns.ts'
import type { IndicatorColumn } from '../indicators/indicator-columns.ts'
import { headingLeaves } from '../indicators/indicator-heading.ts'
import type { View, ViewCell } from '../lines/view.ts'

export interface ProjectColumn {
  from: number
  to: number
  /** FieldId of the header fields, or `packed`: all indicators in one cell. */
  id: string
  label: string
}

export interface ListHeading {
  top: number
  bottom: number
  projects: ProjectColumn[]
  /** [] where the indicators are packed, or not in the list. */
  indicators: IndicatorColumn[]
  signature: string
}

const isName = (cell: ViewCell) => cell.field === 'project.name'
const levels = new Set<string>(['category', 'subcategory', 'name'])

export function isListHeadingLine(line: readonly ViewCell[]): boolean {
  if (line.length < 3 || !line.some(isName)) return false
  let goals = 0
  let known = 0
  for (const cell of line) {
    const field = cell.field
    const column = cell.heading
    if (field !== undefined || column !== undefined) known += 1
    if (field?.startsWith('goal.') || column === 'category' || column === 'name' || column === 'content') goals += 1
  }
  return goals >= 1 && known >= 3 && known * 4 >= line.length * 3
}

export function findListHeading(view: View, row: number): ListHeading | null {
  const line = view.lines[row] ?? []
  if (!isListHeadingLine(line)) return null
  const { bottom, leaves } = headingLeaves(view, row, isName)
  const first = leaves.findIndex(({ cell }) => levels.has(cell.heading ?? ''))
  const split = first < 0 ? leaves.length : first
  const widthOf = (index: number) => {
    const cell = leaves[index]?.cell
    const next = leaves[index + 1]?.cell.column
    if (!cell) return 1
    return view.hasSpans || next === undefined ? cell.colSpan : next - cell.column
  }
  const projects = leaves.slice(0, split).map(({ cell, group }, index): ProjectColumn => {
    const packed = first < 0 && cell.heading === 'content'
    return {
      from: cell.column,
      to: cell.column + Math.max(1, widthOf(index)),
      id: packed ? 'packed' : projectField(cell, group),
      label: cell.text,
    }
  })
  return {
    top: row,
    bottom,
    projects,
    indicators: first < 0 ? [] : classifyColumns(leaves.slice(split), view.hasSpans),
    signature: leaves.map(({ cell }) => `${cell.column}:${cell.label}`).join('|'),
  }
}

/** 总额, 小计 or 合计 under the heading of an amount is that amount. */
function projectField(cell: ViewCell, group: ViewCell | null): string {
  const isTotal = /^(?:总额|小计|合计|总计|金额)$/u.test(cell.label)
  if (group && isTotal && /资金|预算|金额|经费/u.test(group.label)) return 'funding.total'
  return cell.field ?? 'extra'
}

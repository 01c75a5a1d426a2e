/**
 * Where tables may stand in a grid: row ranges that begin at a title, or where the name of a project comes again after
 * indicators. Ranges without anything of a table in them (prose, contents lists, budget tables) are sorted out later.
 */
import { normalizeForMatch } from '../../values/text/normalize.ts'
import { isHeadingLine } from '../indicators/indicator-heading.ts'
import { isListHeadingLine } from '../list/list-heading.ts'
import { splitInlineLabels } from '../header/inline-labels.ts'
import { isTitleLine } from './table-lines.ts'
import type { View, ViewCell } from './view.ts'

export interface Segment {
  /** First row: its title, or its first label where there is none. */
  first: number
  end: number
  /** Row of the title; -1 where there is none. */
  titleRow: number
}

export function findSegments(view: View): Segment[] {
  const segments: Segment[] = []
  let first = 0
  let titleRow = -1
  let hasContent = false
  let hasIndicators = false
  const close = (row: number, nextTitle: number) => {
    if (hasContent) segments.push({ first, end: row, titleRow })
    first = row
    titleRow = nextTitle
    hasContent = false
    hasIndicators = false
  }
  for (let row = 0; row < view.rows; row++) {
    const line = view.lines[row] ?? []
    if (line.length === 0) continue
    if (isTitleLine(line)) {
      if (hasIndicators && goesOn(view, titleRow, row)) continue
      close(row, row)
      continue
    }
    const isList = isListHeadingLine(line)
    if (isList || isHeadingLine(line)) {
      hasContent = true
      hasIndicators = true
    } else if (namesProject(line)) {
      if (hasIndicators) close(firstLineAbove(view, row, first), -1)
      hasContent = true
    } else if (!hasContent && line.some((cell) => cell.field !== undefined)) hasContent = true
  }
  close(view.rows, -1)
  return segments
}

/** The title printed again at a page break: the same words, and below it the indicator heading at once. */
function goesOn(view: View, titleRow: number, row: number): boolean {
  const title = (at: number) => normalizeForMatch(view.lines[at]?.[0]?.text ?? '').replace(/\(?续表?\)?$/u, '')
  if (titleRow < 0 || title(titleRow) !== title(row)) return false
  for (let at = row + 1; at < Math.min(view.rows, row + 5); at++) {
    const line = view.lines[at] ?? []
    if (line.length === 0) continue
    if (isHeadingLine(line)) return !isListHeadingLine(line)
    if (line.length > 1 || line.some((cell) => cell.field !== undefined)) return false
  }
  return false
}

function namesProject(line: readonly ViewCell[]): boolean {
  const [first, second] = line
  return [first, second].some((cell) => {
    if (!cell) return false
    if (cell.field === 'project.name') return true
    return /^.{2,12}[:：]/u.test(cell.text) && splitInlineLabels(cell.text).some((label) => label.id === 'project.name')
  })
}

/** Lines directly above that belong to the table which begins at `row`: 预算单位, (2023年), 单位：万元. */
function firstLineAbove(view: View, row: number, from: number): number {
  for (let at = row; at - 1 > from; at--) {
    const line = view.lines[at - 1] ?? []
    const [cell] = line
    if (!cell || line.length > 3) return at
    const id = cell.field
    const isHeader =
      id === 'unit.name' || id === 'unit.currency' || id === 'project.code' || id === 'year' || id === 'unit.code'
    if (
      !isHeader &&
      !/^[(（]?\s*(?:20|19)\d\d|^(?:金额|货币)?单位[:：]|^预算单位|^部门名称|^单位名称|^填报单位/u.test(cell.text)
    )
      return at
  }
  return Math.min(row, from + 1)
}

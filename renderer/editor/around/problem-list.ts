/**
 * The findings as the panel lists them: by severity, each with its cell, the same finding of one merged cell said once.
 * Made once for a Layout and its findings; a form of 60 indicators can have hundreds.
 */
import type { Severity } from '../../../shared/model/problem.ts'
import type { TableProblem } from '../../../shared/rules/check.ts'
import type { LayoutCell } from '../../../shared/layout/layout.ts'
import { cellOfProblem } from '../grid/findings.ts'
import type { SheetMap } from '../grid/sheet-map.ts'

export interface ListedProblem {
  problem: TableProblem
  cell: LayoutCell | undefined
  /** The same finding of further rows of the merged cell. */
  more: TableProblem[]
}

export interface ProblemGroup {
  severity: Severity
  listed: ListedProblem[]
}

const order: readonly Severity[] = ['error', 'warning', 'hint']

/** Only the severities that were found. */
export function listProblems(sheet: SheetMap, problems: readonly TableProblem[]): ProblemGroup[] {
  const known = new Map<string, LayoutCell | undefined>()
  const cellOf = ({ record, path }: TableProblem): LayoutCell | undefined => {
    const key = `${record}|${path}`
    if (!known.has(key)) known.set(key, cellOfProblem(sheet, record, path))
    return known.get(key)
  }
  return order.flatMap((severity) => {
    const said = new Map<string, ListedProblem>()
    for (const problem of problems) {
      if (problem.severity !== severity) continue
      const cell = cellOf(problem)
      const place = cell ? `${cell.row}|${cell.column}` : problem.path
      const key = `${problem.record}|${place}|${problem.code}|${problem.message}`
      const same = said.get(key)
      if (same) same.more.push(problem)
      else said.set(key, { problem, cell, more: [] })
    }
    return said.size === 0 ? [] : [{ severity, listed: [...said.values()] }]
  })
}

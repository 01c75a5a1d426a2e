/**
 * The findings as the panel lists them: by severity, each with its cell, the same finding of one merged cell said once;
 * at the end those that were explained.
 * Made once for a Layout and its findings; a form of 60 indicators can have hundreds.
 */
import type { Severity } from '../../../../shared/model/problem.ts'
import type { LayoutCell } from '../../../../shared/layout/layout.ts'
import { cellOfProblem, isExplained } from '../../grid/findings.ts'
import type { TableFinding } from '../../grid/findings.ts'
import type { SheetMap } from '../../grid/sheet-map.ts'

export interface ListedProblem {
  /** Its name in the list, the same while it is found. */
  id: string
  problem: TableFinding
  cell: LayoutCell | undefined
  /** The same finding of further rows of the merged cell. */
  more: TableFinding[]
}

export interface ProblemGroup {
  severity: Severity
  isExplained: boolean
  listed: ListedProblem[]
}

const order: readonly Severity[] = ['error', 'warning', 'hint']

/** Only the severities that were found. */
export function listProblems(sheet: SheetMap, problems: readonly TableFinding[]): ProblemGroup[] {
  const known = new Map<string, LayoutCell | undefined>()
  const cellOf = ({ record, path }: TableFinding): LayoutCell | undefined => {
    const key = `${record}|${path}`
    if (!known.has(key)) known.set(key, cellOfProblem(sheet, record, path))
    return known.get(key)
  }
  const ids = new Map<string, number>()
  const idOf = ({ record, code, path }: TableFinding): string => {
    const id = `${record}|${code}|${path}`
    const times = ids.get(id) ?? 0
    ids.set(id, times + 1)
    return times === 0 ? id : `${id}|${times}`
  }
  const list = (severity: Severity, found: readonly TableFinding[]): ProblemGroup[] => {
    const said = new Map<string, ListedProblem>()
    for (const problem of found) {
      const cell = cellOf(problem)
      const place = cell ? `${cell.row}|${cell.column}` : problem.path
      const key = `${problem.record}|${place}|${problem.code}|${problem.message}|${problem.explanation ?? ''}`
      const same = said.get(key)
      if (same) same.more.push(problem)
      else said.set(key, { id: idOf(problem), problem, cell, more: [] })
    }
    const [first] = found
    return first ? [{ severity, isExplained: isExplained(first), listed: [...said.values()] }] : []
  }
  const waiting = problems.filter((problem) => !isExplained(problem))
  const groups = order.flatMap((severity) =>
    list(
      severity,
      waiting.filter((problem) => problem.severity === severity),
    ),
  )
  return [...groups, ...list('warning', problems.filter(isExplained))]
}

/** Findings and the cells they belong to, in both directions. */
import { indicatorsPath, rowOfPath, rowPath } from '../../../shared/model/field-path.ts'
import type { Severity } from '../../../shared/model/problem.ts'
import type { TableProblem } from '../../../shared/rules/check.ts'
import { shownPaths } from '../../../shared/layout/binding.ts'
import type { Half } from '../../../shared/model/halves.ts'
import type { LayoutCell } from '../../../shared/layout/layout.ts'
import type { SheetMap } from './sheet-map.ts'

/** A finding as the editor shows it. */
export interface TableFinding extends TableProblem {
  /** The 说明 written about a finding of severity 核实; absent: none, and it waits for somebody. */
  explanation?: string | undefined
}

export const isExplained = ({ explanation }: TableFinding): boolean => explanation !== undefined

export interface CellFinding {
  severity: Severity
  text: string
  /** All of its findings are: nothing is left to do. */
  isExplained?: true
}

const order: readonly Severity[] = ['error', 'warning', 'hint']

const keyOf = (record: number, path: string): string => `${record}|${path}`

const isInRow = (key: string, record: number): boolean => {
  const start = keyOf(record, '')
  return key.startsWith(start) && rowOfPath(key.slice(start.length)) !== null
}

/** Worst severity and all messages of a cell, by record and path. `offset`: index of the view's first record in the table. */
export function findingsByField(problems: readonly TableFinding[], offset: number): Map<string, CellFinding> {
  const found = new Map<string, CellFinding>()
  for (const { record, path, severity, message, explanation } of problems) {
    const key = keyOf(record - offset, path)
    const known = found.get(key)
    const own: CellFinding =
      explanation === undefined
        ? { severity, text: message }
        : { severity, text: `${message}（已说明：${explanation}）`, isExplained: true }
    found.set(key, known ? worstOf([known, own]) : own)
  }
  return found
}

/** The finding of a cell: of any field it shows; a packed indicator cell takes those of all its indicators. */
export function findingOf(cell: LayoutCell, findings: ReadonlyMap<string, CellFinding>): CellFinding | undefined {
  const { binding } = cell
  if (!binding || cell.role !== 'input' || findings.size === 0) return undefined
  const record = binding.record === 'all' ? 0 : binding.record
  const own = shownPaths(binding).flatMap((path) => findings.get(keyOf(record, path)) ?? [])
  const inside =
    binding.kind === 'indicator-list'
      ? [...findings].filter(([key]) => isInRow(key, record)).map(([, finding]) => finding)
      : []
  const all = [...own, ...inside]
  return all.length === 0 ? undefined : worstOf(all)
}

/** What waits for somebody comes before what was explained; the texts of all. */
function worstOf(findings: readonly CellFinding[]): CellFinding {
  const waiting = findings.filter((finding) => !finding.isExplained)
  const shown = waiting.length > 0 ? waiting : findings
  const severity = order.find((one) => shown.some((finding) => finding.severity === one)) ?? 'hint'
  const text = [...new Set(findings.map((finding) => finding.text))].join('\n')
  return waiting.length > 0 ? { severity, text } : { severity, text, isExplained: true }
}

/** The cell a finding points to; the nearest field above where the form does not print it. `half`: the cell of that half, also a blank one. */
export function cellOfProblem(sheet: SheetMap, record: number, path: string, half?: Half): LayoutCell | undefined {
  const shows = (wanted: string) =>
    sheet.layout.cells.find(
      ({ binding, role }) =>
        role === 'input' &&
        binding !== undefined &&
        (binding.record === 'all' || binding.record === record) &&
        (half === undefined || binding.half === half) &&
        (half === undefined ? shownPaths(binding) : [binding.path, ...binding.alsoPaths]).includes(wanted),
    )
  const row = rowOfPath(path)
  return (
    shows(path) ??
    (row === null ? undefined : (shows(rowPath(row, 'name')) ?? shows(indicatorsPath))) ??
    (path.startsWith('unit') ? shows('unit') : undefined)
  )
}

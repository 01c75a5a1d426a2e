/** Findings and the cells they belong to, in both directions. */
import type { Severity } from '../../../shared/model/problem.ts'
import type { TableProblem } from '../../../shared/rules/check.ts'
import type { LayoutCell } from '../../../shared/layout/layout.ts'
import type { SheetMap } from './sheet-map.ts'

export interface CellFinding {
  severity: Severity
  text: string
}

const order: readonly Severity[] = ['error', 'warning', 'hint']

const keyOf = (record: number, path: string): string => `${record}|${path}`

/** Worst severity and all messages of a cell, by record and path. `offset`: index of the view's first record in the table. */
export function findingsByField(problems: readonly TableProblem[], offset: number): Map<string, CellFinding> {
  const found = new Map<string, CellFinding>()
  for (const { record, path, severity, message } of problems) {
    const key = keyOf(record - offset, path)
    const known = found.get(key)
    const worse = !known || order.indexOf(severity) < order.indexOf(known.severity)
    found.set(key, {
      severity: worse ? severity : known.severity,
      text: known ? `${known.text}\n${message}` : message,
    })
  }
  return found
}

/** The finding of a cell: of any field it shows; a packed indicator cell takes those of all its indicators. */
export function findingOf(cell: LayoutCell, findings: ReadonlyMap<string, CellFinding>): CellFinding | undefined {
  const { binding } = cell
  if (!binding || cell.role !== 'input' || findings.size === 0) return undefined
  const record = binding.record === 'all' ? 0 : binding.record
  const own = [binding.path, ...binding.alsoPaths].flatMap((path) => findings.get(keyOf(record, path)) ?? [])
  const inside =
    binding.kind === 'indicator-list'
      ? [...findings].filter(([key]) => key.startsWith(keyOf(record, 'indicators['))).map(([, finding]) => finding)
      : []
  const all = [...own, ...inside]
  const worst = order.find((severity) => all.some((finding) => finding.severity === severity))
  return worst && { severity: worst, text: [...new Set(all.map((finding) => finding.text))].join('\n') }
}

/** The cell a finding points to; the nearest field above where the form does not print it. */
export function cellOfProblem(sheet: SheetMap, record: number, path: string): LayoutCell | undefined {
  const shows = (wanted: string) =>
    sheet.layout.cells.find(
      ({ binding, role }) =>
        role === 'input' &&
        binding !== undefined &&
        (binding.record === 'all' || binding.record === record) &&
        [binding.path, ...binding.alsoPaths].includes(wanted),
    )
  const indicator = /^indicators\[\d+\]/.exec(path)?.[0]
  return (
    shows(path) ??
    (indicator ? (shows(`${indicator}.name`) ?? shows('indicators')) : undefined) ??
    (path.startsWith('unit') ? shows('unit') : undefined)
  )
}

/** 问题: the findings grouped by severity; a click goes to the cell. */
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { severityNames } from '../../shared/model/problem.ts'
import type { Severity } from '../../shared/model/problem.ts'
import type { TableProblem } from '../../shared/rules/check.ts'
import { cellOfProblem } from './findings.ts'
import { positionOf } from './sheet-map.ts'
import { selectAt } from './sheet-view.ts'
import type { SheetView } from './sheet-view.ts'

const order: readonly Severity[] = ['error', 'warning', 'hint']

export interface ProblemPanelProps {
  view: SheetView
  problems: readonly TableProblem[]
  focusSheet: () => void
}

export function ProblemPanel({ view, problems, focusSheet }: ProblemPanelProps): ReactNode {
  if (problems.length === 0) return <p className="panel-empty muted">没有发现问题。</p>
  return order.map((severity) => {
    const found = problems.filter((problem) => problem.severity === severity)
    if (found.length === 0) return null
    return (
      <section key={severity} className="problem-group">
        <h2 className={`severity-${severity}`}>
          {severityNames[severity]} {found.length}
        </h2>
        <ul>
          {found.map((problem, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- findings are replaced as a whole and may repeat
            <li key={index}>
              <ProblemButton view={view} problem={problem} focusSheet={focusSheet} />
            </li>
          ))}
        </ul>
      </section>
    )
  })
}

function ProblemButton({
  view,
  problem,
  focusSheet,
}: {
  view: SheetView
  problem: TableProblem
  focusSheet: () => void
}): ReactNode {
  const cell = useStore(view.state, ({ sheet }) => cellOfProblem(sheet, problem.record, problem.path))
  const go = () => {
    if (cell) selectAt(view, positionOf(cell))
    focusSheet()
  }
  const project = view.editor.template.scope === 'unit' ? view.editor.records()[problem.record]?.project.name : ''
  return (
    <button type="button" className={`problem problem-${problem.severity}`} onClick={go}>
      {project && <span className="problem-project">{project}</span>}
      {cell && (
        <span className="muted problem-place">
          第 {cell.row + 1} 行 {cell.name}
        </span>
      )}
      <span>{problem.message}</span>
      {problem.basis !== '' && <span className="muted problem-basis">依据：{problem.basis}</span>}
    </button>
  )
}

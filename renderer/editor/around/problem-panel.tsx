/**
 * 问题: the findings grouped by severity; a click goes to the cell. Drawn after the sheet (deferred) and only when the
 * findings or the Layout have changed, so that a long list never holds up a letter.
 */
import Button from 'antd/es/button'
import { memo, useDeferredValue, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { severityNames } from '../../../shared/model/problem.ts'
import type { TableProblem } from '../../../shared/rules/check.ts'
import { fixLabel, fixProblem } from './fix-problem.ts'
import { listProblems } from './problem-list.ts'
import type { ListedProblem, ProblemGroup } from './problem-list.ts'
import { positionOf } from '../grid/sheet-map.ts'
import { selectAt } from '../view/sheet-view.ts'
import type { SheetView } from '../view/sheet-view.ts'

/** Listed at once; the rest on demand. */
const shownAtFirst = 40

export interface ProblemPanelProps {
  view: SheetView
  problems: readonly TableProblem[]
  focusSheet: () => void
}

export function ProblemPanel({ view, problems, focusSheet }: ProblemPanelProps): ReactNode {
  const sheet = useStore(view.state, (state) => state.sheet)
  const settledProblems = useDeferredValue(problems)
  const settledSheet = useDeferredValue(sheet)
  const groups = useMemo(() => listProblems(settledSheet, settledProblems), [settledSheet, settledProblems])
  if (problems.length === 0) return <p className="panel-empty muted">没有发现问题。</p>
  return groups.map((group) => <Group key={group.severity} view={view} group={group} focusSheet={focusSheet} />)
}

interface GroupProps {
  view: SheetView
  group: ProblemGroup
  focusSheet: () => void
}

const Group = memo(function Group({ view, group, focusSheet }: GroupProps): ReactNode {
  const { severity, listed } = group
  const [all, setAll] = useState(false)
  const shown = all ? listed : listed.slice(0, shownAtFirst)
  return (
    <section className="problem-group">
      <h2 className={`severity-${severity}`}>
        {severityNames[severity]} {listed.length}
      </h2>
      <ul>
        {shown.map((one, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- findings are replaced as a whole and may repeat
          <li key={index}>
            <ProblemButton view={view} listed={one} focusSheet={focusSheet} />
            <FixButton view={view} listed={one} focusSheet={focusSheet} />
          </li>
        ))}
      </ul>
      {shown.length < listed.length && (
        <Button size="small" type="link" onClick={() => setAll(true)}>
          再列出 {listed.length - shown.length} 个
        </Button>
      )}
    </section>
  )
})

interface ProblemButtonProps {
  view: SheetView
  listed: ListedProblem
  focusSheet: () => void
}

function ProblemButton({ view, listed: { problem, cell, more }, focusSheet }: ProblemButtonProps): ReactNode {
  const go = () => {
    if (cell) selectAt(view, positionOf(cell))
    focusSheet()
  }
  const project = projectOf(view, problem.record)
  return (
    <button type="button" className={`problem problem-${problem.severity}`} onClick={go}>
      {project && <span className="problem-project">{project}</span>}
      {cell && (
        <span className="muted problem-place">
          第 {cell.row + 1} 行 {cell.name}
          {more.length > 0 && `（${more.length + 1} 个指标）`}
        </span>
      )}
      <span>{problem.message}</span>
      {problem.basis !== '' && <span className="muted problem-basis">依据：{problem.basis}</span>}
    </button>
  )
}

/** Puts it right by one click where only one answer is possible; undone like any change. */
function FixButton({ view, listed, focusSheet }: ProblemButtonProps): ReactNode {
  const label = fixLabel(view, listed)
  if (label === null) return null
  return (
    <button
      type="button"
      className="problem-fix"
      onClick={() => {
        fixProblem(view, listed)
        focusSheet()
      }}
    >
      {label}
    </button>
  )
}

/** Which project of a list form is meant; '' on the other forms. */
function projectOf({ editor }: SheetView, record: number): string {
  if (editor.template.scope !== 'unit') return ''
  const name = editor.records()[record]?.project.name.trim() ?? ''
  return name === '' ? `第 ${record + 1} 个项目（还没有名称）` : name
}

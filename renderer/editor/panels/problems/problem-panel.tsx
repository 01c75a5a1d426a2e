/**
 * 问题: the findings grouped by severity, and those that were explained; a click goes to the cell. Drawn after the sheet (deferred) and only when the
 * findings or the Layout have changed, so that a long list never holds up a letter.
 */
import Button from 'antd/es/button'
import { memo, useDeferredValue, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { severityNames } from '../../../../shared/model/problem.ts'
import { noteDraft } from '../../commands/note-draft.ts'
import type { TableFinding } from '../../grid/findings.ts'
import { ExplainProblem, ExplanationField } from './explain-problem.tsx'
import { fieldSpot } from '../field-spot.ts'
import { fixLabel, fixProblem } from './fix-problem.ts'
import { listProblems } from './problem-list.ts'
import type { ListedProblem, ProblemGroup } from './problem-list.ts'
import { projectLabel } from '../project-label.ts'
import type { Spot } from '../../table/spot.ts'
import type { SheetView } from '../../view/sheet-view.ts'

/** Listed at once; the rest on demand. */
const shownAtFirst = 40

export interface ProblemPanelProps {
  view: SheetView
  problems: readonly TableFinding[]
  /** Puts the cursor there, in the form or in the opened indicators of a project. */
  visit: (spot: Spot) => void
  focusSheet: () => void
}

export function ProblemPanel({ view, problems, visit, focusSheet }: ProblemPanelProps): ReactNode {
  const sheet = useStore(view.state, (state) => state.sheet)
  const settledProblems = useDeferredValue(problems)
  const settledSheet = useDeferredValue(sheet)
  const groups = useMemo(() => listProblems(settledSheet, settledProblems), [settledSheet, settledProblems])
  return (
    <>
      <LostExplanation groups={groups} focusSheet={focusSheet} />
      {problems.length === 0 && <p className="panel-empty muted">没有发现问题。</p>}
      {groups.map((group) => (
        <Group
          key={group.isExplained ? 'explained' : group.severity}
          view={view}
          group={group}
          visit={visit}
          focusSheet={focusSheet}
        />
      ))}
    </>
  )
}

/** What is being written about a finding that has gone meanwhile stays open: nothing typed is lost. */
function LostExplanation({
  groups,
  focusSheet,
}: {
  groups: readonly ProblemGroup[]
  focusSheet: () => void
}): ReactNode {
  const target = useStore(noteDraft, ({ draft }) => draft?.target)
  if (target?.kind !== 'explanation') return null
  if (groups.some(({ listed }) => listed.some(({ id }) => id === target.finding))) return null
  return (
    <section className="problem-group">
      <p className="muted">正在写说明的这条问题现在没有了：</p>
      <ExplanationField target={target} message="已经没有的问题" focusSheet={focusSheet} />
    </section>
  )
}

interface GroupProps {
  view: SheetView
  group: ProblemGroup
  visit: (spot: Spot) => void
  focusSheet: () => void
}

const Group = memo(function Group({ view, group, visit, focusSheet }: GroupProps): ReactNode {
  const { severity, isExplained, listed } = group
  const [all, setAll] = useState(false)
  const shown = all ? listed : listed.slice(0, shownAtFirst)
  return (
    <section className="problem-group">
      <h2 className={isExplained ? 'muted' : `severity-${severity}`}>
        {isExplained ? '已说明' : severityNames[severity]} {listed.length}
      </h2>
      <ul>
        {shown.map((one) => (
          <li key={one.id}>
            <ProblemButton view={view} listed={one} visit={visit} focusSheet={focusSheet} />
            <FixButton view={view} listed={one} focusSheet={focusSheet} />
            <ExplainProblem view={view} listed={one} focusSheet={focusSheet} />
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

function ProblemButton(props: ProblemButtonProps & Pick<GroupProps, 'visit'>): ReactNode {
  const { view, listed, visit, focusSheet } = props
  const { problem, cell, more } = listed
  const go = () => {
    const projectKey = view.editor.entries()[problem.record]?.key ?? ''
    const spot = fieldSpot(view, cell, projectKey, problem.path)
    visit(spot)
    if (spot.view === view.name) focusSheet() // opened indicators take the focus themselves
  }
  const project = projectLabel(view.editor, problem.record)
  return (
    <button
      type="button"
      className={`problem problem-${problem.explanation === undefined ? problem.severity : 'explained'}`}
      onClick={go}
    >
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

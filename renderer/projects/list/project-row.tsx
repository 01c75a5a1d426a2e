/** One row of the list. Drawn again only when its project, its place or its mark changes. */
import { memo } from 'react'
import type { ReactNode } from 'react'
import { severityNames } from '../../../shared/model/problem.ts'
import type { ProjectSummary } from '../../../shared/model/stored/projects.ts'
import { dateTime } from '../../ui/clock-time.ts'
import { goTo } from '../../shell/place.ts'
import { severities } from '../../../shared/model/problem.ts'
import { templateName } from './template-name.ts'

export interface ProjectRowProps {
  project: ProjectSummary
  /** From 1; the head of the table is row 1. */
  rowIndex: number
  isChosen: boolean
  /** The cursor of the list is here. */
  isActive: boolean
  isDamaged: boolean
  /** `isRange`: from the row marked before to this one. */
  mark: (id: string, isChosen: boolean, isRange: boolean) => void
  /** The row got the focus or was clicked. */
  activate: (id: string) => void
}

export const ProjectRow = memo(function ProjectRow(props: ProjectRowProps): ReactNode {
  const { project, rowIndex, isChosen, isActive, isDamaged, mark, activate } = props
  const { id, projectName, unitName, fiscalYear, template, updatedAt } = project
  const changedAt = dateTime(updatedAt)
  const name = projectName === '' ? '未命名项目' : projectName
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      className={isChosen ? 'project-row project-chosen' : 'project-row'}
      onDoubleClick={() => goTo('edit', [id])}
      onClick={() => activate(id)}
      onFocus={() => activate(id)}
    >
      <span role="cell">
        <input
          type="checkbox"
          className="row-check"
          tabIndex={-1} // the space bar marks the row of the cursor
          checked={isChosen}
          aria-label={`选择 ${name}`}
          onChange={({ target, nativeEvent }) =>
            mark(id, target.checked, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
          }
        />
      </span>
      <span role="cell">
        <button
          type="button"
          className="link-button"
          data-project={id}
          tabIndex={isActive ? 0 : -1}
          title={projectName}
          aria-description={isChosen ? '已选' : undefined}
          onClick={() => goTo('edit', [id])}
        >
          {name}
        </button>
      </span>
      <span role="cell" title={unitName}>
        {unitName}
      </span>
      <span role="cell">{fiscalYear === '' ? <span className="muted">年度未定</span> : fiscalYear}</span>
      <span role="cell" title={templateName(template)}>
        {templateName(template)}
      </span>
      <span role="cell" className="project-money" title={moneyText(project)}>
        {moneyText(project)}
      </span>
      <span role="cell">{isDamaged ? <span className="severity-error">已损坏</span> : <Findings of={project} />}</span>
      <span role="cell" title={changedAt}>
        <span className="project-year">{changedAt.slice(0, 5)}</span>
        {changedAt.slice(5)}
      </span>
    </div>
  )
})

const moneyText = ({ totalText, currencyUnit }: ProjectSummary): string =>
  totalText === '' ? '—' : /[元万亿]/.test(totalText) ? totalText : `${totalText} ${currencyUnit}`.trim()

function Findings({ of: { findings } }: { of: ProjectSummary }): ReactNode {
  const found = severities.filter((severity) => findings[severity] > 0)
  if (found.length === 0) return <span className="muted">无</span>
  return found.map((severity) => (
    <span
      key={severity}
      className={`count count-${severity}`}
      title={`${severityNames[severity]} ${findings[severity]} 个`}
    >
      <span className="visually-hidden">{severityNames[severity]}</span>
      {findings[severity]}
    </span>
  ))
}

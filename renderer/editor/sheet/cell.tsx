/** One drawn cell. Redrawn only when what it shows has changed, so that a keystroke elsewhere costs nothing here. */
import { memo } from 'react'
import type { CSSProperties, ReactNode } from 'react'
import type { Severity } from '../../../shared/model/problem.ts'
import { severityNames } from '../../../shared/model/problem.ts'

export interface CellProps {
  id: string
  row: number
  column: number
  rowSpan: number
  colSpan: number
  role: 'label' | 'input' | 'computed'
  text: string
  style: CSSProperties
  severity: Severity | null
  /** All its findings are. */
  isExplained: boolean
  /** The findings' texts, shown on hover. */
  finding: string
  /** The open comments' texts, shown on hover; '' where there are none. */
  comment: string
}

export const Cell = memo(function Cell(props: CellProps): ReactNode {
  const { id, row, column, rowSpan, colSpan, role, text, style, severity, isExplained, finding, comment } = props
  const said = [severity ? `${severityNames[severity]}：${finding}` : '', comment === '' ? '' : `意见　${comment}`]
  return (
    <td
      id={id}
      role="gridcell"
      aria-readonly={role !== 'input'}
      aria-colindex={column + 1}
      data-row={row}
      data-column={column}
      className={`cell cell-${role}`}
      rowSpan={rowSpan}
      colSpan={colSpan}
      style={style}
      title={said.filter((one) => one !== '').join('\n') || undefined}
    >
      {text}
      {severity && <span className={`corner corner-${isExplained ? 'explained' : severity}`} aria-hidden="true" />}
      {comment !== '' && <span className="comment-mark" aria-hidden="true" />}
    </td>
  )
})

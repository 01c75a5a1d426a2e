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
  /** The findings' texts, shown on hover. */
  finding: string
}

export const Cell = memo(function Cell(props: CellProps): ReactNode {
  const { id, row, column, rowSpan, colSpan, role, text, style, severity, finding } = props
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
      title={severity ? `${severityNames[severity]}：${finding}` : undefined}
    >
      {text}
      {severity && <span className={`corner corner-${severity}`} aria-hidden="true" />}
    </td>
  )
})

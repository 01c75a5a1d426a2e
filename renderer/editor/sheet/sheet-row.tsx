/** One row of a sheet: its handle and the cells that begin in it. Drawn again only when one of them shows something else. */
import { memo } from 'react'
import type { CSSProperties, ReactNode } from 'react'
import type { LayoutCell } from '../../../shared/layout/layout.ts'
import { cellId } from './cell-box.ts'
import { Cell } from './cell.tsx'
import { findingOf } from '../grid/findings.ts'
import type { CellFinding } from '../grid/findings.ts'
import { commentOf } from '../grid/comments.ts'
import type { PinnedComment } from '../grid/comments.ts'

export interface SheetRowProps {
  viewName: string
  /** Grid row, from 0. */
  row: number
  heightPx: number
  /** A row of an indicator or project: it can be selected and moved by its handle. */
  isItem: boolean
  cells: readonly LayoutCell[]
  styles: Readonly<Record<string, CSSProperties>>
  findings: ReadonlyMap<string, CellFinding>
  comments: readonly PinnedComment[]
}

export const SheetRow = memo(function SheetRow(props: SheetRowProps): ReactNode {
  const { viewName, row, heightPx, isItem, cells, styles, findings, comments } = props
  return (
    <tr style={{ height: heightPx }}>
      <th
        scope="row"
        className="row-handle"
        data-row={row}
        data-item={isItem ? '' : undefined}
        title={isItem ? '点一下选中整行，选中后可以拖动' : undefined}
      >
        {row + 1}
      </th>
      {cells.map((cell) => {
        const finding = findingOf(cell, findings)
        return (
          <Cell
            key={cell.column}
            id={cellId(viewName, row, cell.column)}
            row={row}
            column={cell.column}
            rowSpan={cell.rowSpan}
            colSpan={cell.colSpan}
            role={cell.role}
            text={cell.text}
            style={styles[cell.style] ?? noStyle}
            severity={finding?.severity ?? null}
            isExplained={finding?.isExplained ?? false}
            finding={finding?.text ?? ''}
            comment={commentOf(cell, comments)}
          />
        )
      })}
    </tr>
  )
}, showsTheSame)

const noStyle: CSSProperties = {}

/** Whether two drawings of a row look alike, whatever objects they are made of: every change makes a new Layout. */
export function showsTheSame(before: SheetRowProps, after: SheetRowProps): boolean {
  return (
    before.viewName === after.viewName &&
    before.row === after.row &&
    before.heightPx === after.heightPx &&
    before.isItem === after.isItem &&
    before.styles === after.styles &&
    before.cells.length === after.cells.length &&
    before.cells.every((cell, index) => {
      const other = after.cells[index]
      if (!other || !isSameCell(cell, other)) return false
      const [one, two] = [findingOf(cell, before.findings), findingOf(other, after.findings)]
      return (
        one?.severity === two?.severity &&
        one?.text === two?.text &&
        one?.isExplained === two?.isExplained &&
        commentOf(cell, before.comments) === commentOf(other, after.comments)
      )
    })
  )
}

const isSameCell = (one: LayoutCell, other: LayoutCell): boolean =>
  one.column === other.column &&
  one.rowSpan === other.rowSpan &&
  one.colSpan === other.colSpan &&
  one.role === other.role &&
  one.style === other.style &&
  one.text === other.text

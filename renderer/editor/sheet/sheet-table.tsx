/** The table of a sheet with its row handles at the left: the Layout drawn, nothing decided. */
import { memo, useMemo } from 'react'
import type { ReactNode, RefObject } from 'react'
import { useStore } from 'zustand'
import type { LayoutCell } from '../../../shared/layout/layout.ts'
import type { PinnedComment } from '../grid/comments.ts'
import type { CellFinding } from '../grid/findings.ts'
import { SheetRow } from './sheet-row.tsx'
import { cssOf, mmToPx, ptToPx } from '../grid/sheet-style.ts'
import type { SheetView } from '../view/sheet-view.ts'

export const handleWidthPx = 30

export interface SheetTableProps {
  tableRef: RefObject<HTMLTableElement | null>
  view: SheetView
  label: string
  zoom: number
  findings: ReadonlyMap<string, CellFinding>
  comments: readonly PinnedComment[]
}

export const SheetTable = memo(function SheetTable({
  tableRef,
  view,
  label,
  zoom,
  findings,
  comments,
}: SheetTableProps): ReactNode {
  const { layout } = useStore(view.state, (state) => state.sheet)
  const styles = useMemo(
    () => Object.fromEntries(Object.entries(layout.styles).map(([name, style]) => [name, cssOf(style, zoom)])),
    [layout.styles, zoom],
  )
  const rows = useMemo(() => cellsByRow(layout.rows.length, layout.cells), [layout])
  const widthsPx = layout.columnsMm.map((mm) => mmToPx(mm, zoom))
  return (
    <table
      ref={tableRef}
      className="sheet"
      role="grid"
      aria-label={label}
      aria-rowcount={layout.rows.length}
      aria-colcount={layout.columnsMm.length}
      style={{ width: widthsPx.reduce((sum, width) => sum + width, handleWidthPx) }}
    >
      <colgroup>
        <col style={{ width: handleWidthPx }} />
        {widthsPx.map((width, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- columns have no other identity and never move
          <col key={index} style={{ width }} />
        ))}
      </colgroup>
      <tbody>
        {rows.map((cells, row) => (
          <SheetRow
            // oxlint-disable-next-line react/no-array-index-key -- a row is its place
            key={row}
            viewName={view.name}
            row={row}
            heightPx={ptToPx(layout.rows[row]?.heightPt ?? 0, zoom)}
            isItem={layout.rows[row]?.item !== undefined}
            cells={cells}
            styles={styles}
            findings={findings}
            comments={comments}
          />
        ))}
      </tbody>
    </table>
  )
})

function cellsByRow(count: number, cells: readonly LayoutCell[]): LayoutCell[][] {
  const rows: LayoutCell[][] = Array.from({ length: count }, () => [])
  for (const cell of cells) rows[cell.row]?.push(cell)
  return rows
}

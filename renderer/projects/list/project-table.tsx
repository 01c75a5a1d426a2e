/**
 * The table of the list. Own, because ten thousand rows have to follow every letter of a search: one height for all rows,
 * only those on the screen are drawn, and nothing is measured.
 */
import { memo, useCallback, useEffect, useMemo, useRef } from 'react'
import type { Dispatch, ReactNode, SetStateAction } from 'react'
import type { ProjectSummary } from '../../../shared/model/stored/projects.ts'
import { useAppearance } from '../../ui/appearance.ts'
import { Button } from '../../ui/button.tsx'
import { useHealth } from '../../shell/health.ts'
import { Empty } from '../../ui/page-state.tsx'
import type { ListOrder } from './list-order.ts'
import { keptPlace } from '../kept-place.ts'
import { ProjectRow } from './project-row.tsx'
import { removeProjects } from '../dialogs/remove-projects.tsx'
import { rowsBetween } from './rows-between.ts'
import { TableHead } from './table-head.tsx'
import { useRowCursor } from './use-row-cursor.ts'
import { useRowWindow } from './use-row-window.ts'

export interface ProjectTableProps {
  /** In the order they are drawn in. */
  shown: readonly ProjectSummary[]
  order: ListOrder
  setOrder: (order: ListOrder) => void
  chosen: readonly string[]
  choose: Dispatch<SetStateAction<string[]>>
  /** The table goes back to its first row when this becomes another object. */
  filter: object
  /** Takes search and filters away. */
  showAll: () => void
}

export const ProjectTable = memo(function ProjectTable(props: ProjectTableProps): ReactNode {
  const { shown, order, setOrder, chosen, choose, filter, showAll } = props
  const area = useRef<HTMLElement>(null)
  const rowHeightPx = useAppearance(({ fontSizePx }) => Math.round(fontSizePx * 1.5) + 12)
  const { from, to, onScroll, toTop } = useRowWindow(area, shown.length, rowHeightPx)
  const marked = useMemo(() => new Set(chosen), [chosen])
  const known = useHealth((health) => health.damaged)
  const damaged = useMemo(() => new Set(known.map(({ id }) => id)), [known])
  const mark = useMark(shown, choose)
  const lastFilter = useRef(filter)
  useEffect(() => {
    if (lastFilter.current === filter) return
    lastFilter.current = filter
    toTop()
  }, [filter, toTop])
  const markAll = (isMarked: boolean) => {
    const ids = new Set(shown.map(({ id }) => id))
    choose((before) => [...before.filter((id) => !ids.has(id)), ...(isMarked ? ids : [])])
  }
  const { active, setActive, onKeyDown } = useRowCursor({
    area,
    shown,
    rowHeightPx,
    mark,
    isMarked: (id) => marked.has(id),
    markAll,
    remove: (id) => void removeProjects(chosen.length > 0 ? [...chosen] : [id]).then((isDone) => isDone && choose([])),
  })
  const drawn = shown.slice(from, to)
  const tabStop = drawn.some(({ id }) => id === active) ? active : drawn[0]?.id // Tab finds the list also when the cursor is far away
  const count = marked.size === 0 ? 0 : shown.filter(({ id }) => marked.has(id)).length
  return (
    <main
      className="project-table"
      ref={area}
      onScroll={() => {
        keptPlace.scrolledPx = area.current?.scrollTop ?? 0
        onScroll()
      }}
      onKeyDown={onKeyDown}
    >
      <div role="table" className="project-grid" aria-label="项目" aria-rowcount={shown.length + 1}>
        <div role="rowgroup" className="project-head-group">
          <TableHead
            order={order}
            setOrder={setOrder}
            marked={count === 0 ? 'none' : count === shown.length ? 'all' : 'some'}
            markAll={markAll}
          />
        </div>
        <div
          role="rowgroup"
          className="project-rows"
          style={{
            height: shown.length * rowHeightPx,
            paddingTop: from * rowHeightPx,
            gridAutoRows: rowHeightPx,
          }}
        >
          {drawn.map((project, index) => (
            <ProjectRow
              key={project.id}
              project={project}
              rowIndex={from + index + 2}
              isChosen={marked.has(project.id)}
              mark={mark}
              isActive={project.id === tabStop}
              isDamaged={damaged.has(project.id)}
              activate={setActive}
            />
          ))}
        </div>
      </div>
      {shown.length === 0 && (
        <Empty text="没有符合条件的项目。可以换个词，或者清除搜索和筛选。">
          <Button onClick={showAll}>清除搜索和筛选</Button>
        </Empty>
      )}
    </main>
  )
})

/** Marks a row; with Shift every row from the one marked before. */
function useMark(
  shown: readonly ProjectSummary[],
  choose: Dispatch<SetStateAction<string[]>>,
): (id: string, isChosen: boolean, isRange: boolean) => void {
  const rows = useRef(shown)
  const last = useRef<string | null>(null)
  useEffect(() => void (rows.current = shown), [shown])
  return useCallback(
    (id, isChosen, isRange) => {
      const range = isRange ? rowsBetween(rows.current, last.current, id) : [id]
      last.current = id
      const meant = new Set(range)
      choose((before) => [...before.filter((other) => !meant.has(other)), ...(isChosen ? range : [])])
    },
    [choose],
  )
}

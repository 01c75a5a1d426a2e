/** The rows of the list. Only those on the screen are drawn, and only when the projects or the selection change. */
import Button from 'antd/es/button'
import Table from 'antd/es/table'
import { memo, useMemo, useRef } from 'react'
import type { Dispatch, ReactNode, SetStateAction } from 'react'
import type { ProjectSummary } from '../../shared/ipc/types.ts'
import { Empty } from '../ui/page-state.tsx'
import { goTo } from '../ui/place.ts'
import { useHeight } from '../ui/use-height.ts'
import { useWidth } from '../ui/use-width.ts'
import { projectColumns } from './project-columns.tsx'

export interface ProjectTableProps {
  shown: readonly ProjectSummary[]
  chosen: string[]
  choose: Dispatch<SetStateAction<string[]>>
  /** Takes search and filters away. */
  showAll: () => void
}

/** Narrower lists have narrower columns (1366 at 150 %). */
const narrowPx = 960

const edit = (id: string): void => goTo('edit', [id])

export const ProjectTable = memo(function ProjectTable({
  shown,
  chosen,
  choose,
  showAll,
}: ProjectTableProps): ReactNode {
  const area = useRef<HTMLDivElement>(null)
  const heightPx = useHeight(area)
  const isNarrow = useWidth(area) < narrowPx
  const columns = useMemo(() => projectColumns(edit, isNarrow), [isNarrow])
  return (
    <main className="project-table" ref={area}>
      <Table<ProjectSummary>
        virtual
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={shown}
        pagination={false}
        scroll={{ x: isNarrow ? 760 : 1000, y: Math.max(120, heightPx - 34) }}
        showSorterTooltip={false}
        rowSelection={{
          selectedRowKeys: chosen,
          onChange: (keys) => choose(keys.map(String)),
          getTitleCheckboxProps: () => ({ 'aria-label': '全选' }),
          columnWidth: 40,
          // a plain checkbox: hundreds are drawn while scrolling
          renderCell: (isChosen, { id, projectName }) => (
            <input
              type="checkbox"
              className="row-check"
              checked={isChosen}
              aria-label={`选择 ${projectName || '未命名项目'}`}
              onChange={({ target }) =>
                choose((before) => (target.checked ? [...before, id] : before.filter((other) => other !== id)))
              }
            />
          ),
        }}
        onRow={({ id }) => ({ onDoubleClick: () => edit(id) })}
        locale={{
          emptyText: (
            <Empty text="没有符合条件的项目。可以换个词，或者清除搜索和筛选。">
              <Button onClick={showAll}>清除搜索和筛选</Button>
            </Empty>
          ),
        }}
      />
    </main>
  )
})

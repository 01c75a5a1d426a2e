/** The rows of the list. Only those on the screen are drawn, and only when the projects or the selection change. */
import Table from 'antd/es/table'
import { memo, useMemo, useRef } from 'react'
import type { Dispatch, ReactNode, SetStateAction } from 'react'
import type { ProjectSummary } from '../../shared/ipc/types.ts'
import { goTo } from '../ui/place.ts'
import { useHeight } from '../ui/use-height.ts'
import { projectColumns } from './project-columns.tsx'

export interface ProjectTableProps {
  shown: readonly ProjectSummary[]
  chosen: string[]
  choose: Dispatch<SetStateAction<string[]>>
}

const edit = (id: string): void => goTo('edit', [id])

export const ProjectTable = memo(function ProjectTable({ shown, chosen, choose }: ProjectTableProps): ReactNode {
  const area = useRef<HTMLDivElement>(null)
  const heightPx = useHeight(area)
  const columns = useMemo(() => projectColumns(edit), [])
  return (
    <main className="project-table" ref={area}>
      <Table<ProjectSummary>
        virtual
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={shown}
        pagination={false}
        scroll={{ x: 1000, y: Math.max(120, heightPx - 34) }}
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
        locale={{ emptyText: '没有符合条件的项目。可以换个词，或清除筛选。' }}
      />
    </main>
  )
})

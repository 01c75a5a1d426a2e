/** 回收站: deleted projects, to be put back or removed for good. */
import Button from 'antd/es/button'
import Popconfirm from 'antd/es/popconfirm'
import Table from 'antd/es/table'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { ProjectSummary } from '../../shared/model/stored/projects.ts'
import { call } from '../api.ts'
import { LongWorkNote } from '../shell/long-work-note.tsx'
import { runLong, useLongWork } from '../shell/long-work.ts'
import type { LongWorkOptions } from '../shell/long-work.ts'
import { say, sayFailure } from '../shell/notify.ts'
import { Empty, Failed, Loading } from '../ui/page-state.tsx'
import { dateTime } from '../ui/clock-time.ts'
import { useCall } from '../calls/use-call.ts'
import { useHeight } from '../ui/use-height.ts'
import { templateName } from './list/template-name.ts'
import './projects.css'

export function RecycleBin({ leave }: { leave: () => void }): ReactNode {
  const { result, reload } = useCall('projects.list', { deleted: true })
  const [chosen, setChosen] = useState<string[]>([])
  const area = useRef<HTMLDivElement>(null)
  const heightPx = useHeight(area)
  const deleted = result?.ok ? result.value.filter(({ deletedAt }) => deletedAt !== null) : []
  const isWorking = useLongWork((state) => state.work !== null)
  const isBlocked = chosen.length === 0 || isWorking
  const run = async (name: 'projects.restore' | 'projects.purge', words: LongWorkOptions, done: string) => {
    const answer = await runLong(words, (job) => call(name, { ids: chosen, job }))
    if (!answer) return
    if (answer.ok) {
      setChosen([])
      say(`${done} ${answer.value.count} 个项目。`)
    } else if (answer.error.code === 'cancelled') say('已停止，一个也没有恢复。')
    else sayFailure(answer.error)
    reload()
  }
  return (
    <>
      <header className="page-bar">
        <h1>回收站</h1>
        <span className="muted">共 {deleted.length} 个</span>
        <LongWorkNote />
        <span className="grow" />
        <Button
          type="primary"
          disabled={isBlocked}
          onClick={() => void run('projects.restore', { label: '正在恢复' }, '已恢复')}
        >
          恢复
        </Button>
        <Popconfirm
          title={`彻底删除 ${chosen.length} 个项目？`}
          description="彻底删除后不能恢复（备份里还有），开始后也不能停止。"
          okText="彻底删除"
          okButtonProps={{ danger: true }}
          cancelText="取消"
          onConfirm={() => void run('projects.purge', { label: '正在彻底删除', canStop: false }, '已彻底删除')}
        >
          <Button danger disabled={isBlocked}>
            彻底删除
          </Button>
        </Popconfirm>
        <Button onClick={leave}>返回项目</Button>
      </header>
      <main className="project-table" ref={area}>
        {!result ? (
          <Loading what="回收站" />
        ) : !result.ok ? (
          <Failed failure={result.error} retry={reload} />
        ) : deleted.length === 0 ? (
          <Empty text="回收站是空的。" />
        ) : (
          <Table<ProjectSummary>
            virtual
            size="small"
            rowKey="id"
            dataSource={deleted}
            pagination={false}
            scroll={{ x: 800, y: Math.max(120, heightPx - 40) }}
            rowSelection={{
              selectedRowKeys: chosen,
              onChange: (keys) => setChosen(keys.map(String)),
              getTitleCheckboxProps: () => ({ 'aria-label': '全选' }),
              getCheckboxProps: (project) => ({ 'aria-label': `选择 ${project.projectName || '未命名项目'}` }),
              columnWidth: 40,
            }}
            columns={[
              {
                title: '项目名称',
                dataIndex: 'projectName',
                ellipsis: true,
                render: (name: string) => name || '未命名项目',
              },
              { title: '单位', dataIndex: 'unitName', width: 220, ellipsis: true },
              {
                title: '年度',
                dataIndex: 'fiscalYear',
                width: 90,
                render: (year: string) => year || '年度未定',
              },
              { title: '表样', dataIndex: 'template', width: 150, render: templateName },
              { title: '删除时间', dataIndex: 'deletedAt', width: 160, render: dateTime },
            ]}
          />
        )}
      </main>
    </>
  )
}

/** The backups beside the workspace, newest first, in words of the day. */
import Button from 'antd/es/button'
import Table from 'antd/es/table'
import type { ReactNode } from 'react'
import type { Result } from '../../shared/ipc/result.ts'
import type { BackupInfo } from '../../shared/model/stored/backups.ts'
import { dateTime, momentWords } from '../ui/clock-time.ts'
import { Failed, Loading } from '../ui/page-state.tsx'
import { sizeWords } from './size-words.ts'

const reasons: Record<BackupInfo['reason'], string> = {
  daily: '每天自动',
  migration: '升级前',
  manual: '手工',
  restore: '恢复前',
}

export interface BackupListProps {
  /** null: not known yet. */
  result: Result<BackupInfo[]> | null
  reload: () => void
  /** `moment`: when it was made, in words. */
  restore: (name: string, moment: string) => void
  disabled: boolean
}

export function BackupList({ result, reload, restore, disabled }: BackupListProps): ReactNode {
  if (!result) return <Loading what="备份" />
  if (!result.ok) return <Failed failure={result.error} retry={reload} />
  return (
    <Table<BackupInfo>
      size="small"
      rowKey="name"
      dataSource={result.value}
      pagination={result.value.length > 10 ? { pageSize: 10, showSizeChanger: false } : false}
      locale={{ emptyText: '还没有备份。程序每天自动备份一次。' }}
      columns={[
        {
          title: '时间',
          dataIndex: 'createdAt',
          render: (time: string) => <span title={dateTime(time)}>{momentWords(time)}</span>,
        },
        {
          title: '原因',
          dataIndex: 'reason',
          width: 140,
          render: (reason: BackupInfo['reason'], { isDamaged }) => (
            <>
              {reasons[reason]}
              {isDamaged && <span className="severity-warning">（有损坏）</span>}
            </>
          ),
        },
        { title: '大小', dataIndex: 'bytes', width: 100, align: 'right', render: sizeWords },
        {
          title: '操作',
          key: 'restore',
          width: 110,
          align: 'right',
          render: (_, { name, createdAt }) => (
            <Button
              size="small"
              disabled={disabled}
              aria-label={`恢复 ${momentWords(createdAt)} 的备份`}
              onClick={() => restore(name, momentWords(createdAt))}
            >
              恢复…
            </Button>
          ),
        },
      ]}
    />
  )
}

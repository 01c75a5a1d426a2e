/** Backups: made every day by the program, by hand here, and put back. */
import Button from 'antd/es/button'
import Popconfirm from 'antd/es/popconfirm'
import Table from 'antd/es/table'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { BackupInfo } from '../../shared/ipc/types.ts'
import { call } from '../api.ts'
import { say, sayFailure } from '../ui/notify.ts'
import { Failed, Loading } from '../ui/page-state.tsx'
import { dateTime } from '../ui/clock-time.ts'
import { reloadPage } from '../ui/reload-page.ts'
import { useCall } from '../ui/use-call.ts'

const reasons: Record<BackupInfo['reason'], string> = {
  daily: '每天自动',
  migration: '升级前',
  manual: '手工',
  restore: '恢复前',
}

export function BackupSection(): ReactNode {
  const { result, reload } = useCall('backup.list', {}, false)
  const [busy, setBusy] = useState(false)
  const create = async () => {
    setBusy(true)
    const answer = await call('backup.create', {})
    setBusy(false)
    if (!answer.ok) return sayFailure(answer.error)
    say('已备份。')
    reload()
  }
  return (
    <section className="setting">
      <div className="setting-head">
        <h2>备份</h2>
        <Button loading={busy} onClick={() => void create()}>
          现在备份
        </Button>
      </div>
      {!result ? (
        <Loading what="备份" />
      ) : !result.ok ? (
        <Failed failure={result.error} retry={reload} />
      ) : (
        <Table<BackupInfo>
          size="small"
          rowKey="name"
          dataSource={result.value}
          pagination={result.value.length > 10 ? { pageSize: 10 } : false}
          locale={{ emptyText: '还没有备份。程序每天自动备份一次。' }}
          columns={[
            { title: '时间', dataIndex: 'createdAt', render: dateTime },
            { title: '原因', dataIndex: 'reason', render: (reason: BackupInfo['reason']) => reasons[reason] },
            {
              title: '大小',
              dataIndex: 'bytes',
              align: 'right',
              render: (bytes: number) => `${Math.ceil(bytes / 1024)} KB`,
            },
            {
              title: '操作',
              key: 'restore',
              width: 110,
              align: 'right',
              render: (_, backup) => (
                <Popconfirm
                  title={`恢复到 ${dateTime(backup.createdAt)} 的内容？`}
                  description="现在的内容会先另存一份备份。"
                  okText="恢复"
                  cancelText="取消"
                  onConfirm={() => void restore(backup.name)}
                >
                  <Button size="small">恢复</Button>
                </Popconfirm>
              ),
            },
          ]}
        />
      )}
    </section>
  )
}

async function restore(name: string): Promise<void> {
  const answer = await call('backup.restore', { name })
  if (!answer.ok) return sayFailure(answer.error)
  say('已恢复到这个备份；恢复前的内容也另存了一份备份。')
  // every open table is of the time before: begin anew
  location.hash = '#/projects'
  await reloadPage()
}

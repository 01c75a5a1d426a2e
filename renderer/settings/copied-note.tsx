/** What became of a copy carried elsewhere, and what is still to be done so that it is really elsewhere. */
import Alert from 'antd/es/alert'
import Button from 'antd/es/button'
import type { ReactNode } from 'react'
import type { BackupExport } from '../../shared/ipc/backup.ts'
import { call } from '../api.ts'
import { say, sayFailure } from '../shell/notify.ts'
import { sizeWords } from './size-words.ts'

const words: Record<BackupExport['outside'], string> = {
  yes: '它在另一块磁盘上，这台电脑出了问题也能用它恢复。',
  no: '它和数据在同一块磁盘上，磁盘坏了会一起丢：请再复制到 U 盘、移动硬盘或另一台电脑。',
  unknown:
    '浏览器的下载文件夹通常和数据在同一块磁盘上：请把它复制到 U 盘、移动硬盘或另一台电脑，复制好后按“已复制到别处”。',
}

export function CopiedNote({ copied, done }: { copied: BackupExport; done: () => void }): ReactNode {
  const { projects, bytes, place, outside, damaged } = copied
  const settle = async () => {
    const answer = await call('backup.settleOutside', { how: 'copied' })
    if (!answer.ok) return sayFailure(answer.error)
    say('已记下，一周后再提醒。')
    done()
  }
  return (
    <Alert
      className="setting-note"
      type={outside === 'yes' ? 'success' : 'warning'}
      showIcon
      title={
        place === ''
          ? `备份已交给浏览器下载（${projects} 个项目，${sizeWords(bytes)}）。`
          : `已另存 ${projects} 个项目（${sizeWords(bytes)}）：${place}`
      }
      description={[words[outside], ...damaged].map((text) => (
        <div key={text}>{text}</div>
      ))}
      action={
        outside === 'yes' ? undefined : (
          <Button size="small" onClick={() => void settle()}>
            已复制到别处
          </Button>
        )
      }
      closable={{ closeIcon: true, onClose: done }}
    />
  )
}

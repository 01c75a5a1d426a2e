/** 备份: made every day by the program and by hand here, carried to another disk, put back from the list or from a file. */
import Button from 'antd/es/button'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { BackupExport } from '../../shared/ipc/backup.ts'
import { call } from '../api.ts'
import { download, JobProgress } from '../files/export-dialog.tsx'
import { say, sayFailure, sayWarning } from '../shell/notify.ts'
import { useCall } from '../calls/use-call.ts'
import { useJob } from '../calls/use-job.ts'
import { BackupList } from './backup-list.tsx'
import { chooseBackupFile } from './choose-backup-file.ts'
import { CopiedNote } from './copied-note.tsx'
import { OutsideNote } from './outside-note.tsx'
import { RestoreDialog } from './restore-dialog.tsx'
import type { RestoreDialogProps } from './restore-dialog.tsx'

export function BackupSection(): ReactNode {
  const { result, reload } = useCall('backup.list', {}, false)
  const [chosen, setChosen] = useState<Omit<RestoreDialogProps, 'close'> | null>(null)
  const [copied, setCopied] = useState<BackupExport | null>(null)
  const [isSending, setSending] = useState(false)
  const job = useJob()
  const busy = job.isRunning || isSending

  const create = async () => {
    const answer = await job.run((id) => call('backup.create', { job: id }))
    if (!answer.ok) return sayFailure(answer.error)
    const { damaged } = answer.value
    if (damaged.length > 0) sayWarning(`已备份。有内容已经损坏，在备份里也是坏的：${damaged.join('')}`)
    else say('已备份。')
    reload()
  }
  const copyElsewhere = async () => {
    setCopied(null)
    const answer = await job.run((id) => call('backup.export', { job: id }))
    if (!answer.ok) return sayFailure(answer.error)
    for (const { token } of answer.value?.downloads ?? []) void download(token)
    setCopied(answer.value)
  }
  const chooseFile = async () => {
    const token = await chooseBackupFile(setSending)
    if (token !== null) setChosen({ source: { token }, moment: null })
  }
  return (
    <section className="setting" aria-labelledby="setting-backup">
      <div className="setting-head">
        <h2 id="setting-backup">备份</h2>
        <span className="setting-buttons">
          <Button disabled={busy} onClick={() => void create()}>
            现在备份
          </Button>
          <Button disabled={busy} onClick={() => void copyElsewhere()}>
            另存一份到别处…
          </Button>
          <Button disabled={job.isRunning} loading={isSending} onClick={() => void chooseFile()}>
            从文件恢复…
          </Button>
        </span>
      </div>
      <p className="muted">
        程序每天自动备份一次，放在数据文件夹里，和数据在同一块磁盘上。磁盘会坏、电脑会丢：每周“另存一份到别处”（U
        盘、移动硬盘或另一台电脑）。备份里有全部项目、历史版本、设置和填过的内容。
      </p>
      <OutsideNote key={copied ? 'copied' : 'before'} />
      {job.isRunning && (
        <div className="setting-job">
          <JobProgress done={job.done} total={job.total} item={job.item} counts={false} />
          <Button size="small" onClick={job.cancel}>
            停止
          </Button>
        </div>
      )}
      {copied && <CopiedNote copied={copied} done={() => setCopied(null)} />}
      <BackupList
        result={result}
        reload={reload}
        restore={(name, moment) => setChosen({ source: { name }, moment })}
        disabled={busy}
      />
      {chosen && <RestoreDialog {...chosen} close={() => setChosen(null)} />}
    </section>
  )
}

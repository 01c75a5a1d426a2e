/**
 * Before a restore: what is in the backup, what is here, what will not be seen any more and where it is kept. Then its
 * progress, which can be stopped until the new file takes the place of the old one.
 */
import Button from 'antd/es/button'
import Modal from 'antd/es/modal'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import type { CallInput } from '../../shared/ipc/contract.ts'
import type { Result } from '../../shared/ipc/result.ts'
import type { RestorePreview } from '../../shared/model/stored/backups.ts'
import { call } from '../api.ts'
import { momentWords } from '../ui/clock-time.ts'
import { JobProgress } from '../files/export-dialog.tsx'
import { sayFailure } from '../shell/notify.ts'
import { Failed, Loading } from '../ui/page-state.tsx'
import { useJob } from '../calls/use-job.ts'
import { beginAnew } from '../shell/begin-anew.ts'

export type RestoreSource = CallInput<'backup.look'>

export interface RestoreDialogProps {
  source: RestoreSource
  /** When a backup of the list was made, in words; null for a file. */
  moment: string | null
  close: () => void
}

export function RestoreDialog({ source, moment, close }: RestoreDialogProps): ReactNode {
  const [preview, setPreview] = useState<Result<RestorePreview> | null>(null)
  const job = useJob()
  useEffect(() => {
    let isWanted = true
    void call('backup.look', source).then((answer) => isWanted && setPreview(answer))
    return () => void (isWanted = false)
  }, [source])
  const restore = async () => {
    const answer = await job.run((id) => call('backup.restore', { source, job: id }))
    if (answer.ok) return beginAnew(answer.value)
    sayFailure(answer.error)
    close()
  }
  return (
    <Modal
      open
      title={moment === null ? '从这个文件恢复？' : `恢复 ${moment} 的备份？`}
      onCancel={job.isRunning ? job.cancel : close}
      closable={!job.isRunning}
      maskClosable={false}
      footer={[
        <Button key="cancel" onClick={job.isRunning ? job.cancel : close}>
          {job.isRunning ? '停止' : '取消'}
        </Button>,
        <Button
          key="restore"
          type="primary"
          disabled={!preview?.ok}
          loading={job.isRunning}
          onClick={() => void restore()}
        >
          恢复
        </Button>,
      ]}
    >
      {!preview ? (
        <Loading what="备份" />
      ) : !preview.ok ? (
        <Failed failure={preview.error} retry={close} retryText="关闭" />
      ) : (
        <Comparison preview={preview.value} isFile={moment === null} />
      )}
      {job.isRunning && <JobProgress done={job.done} total={job.total} item={job.item} counts={false} />}
    </Modal>
  )
}

const changeWords = (time: string): string => (time === '' ? '—' : momentWords(time))

function Comparison({ preview, isFile }: { preview: RestorePreview; isFile: boolean }): ReactNode {
  const { name, there, here, onlyHere, onlyThere, laterHere } = preview
  const isSame = onlyHere + onlyThere + laterHere === 0 && there.changedAt === here.changedAt
  return (
    <>
      {isFile && <p className="restore-name">{name}</p>}
      <table className="restore-table">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">内容</span>
            </th>
            <th scope="col">备份里</th>
            <th scope="col">现在这里</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">项目</th>
            <td>{there.projects} 个</td>
            <td>{here.projects} 个</td>
          </tr>
          <tr>
            <th scope="row">回收站</th>
            <td>{there.deleted} 个</td>
            <td>{here.deleted} 个</td>
          </tr>
          <tr>
            <th scope="row">最后改动</th>
            <td>{changeWords(there.changedAt)}</td>
            <td>{changeWords(here.changedAt)}</td>
          </tr>
        </tbody>
      </table>
      <p>恢复后，这里的全部内容（项目、历史版本、设置、填过的内容）换成备份里的。</p>
      <ul className="restore-effects">
        {isSame && <li>两边的项目没有差别。</li>}
        {onlyThere > 0 && <li>备份里有、这里没有的 {onlyThere} 个项目会回来。</li>}
        {onlyHere > 0 && <li className="severity-warning">这里有、备份里没有的 {onlyHere} 个项目会不见。</li>}
        {laterHere > 0 && <li className="severity-warning">{laterHere} 个项目在备份以后改过，会回到备份时的内容。</li>}
        <li>现在的内容会先完整留一份，在备份列表里原因是“恢复前”，随时可以再换回来。</li>
      </ul>
    </>
  )
}

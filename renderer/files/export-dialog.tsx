/** 导出: format, one file or one a project; progress by item, cancel, then the files. */
import Button from 'antd/es/button'
import Modal from 'antd/es/modal'
import Progress from 'antd/es/progress'
import Radio from 'antd/es/radio'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import type { CallInput } from '../../shared/ipc/contract.ts'
import type { ExportOutcome, ExportPlan } from '../../shared/ipc/export.ts'
import { call } from '../api.ts'
import { sayFailure } from '../shell/notify.ts'
import { useJob } from '../calls/use-job.ts'

type Format = CallInput<'export.run'>['format']

const formats: { value: Format; label: string }[] = [
  { value: 'xlsx', label: 'Excel（.xlsx）' },
  { value: 'docx', label: 'Word（.docx）' },
  { value: 'pdf', label: 'PDF' },
  { value: 'html', label: '网页（.html）' },
  { value: 'json', label: '数据（.json）' },
]

export function ExportDialog({ ids, close }: { ids: string[]; close: () => void }): ReactNode {
  const [format, setFormat] = useState<Format>('xlsx')
  const [single, setSingle] = useState(ids.length > 1)
  const [outcome, setOutcome] = useState<ExportOutcome | null>(null)
  const plan = usePlan(ids)
  const files = format === 'json' ? ids.length : (plan?.tables ?? 1)
  const job = useJob()
  const run = async () => {
    const answer = await job.run((id) => call('export.run', { ids, format, single, job: id }))
    if (!answer.ok) return sayFailure(answer.error)
    if (!answer.value) return
    for (const { token } of answer.value.downloads) void download(token)
    setOutcome(answer.value)
  }
  const footer = outcome
    ? [
        <Button key="close" type="primary" onClick={close}>
          完成
        </Button>,
      ]
    : [
        <Button key="cancel" onClick={() => (job.isRunning ? job.cancel() : close())}>
          {job.isRunning ? '停止' : '取消'}
        </Button>,
        <Button key="run" type="primary" loading={job.isRunning} onClick={() => void run()}>
          导出
        </Button>,
      ]
  return (
    <Modal open title={`导出 ${ids.length} 个项目`} footer={footer} onCancel={job.isRunning ? job.cancel : close}>
      {outcome ? (
        <Written outcome={outcome} />
      ) : (
        <>
          <div className="form-line">
            <span>格式</span>
            <Radio.Group
              aria-label="格式"
              vertical
              options={formats}
              value={format}
              onChange={(event) => setFormat(event.target.value as Format)} // one of the options above
            />
          </div>
          {files > 1 && (
            <div className="form-line">
              <span>文件</span>
              <Radio.Group
                aria-label="文件"
                vertical
                value={single}
                onChange={(event) => setSingle(event.target.value === true)}
                options={[
                  { value: true, label: '全部放进一个文件' },
                  { value: false, label: '每张表一个文件' },
                ]}
              />
            </div>
          )}
          {format !== 'json' && <Notes notes={plan?.notes ?? []} />}
          {job.isRunning && <JobProgress done={job.done} total={job.total} item={job.item} />}
        </>
      )}
    </Modal>
  )
}

/** null until it is known; a failure is told when the export runs. */
function usePlan(ids: string[]): ExportPlan | null {
  const [plan, setPlan] = useState<ExportPlan | null>(null)
  useEffect(() => {
    let isWanted = true
    void call('export.plan', { ids }).then((answer) => isWanted && answer.ok && setPlan(answer.value))
    return () => void (isWanted = false)
  }, [ids])
  return plan
}

function Notes({ notes }: { notes: readonly string[] }): ReactNode {
  return (
    <div role="status" className="muted">
      {notes.map((note) => (
        <div key={note}>{note}</div>
      ))}
    </div>
  )
}

export interface JobProgressProps {
  done: number
  total: number
  item: string
  /** false: `done` is a share of `total` that counts nothing a person knows. */
  counts?: boolean
}

export function JobProgress({ done, total, item, counts = true }: JobProgressProps): ReactNode {
  const percent = total > 0 ? Math.round((done / total) * 100) : 0
  return (
    <div role="status">
      <Progress percent={percent} aria-label="进度" />
      <div className="muted one-line">{total > 0 ? `${counts ? `${done} / ${total}  ` : ''}${item}` : '正在准备…'}</div>
    </div>
  )
}

function Written({ outcome }: { outcome: ExportOutcome }): ReactNode {
  return (
    <div>
      <p>
        已导出 {outcome.written.length} 个文件。{outcome.place !== '' && <>保存在：{outcome.place}</>}
      </p>
      <ul className="plain-list">
        {outcome.downloads.map(({ name, token }) => (
          <li key={token}>
            <button type="button" className="link-button" onClick={() => void download(token)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
      <Notes notes={outcome.notes} />
      {outcome.problems.length > 0 && (
        <ul className="plain-list severity-warning">
          {outcome.problems.map(({ project, message }) => (
            <li key={`${project} ${message}`}>
              {project}：{message}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** The address is good once: each time another. The browser saves it under the name the program says. */
export async function download(token: string): Promise<void> {
  const answer = await call('download.ticket', { token })
  if (!answer.ok) return sayFailure(answer.error)
  const link = document.createElement('a')
  link.href = answer.value.url
  link.download = ''
  link.click()
}

/** Copies projects for another year: everything but the year stays, to be gone over. */
import Input from 'antd/es/input'
import Modal from 'antd/es/modal'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ProjectSummary } from '../../shared/ipc/types.ts'
import { call } from '../api.ts'
import { nextYear } from '../ui/clock-time.ts'
import { say, sayFailure } from '../ui/notify.ts'

export interface CopyToYearDialogProps {
  ids: string[]
  projects: readonly ProjectSummary[]
  close: () => void
}

export function CopyToYearDialog({ ids, projects, close }: CopyToYearDialogProps): ReactNode {
  const years = projects.filter(({ id, year }) => ids.includes(id) && year !== '').map(({ year }) => Number(year))
  const [year, setYear] = useState(() => (years.length > 0 ? String(Math.max(...years) + 1) : nextYear()))
  const [busy, setBusy] = useState(false)
  const isYear = /^\d{4}$/.test(year)
  const copy = async () => {
    setBusy(true)
    const answer = await call('projects.duplicate', { ids, year })
    setBusy(false)
    if (!answer.ok) return sayFailure(answer.error)
    say(`已复制 ${answer.value.ids.length} 个项目到 ${year} 年。`)
    close()
  }
  return (
    <Modal
      open
      title={`复制 ${ids.length} 个项目到下一年`}
      okText="复制"
      okButtonProps={{ disabled: !isYear, loading: busy }}
      onOk={() => void copy()}
      onCancel={close}
    >
      <label className="form-line">
        <span>年度</span>
        <Input
          value={year}
          maxLength={4}
          status={isYear ? '' : 'error'}
          onChange={(event) => setYear(event.target.value)}
        />
      </label>
      <p className="muted">指标、资金和目标原样复制，请逐项改成新一年的数。不印年度的表样（河北、广州）只复制内容。</p>
    </Modal>
  )
}

/** Copies projects for another year: everything but the year stays, to be gone over. */
import Modal from 'antd/es/modal'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ProjectSummary } from '../../../shared/model/stored/projects.ts'
import { call } from '../../api.ts'
import { sayStep } from '../../steps/say-step.tsx'
import { isYearAnswer, YearField } from '../../steps/year-field.tsx'
import { nextYear, yearsAround } from '../../ui/clock-time.ts'
import { runLong } from '../../shell/long-work.ts'
import { sayLeftOut } from '../../shell/health.ts'
import { say, sayFailure } from '../../shell/notify.ts'

export interface CopyToYearDialogProps {
  ids: string[]
  projects: readonly ProjectSummary[]
  close: () => void
}

export function CopyToYearDialog({ ids, projects, close }: CopyToYearDialogProps): ReactNode {
  const [year, setYear] = useState(() => yearAfter(ids, projects))
  const isYear = isYearAnswer(year, false)
  const copy = async () => {
    close()
    const answer = await runLong({ label: '正在复制' }, (job) => call('projects.duplicate', { ids, year, job }))
    if (!answer) return
    if (answer.ok) {
      const { ids: copies, undo } = answer.value
      const text = `已复制 ${copies.length} 个项目到 ${year} 年。`
      sayStep({ text, undo, ids: copies, undone: `已撤销复制：${copies.length} 个放入回收站。` })
      sayLeftOut(answer.value, '没有复制')
    } else if (answer.error.code === 'cancelled') say('已停止，一个也没有复制。')
    else sayFailure(answer.error)
  }
  return (
    <Modal
      open
      title={`复制 ${ids.length} 个项目到下一年`}
      okText="复制"
      okButtonProps={{ disabled: !isYear }}
      onOk={() => void copy()}
      onCancel={close}
    >
      <div className="form-line">
        <label htmlFor="copy-year">所属年度</label>
        <YearField id="copy-year" value={year} change={setYear} offers={[year, ...yearsAround()]} mayBeOpen={false} />
      </div>
      <p className="muted">指标、资金和目标原样复制，成为那一年自己的表，原来的不变。请逐项改成新一年的数。</p>
    </Modal>
  )
}

/** The year after the last of the projects. */
function yearAfter(ids: readonly string[], projects: readonly ProjectSummary[]): string {
  const wanted = new Set(ids)
  const last = projects.reduce(
    (latest, { id, fiscalYear }) => (wanted.has(id) && fiscalYear > latest ? fiscalYear : latest),
    '',
  )
  return last === '' ? nextYear() : String(Number(last) + 1)
}

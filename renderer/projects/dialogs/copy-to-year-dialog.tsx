/** Copies projects for another year: everything but the year stays, to be gone over. */
import { isFiscalYear } from '../../../shared/identity/fiscal-year.ts'
import Input from 'antd/es/input'
import Modal from 'antd/es/modal'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ProjectSummary } from '../../../shared/model/stored/projects.ts'
import { call } from '../../api.ts'
import { templates } from '../../calls/templates.ts'
import { nextYear } from '../../ui/clock-time.ts'
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
  const isYear = isFiscalYear(year)
  const copy = async () => {
    close()
    const answer = await runLong({ label: '正在复制' }, (job) => call('projects.duplicate', { ids, year, job }))
    if (!answer) return
    if (answer.ok) {
      say(`已复制 ${answer.value.ids.length} 个项目到 ${year} 年。`)
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
      <label className="form-line">
        <span>年度</span>
        <Input
          value={year}
          maxLength={4}
          status={isYear ? '' : 'error'}
          onChange={(event) => setYear(event.target.value)}
        />
      </label>
      <p className="muted">指标、资金和目标原样复制，请逐项改成新一年的数。不印年度的表样{yearless()}只复制内容。</p>
    </Modal>
  )
}

/** The year after the last of the projects. */
function yearAfter(ids: readonly string[], projects: readonly ProjectSummary[]): string {
  const wanted = new Set(ids)
  const last = projects.reduce((latest, { id, year }) => (wanted.has(id) && year > latest ? year : latest), '')
  return last === '' ? nextYear() : String(Number(last) + 1)
}

/** `（甲 2024、乙 2023）`, the forms that print no year. */
function yearless(): string {
  const names = templates().all.flatMap(({ name, defaults }) => (defaults.printsYear ? [] : [name]))
  return names.length === 0 ? '' : `（${names.join('、')}）`
}

/** 设定所属年度 of projects: of those selected in the list, or of the table that is open. */
import Modal from 'antd/es/modal'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { fiscalYearName } from '../../shared/identity/fiscal-year.ts'
import { call } from '../api.ts'
import { sayLeftOut } from '../shell/health.ts'
import { runLong } from '../shell/long-work.ts'
import { say, sayFailure } from '../shell/notify.ts'
import { nextYear, yearsAround } from '../ui/clock-time.ts'
import { sayStep } from './say-step.tsx'
import { isYearAnswer, YearField } from './year-field.tsx'

export interface SetYearDialogProps {
  ids: readonly string[]
  /** The year they have now, where it is one. */
  present: string
  /** `打开` and `查看` lead to them; not where they are open already. */
  leadsThere: boolean
  close: () => void
  /** After it was set, or not. */
  done?: () => void
}

export function SetYearDialog({ ids, present, leadsThere, close, done }: SetYearDialogProps): ReactNode {
  const [year, setYear] = useState(() => present || nextYear())
  const set = async () => {
    close()
    await setFiscalYear([...ids], year, leadsThere)
    done?.()
  }
  return (
    <Modal
      open
      width={460}
      title={leadsThere ? `设定 ${ids.length} 个项目的所属年度` : '设定这张表的所属年度'}
      okText="设定"
      okButtonProps={{ disabled: !isYearAnswer(year, true) }}
      onOk={() => void set()}
      onCancel={close}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isYearAnswer(year, true)) void set()
        }}
      >
        <div className="form-line">
          <label htmlFor="set-year">所属年度</label>
          <YearField id="set-year" value={year} change={setYear} offers={yearsAround()} mayBeOpen />
        </div>
      </form>
      <p className="muted">
        所属年度决定它是哪一年的表。表上印的年度与原来相同的，会一起改；不印年度的表样，内容不变。
      </p>
    </Modal>
  )
}

async function setFiscalYear(ids: string[], year: string, leadsThere: boolean): Promise<void> {
  const answer = await runLong({ label: '正在设定年度' }, (job) => call('projects.setYear', { ids, year, job }))
  if (!answer) return
  if (!answer.ok) {
    if (answer.error.code === 'cancelled') return say('已停止，一个也没有改。')
    return sayFailure(answer.error)
  }
  const { count, ids: changed, undo } = answer.value
  if (count === 0) say(`所属年度已经是${fiscalYearName(year)}，没有改动。`)
  else {
    sayStep({
      text: leadsThere
        ? `${count} 个项目的所属年度已设为 ${fiscalYearName(year)}。`
        : `这张表的所属年度已设为 ${fiscalYearName(year)}。`,
      undo,
      undone: '所属年度已改回。',
      ...(leadsThere && { ids: changed }),
    })
  }
  sayLeftOut(answer.value, '没有设定年度')
}

/** 新建: the form, the year and the unit of a new project; then straight into the editor. */
import AutoComplete from 'antd/es/auto-complete'
import Modal from 'antd/es/modal'
import Select from 'antd/es/select'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ProjectSummary } from '../../../shared/model/stored/projects.ts'
import { templates } from '../../calls/templates.ts'
import { call } from '../../api.ts'
import { isYearAnswer, YearField } from '../../steps/year-field.tsx'
import { sayFailure } from '../../shell/notify.ts'
import { goTo } from '../../shell/place.ts'
import { nextYear, yearsAround } from '../../ui/clock-time.ts'
import { answersSearch } from '../../ui/search-text.ts'

export function NewProjectDialog({
  projects,
  close,
}: {
  projects: readonly ProjectSummary[]
  close: () => void
}): ReactNode {
  const last = projects.toSorted((one, other) => other.updatedAt.localeCompare(one.updatedAt))[0]
  const [template, setTemplate] = useState(last?.template ?? templates().all[0]?.id ?? '')
  const [year, setYear] = useState(() => last?.fiscalYear || nextYear())
  const [unitName, setUnitName] = useState(last?.unitName ?? '')
  const [busy, setBusy] = useState(false)
  const printsYear = templates().find(template)?.defaults.printsYear ?? false
  const isYear = isYearAnswer(year, true)
  const units = [...new Map(projects.map((project) => [project.unitName, project.unitCode])).entries()]
  const create = async () => {
    setBusy(true)
    const unitCode = units.find(([name]) => name === unitName)?.[1] ?? ''
    const answer = await call('projects.create', { template, year, unitName, unitCode })
    setBusy(false)
    if (!answer.ok) return sayFailure(answer.error)
    close()
    goTo('edit', [answer.value.id])
  }
  return (
    <Modal
      open
      title="新建项目支出绩效目标表"
      okText="新建并填写"
      okButtonProps={{ disabled: !isYear || template === '', loading: busy }}
      onOk={() => void create()}
      onCancel={close}
    >
      <div className="form-line">
        <label htmlFor="new-template">表样</label>
        <Select
          id="new-template"
          value={template}
          onChange={setTemplate}
          options={templates().all.map(({ id, name, title }) => ({ value: id, label: `${name}  ${title}` }))}
        />
      </div>
      <div className="form-line">
        <label htmlFor="new-year">所属年度</label>
        <YearField id="new-year" value={year} change={setYear} offers={yearsAround()} mayBeOpen />
      </div>
      {!printsYear && <p className="muted form-note">这种表样不印年度；所属年度决定它是哪一年的表。</p>}
      <div className="form-line">
        <label htmlFor="new-unit">单位</label>
        <AutoComplete
          id="new-unit"
          value={unitName}
          onChange={setUnitName}
          placeholder="可以先不填"
          options={units.filter(([name]) => name !== '').map(([name]) => ({ value: name }))}
          showSearch={{ filterOption: (typed, option) => answersSearch(option?.value ?? '', typed) }}
        />
      </div>
      <p className="muted">依据：{templates().find(template)?.source}</p>
    </Modal>
  )
}

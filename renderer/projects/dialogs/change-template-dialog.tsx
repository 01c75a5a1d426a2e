/** 换表样: the same contents on another official form. Nothing is lost, and the message leads back. */
import Modal from 'antd/es/modal'
import Select from 'antd/es/select'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ProjectSummary } from '../../../shared/model/stored/projects.ts'
import { templates } from '../../calls/templates.ts'
import { call } from '../../api.ts'
import { sayStep } from '../../steps/say-step.tsx'
import { sayLeftOut } from '../../shell/health.ts'
import { runLong } from '../../shell/long-work.ts'
import { say, sayFailure } from '../../shell/notify.ts'

export interface ChangeTemplateDialogProps {
  ids: string[]
  projects: readonly ProjectSummary[]
  close: () => void
}

export function ChangeTemplateDialog({ ids, projects, close }: ChangeTemplateDialogProps): ReactNode {
  const [template, setTemplate] = useState('')
  const wanted = new Set(ids)
  const others = projects.filter((project) => wanted.has(project.id) && project.template !== template)
  const change = async () => {
    close()
    const answer = await runLong({ label: '正在换表样' }, (job) =>
      call('projects.changeTemplate', { ids: others.map(({ id }) => id), template, job }),
    )
    if (!answer) return
    if (!answer.ok) {
      if (answer.error.code === 'cancelled') say('已停止，一个也没有换。')
      else sayFailure(answer.error)
      return
    }
    const { count, ids: changed, undo } = answer.value
    const text = `已把 ${count} 个项目换到“${templates().find(template)?.name ?? template}”。`
    sayStep({ text, undo, ids: changed, undone: '已换回原来的表样。' })
    sayLeftOut(answer.value, '没有换表样')
  }
  return (
    <Modal
      open
      title={`把 ${ids.length} 个项目换到另一种表样`}
      okText="换表样"
      okButtonProps={{ disabled: template === '' || others.length === 0 }}
      onOk={() => void change()}
      onCancel={close}
    >
      <div className="form-line">
        <label htmlFor="other-template">表样</label>
        <Select
          id="other-template"
          value={template === '' ? null : template}
          placeholder="选择表样"
          onChange={setTemplate}
          options={templates().all.map(({ id, name, title }) => ({ value: id, label: `${name}  ${title}` }))}
        />
      </div>
      <p className="muted" role="status">
        {template !== '' && others.length === 0
          ? '所选项目已经都是这种表样。'
          : '填写的内容原样保留；新表样没有的栏目不再印出，换回来时还在。换后请看一遍“问题”。'}
      </p>
    </Modal>
  )
}

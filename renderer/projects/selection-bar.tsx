/** How many projects are shown and selected, and what can be done with the selected ones. */
import { useState } from 'react'
import type { ReactNode } from 'react'
import { severityNames } from '../../shared/model/problem.ts'
import type { ProjectSummary } from '../../shared/ipc/types.ts'
import { call } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { lazyPart } from '../ui/lazy-part.tsx'
import { say, sayFailure } from '../ui/notify.ts'
import { goTo } from '../ui/place.ts'
import { removeProjects } from './remove-projects.tsx'
import { severities } from './severities.ts'

const ExportDialog = lazyPart(async () => (await import('../ui/export-dialog.tsx')).ExportDialog)
const CopyToYearDialog = lazyPart(async () => (await import('./copy-to-year-dialog.tsx')).CopyToYearDialog)
const ChangeTemplateDialog = lazyPart(async () => (await import('./change-template-dialog.tsx')).ChangeTemplateDialog)

export interface SelectionBarProps {
  projects: readonly ProjectSummary[]
  /** How many of them pass the filters. */
  shown: number
  chosen: string[]
  choose: (ids: string[]) => void
}

export function SelectionBar({ projects, shown, chosen, choose }: SelectionBarProps): ReactNode {
  const [dialog, setDialog] = useState<'export' | 'copy' | 'template' | null>(null)
  const [checking, setChecking] = useState(false)
  const nothing = chosen.length === 0
  const close = () => setDialog(null)
  const check = async () => {
    setChecking(true)
    await checkProjects(chosen)
    setChecking(false)
  }
  return (
    <section className="selection-bar" aria-label="所选项目">
      <span aria-live="polite">
        {shown === projects.length ? `共 ${shown} 个项目` : `找到 ${shown} 个，共 ${projects.length} 个项目`}
        {nothing ? '' : `，已选 ${chosen.length} 个`}
      </span>
      <span className="grow" />
      <Button small disabled={nothing} busy={checking} onClick={() => void check()}>
        检查
      </Button>
      <Button small disabled={nothing} onClick={() => setDialog('export')}>
        导出
      </Button>
      <Button small disabled={nothing} onClick={() => goTo('preview', chosen)}>
        预览和打印
      </Button>
      <Button small disabled={nothing} onClick={() => setDialog('copy')}>
        复制到下一年
      </Button>
      <Button small disabled={nothing} onClick={() => setDialog('template')}>
        换表样
      </Button>
      <Button
        small
        look="danger"
        disabled={nothing}
        onClick={() => void removeProjects(chosen).then((isDone) => isDone && choose([]))}
      >
        删除
      </Button>
      {dialog === 'export' && <ExportDialog ids={chosen} close={close} />}
      {dialog === 'copy' && <CopyToYearDialog ids={chosen} projects={projects} close={close} />}
      {dialog === 'template' && <ChangeTemplateDialog ids={chosen} projects={projects} close={close} />}
    </section>
  )
}

/** The rules over the stored projects; the list shows the new counts by itself. */
async function checkProjects(ids: string[]): Promise<void> {
  const answer = await call('projects.check', { ids })
  if (!answer.ok) return sayFailure(answer.error)
  const { checked, findings } = answer.value
  const found = severities.filter((severity) => findings[severity] > 0)
  const counts = found.map((severity) => `${severityNames[severity]} ${findings[severity]} 个`).join('，')
  say(`已检查 ${checked} 个项目：${counts || '没有发现问题'}。`)
}

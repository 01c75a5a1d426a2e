/** How many projects are shown and selected, and what can be done with the selected ones. */
import { useState } from 'react'
import type { ReactNode } from 'react'
import { severityNames } from '../../shared/model/problem.ts'
import type { ProjectSummary } from '../../shared/model/stored/projects.ts'
import { call } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { sayLeftOut } from '../shell/health.ts'
import { lazyPart } from '../ui/lazy-part.tsx'
import { LongWorkNote } from '../shell/long-work-note.tsx'
import { runLong, useLongWork } from '../shell/long-work.ts'
import { say, sayFailure, sayWarning } from '../shell/notify.ts'
import { goTo } from '../shell/place.ts'
import { showAllProjects, useShownProjects } from '../steps/shown-projects.ts'
import { removeProjects } from './dialogs/remove-projects.tsx'
import { severities } from '../../shared/model/problem.ts'

const ExportDialog = lazyPart(async () => (await import('../files/export-dialog.tsx')).ExportDialog)
const CopyToYearDialog = lazyPart(async () => (await import('./dialogs/copy-to-year-dialog.tsx')).CopyToYearDialog)
const SetYearDialog = lazyPart(async () => (await import('../steps/set-year-dialog.tsx')).SetYearDialog)
const ChangeTemplateDialog = lazyPart(
  async () => (await import('./dialogs/change-template-dialog.tsx')).ChangeTemplateDialog,
)

/** They stand in the address, and each is drawn. */
const mostPreviewed = 500

export interface SelectionBarProps {
  projects: readonly ProjectSummary[]
  /** How many of them pass the filters. */
  shown: number
  chosen: string[]
  choose: (ids: string[]) => void
  /** How many have no 所属年度, where they are not what is shown already. */
  undated: number
  showUndated: () => void
}

export function SelectionBar(props: SelectionBarProps): ReactNode {
  const { projects, shown, chosen, choose, undated, showUndated } = props
  const only = useShownProjects(({ ids }) => ids)
  const [dialog, setDialog] = useState<'export' | 'copy' | 'template' | 'year' | null>(null)
  const isWorking = useLongWork((state) => state.work !== null)
  const nothing = chosen.length === 0 || isWorking
  const close = () => setDialog(null)
  const preview = () => {
    if (chosen.length <= mostPreviewed) return goTo('preview', chosen)
    sayWarning(
      `一次最多预览 ${mostPreviewed} 个项目，已选 ${chosen.length} 个：请少选一些；要全部打印，请用“导出”生成 PDF。`,
    )
  }
  return (
    <section className="selection-bar" aria-label="所选项目">
      <span aria-live="polite">
        {shown === projects.length ? `共 ${shown} 个项目` : `找到 ${shown} 个，共 ${projects.length} 个项目`}
        {chosen.length === 0 ? '' : `，已选 ${chosen.length} 个`}
      </span>
      {only !== null && (
        <Button look="link" small onClick={showAllProjects}>
          显示全部
        </Button>
      )}
      {undated > 0 && (
        <Button look="link" small onClick={showUndated}>
          {undated} 个年度未定
        </Button>
      )}
      <LongWorkNote />
      <span className="grow" />
      <Button small disabled={nothing} onClick={() => void checkProjects(chosen)}>
        检查
      </Button>
      <Button small disabled={nothing} onClick={() => setDialog('export')}>
        导出
      </Button>
      <Button small disabled={nothing} onClick={preview}>
        预览和打印
      </Button>
      <Button small disabled={nothing} onClick={() => setDialog('copy')}>
        复制到下一年
      </Button>
      <Button small disabled={nothing} onClick={() => setDialog('year')}>
        设定年度
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
      {dialog === 'year' && <SetYearDialog ids={chosen} present={yearOf(projects, chosen)} leadsThere close={close} />}
      {dialog === 'template' && <ChangeTemplateDialog ids={chosen} projects={projects} close={close} />}
    </section>
  )
}

/** The one year they have; '' where they have several, or none. */
function yearOf(projects: readonly ProjectSummary[], ids: readonly string[]): string {
  const wanted = new Set(ids)
  const years = new Set(projects.filter(({ id }) => wanted.has(id)).map(({ fiscalYear }) => fiscalYear))
  const [year = ''] = years
  return years.size === 1 ? year : ''
}

/** The rules over the stored projects; the list shows the new counts by itself. */
async function checkProjects(ids: string[]): Promise<void> {
  const answer = await runLong({ label: '正在检查' }, (job) => call('projects.check', { ids, job }))
  if (!answer) return
  if (!answer.ok) return sayFailure(answer.error)
  const { checked, findings } = answer.value
  const found = severities.filter((severity) => findings[severity] > 0)
  const counts = found.map((severity) => `${severityNames[severity]} ${findings[severity]} 个`).join('，')
  say(`已检查 ${checked} 个项目：${counts || '没有发现问题'}。`)
  sayLeftOut(answer.value, '没有检查')
}

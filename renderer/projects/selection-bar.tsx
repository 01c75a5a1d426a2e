/** How many projects are shown and selected, and what can be done with the selected ones. */
import Button from 'antd/es/button'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ProjectSummary } from '../../shared/ipc/types.ts'
import { call } from '../api.ts'
import { ExportDialog } from '../ui/export-dialog.tsx'
import { say, sayFailure } from '../ui/notify.ts'
import { goTo } from '../ui/place.ts'
import { CopyToYearDialog } from './copy-to-year-dialog.tsx'

export interface SelectionBarProps {
  shown: readonly ProjectSummary[]
  total: number
  chosen: string[]
  choose: (ids: string[]) => void
}

export function SelectionBar({ shown, total, chosen, choose }: SelectionBarProps): ReactNode {
  const [dialog, setDialog] = useState<'export' | 'copy' | null>(null)
  const nothing = chosen.length === 0
  const close = () => setDialog(null)
  return (
    <section className="selection-bar" aria-label="所选项目">
      <span aria-live="polite">
        {shown.length === total ? `共 ${total} 个项目` : `找到 ${shown.length} 个，共 ${total} 个项目`}
        {nothing ? '' : `，已选 ${chosen.length} 个`}
      </span>
      <span className="grow" />
      <Button size="small" disabled={nothing} onClick={() => setDialog('export')}>
        导出
      </Button>
      <Button size="small" disabled={nothing} onClick={() => goTo('preview', chosen)}>
        预览和打印
      </Button>
      <Button size="small" disabled={nothing} onClick={() => setDialog('copy')}>
        复制到下一年
      </Button>
      <Button size="small" danger disabled={nothing} onClick={() => void remove(chosen, () => choose([]))}>
        删除
      </Button>
      {dialog === 'export' && <ExportDialog ids={chosen} close={close} />}
      {dialog === 'copy' && <CopyToYearDialog ids={chosen} projects={shown} close={close} />}
    </section>
  )
}

/** Into the recycle bin, with the way back in the message. */
async function remove(ids: string[], done: () => void): Promise<void> {
  const answer = await call('projects.remove', { ids })
  if (!answer.ok) return sayFailure(answer.error)
  done()
  say(
    <>
      已把 {answer.value.count} 个项目放入回收站。
      <Button size="small" type="link" onClick={() => void restore(ids)}>
        撤销
      </Button>
    </>,
  )
}

async function restore(ids: string[]): Promise<void> {
  const answer = await call('projects.restore', { ids })
  if (answer.ok) say(`已恢复 ${answer.value.count} 个项目。`)
  else sayFailure(answer.error)
}

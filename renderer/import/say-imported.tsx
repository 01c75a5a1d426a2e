/** What an import has done, with the way back in the message. */
import Button from 'antd/es/button'
import type { ImportOutcome } from '../../shared/ipc/import.ts'
import type { Undo } from '../../shared/ipc/undo.ts'
import { call } from '../api.ts'
import { say, sayFailure } from '../shell/notify.ts'

/** Long enough to look at the table and find that it should not have been. */
const secondsForUndo = 15

export function sayImported({ imported, updated, conflicts, skipped, undo }: ImportOutcome): void {
  const parts = [
    imported > 0 || updated === 0 ? `新存入 ${imported} 个` : '',
    updated > 0 ? `更新 ${updated} 个` : '',
    conflicts > 0 ? `${conflicts} 个在本机改过，没有更新` : '',
    skipped > 0 ? `${skipped} 个没有变化` : '',
  ]
  const text = `${parts.filter((part) => part !== '').join('，')}。`
  if (undo.updated.length + undo.added.length === 0) return say(text)
  say(
    <>
      {text}
      <Button size="small" type="link" onClick={() => void takeBack(undo)}>
        撤销
      </Button>
    </>,
    secondsForUndo,
  )
}

async function takeBack(undo: Undo): Promise<void> {
  const answer = await call('projects.undo', undo)
  if (!answer.ok) return sayFailure(answer.error)
  const parts = [
    undo.updated.length > 0 ? `${undo.updated.length} 个恢复为导入以前的内容` : '',
    undo.added.length > 0 ? `${undo.added.length} 个放入回收站` : '',
  ]
  say(`已撤销导入：${parts.filter((part) => part !== '').join('，')}。`)
}

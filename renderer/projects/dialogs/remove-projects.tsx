/** Projects into the recycle bin, with the way back in the message. */
import { call } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { runLong } from '../../shell/long-work.ts'
import { say, sayFailure } from '../../shell/notify.ts'

/** false when nothing was removed; the reason has been said. */
export async function removeProjects(ids: string[]): Promise<boolean> {
  const answer = await runLong({ label: '正在删除' }, (job) => call('projects.remove', { ids, job }))
  if (!answer) return false
  if (!answer.ok) {
    if (answer.error.code === 'cancelled') say('已停止，一个也没有删除。')
    else sayFailure(answer.error)
    return false
  }
  say(
    <>
      已把 {answer.value.count} 个项目放入回收站。
      <Button small look="link" onClick={() => void restoreProjects(ids)}>
        撤销
      </Button>
    </>,
    8,
  )
  return true
}

async function restoreProjects(ids: string[]): Promise<void> {
  const answer = await runLong({ label: '正在恢复' }, (job) => call('projects.restore', { ids, job }))
  if (!answer) return
  if (answer.ok) say(`已恢复 ${answer.value.count} 个项目。`)
  else if (answer.error.code === 'cancelled') say('已停止，一个也没有恢复。')
  else sayFailure(answer.error)
}

/** Projects into the recycle bin, with the way back in the message. */
import { call } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { say, sayFailure } from '../ui/notify.ts'

/** false when nothing was removed; the reason has been said. */
export async function removeProjects(ids: string[]): Promise<boolean> {
  const answer = await call('projects.remove', { ids })
  if (!answer.ok) {
    sayFailure(answer.error)
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
  const answer = await call('projects.restore', { ids })
  if (answer.ok) say(`已恢复 ${answer.value.count} 个项目。`)
  else sayFailure(answer.error)
}

/** A quiet line over the list when all the work of more than a week stands on one disk. */
import { useState } from 'react'
import type { ReactNode } from 'react'
import { call } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { timeAgo } from '../ui/clock-time.ts'
import { goTo } from '../shell/place.ts'
import { useCall } from '../calls/use-call.ts'

export function OutsideReminder(): ReactNode {
  const { result } = useCall('backup.outside', {}, false)
  const [isOver, setIsOver] = useState(false)
  if (isOver || !result?.ok || !result.value.isDue) return null
  const { copiedAt } = result.value
  const later = () => {
    setIsOver(true)
    void call('backup.settleOutside', { how: 'later' })
  }
  return (
    <div className="outside-reminder" role="status">
      <span>
        {copiedAt === null
          ? '数据只在这块磁盘上，还没有在别处存过一份。'
          : `数据上次存到别处是${timeAgo(copiedAt)}，以后的改动只在这块磁盘上。`}
      </span>
      <Button small look="link" onClick={() => goTo('settings', ['backup'])}>
        去另存一份
      </Button>
      <Button small look="link" onClick={later}>
        一周后再提醒
      </Button>
    </div>
  )
}

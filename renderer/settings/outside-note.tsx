/** When there was last a copy outside this disk. */
import type { ReactNode } from 'react'
import { dateTime, momentWords } from '../ui/clock-time.ts'
import { useCall } from '../calls/use-call.ts'

export function OutsideNote(): ReactNode {
  const { result } = useCall('backup.outside', {})
  if (!result?.ok) return null
  const { copiedAt, isDue } = result.value
  return (
    <p className={isDue ? 'severity-warning' : 'muted'}>
      上次另存到别处：
      {copiedAt === null ? '还没有过' : <span title={dateTime(copiedAt)}>{momentWords(copiedAt)}</span>}
      {isDue && '。已超过一周，请另存一份。'}
    </p>
  )
}

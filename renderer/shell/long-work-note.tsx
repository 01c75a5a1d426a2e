/** How far the work on many projects is, and how to stop it. Nothing while there is none, or while it is short. */
import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { useLongWork } from './long-work.ts'

export function LongWorkNote(): ReactNode {
  const work = useLongWork((state) => state.work)
  if (!work || work.total === 0) return null
  const { label, done, total, stop } = work
  const percent = Math.floor((done / total) * 100)
  return (
    <span className="long-work">
      <progress max={total} value={done} aria-label={label} />
      <span role="status" aria-label={`${label} ${percent - (percent % 10)}%`}>
        {label} {done} / {total}
      </span>
      {stop && (
        <Button small onClick={stop}>
          停止
        </Button>
      )}
    </span>
  )
}

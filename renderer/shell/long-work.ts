/**
 * Work on many projects that the person has set going: one at a time, told wherever its place is drawn (long-work-note.tsx), and
 * stopped from there. The page stays usable meanwhile.
 */
import { create } from 'zustand'
import type { Result } from '../../shared/ipc/result.ts'
import { call, on } from '../api.ts'
import { sayWarning } from './notify.ts'

export interface LongWork {
  /** 正在… */
  label: string
  done: number
  /** 0 until the first part is done: short work is over before. */
  total: number
  /** null: it cannot be stopped any more. */
  stop: (() => void) | null
}

export const useLongWork = create<{ work: LongWork | null }>(() => ({ work: null }))

export interface LongWorkOptions {
  label: string
  canStop?: boolean
}

/** `start` gets the id of the job. null: other work is still running, which has been said. */
export async function runLong<T>(
  { label, canStop = true }: LongWorkOptions,
  start: (job: string) => Promise<Result<T>>,
): Promise<Result<T> | null> {
  const running = useLongWork.getState().work
  if (running) {
    sayWarning(`${running.label}，请等它做完，或先停止它。`)
    return null
  }
  const job = crypto.randomUUID()
  let isStopping = false
  const stop = () => {
    isStopping = true
    const { work } = useLongWork.getState()
    if (work) show(work.done, work.total)
    void call('job.cancel', { job })
  }
  const show = (done: number, total: number) =>
    useLongWork.setState({
      work: isStopping
        ? { label: '正在停止，撤回已做的', done, total, stop: null }
        : { label, done, total, stop: canStop ? stop : null },
    })
  show(0, 0)
  const leave = on('job.progress', (progress) => {
    if (progress.job === job) show(progress.done, progress.total)
  })
  try {
    return await start(job)
  } finally {
    leave()
    useLongWork.setState({ work: null })
  }
}

/** Long work with an id: its progress by item, and a way to stop it. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { call, on } from '../api.ts'
import type { Result } from '../../shared/ipc/result.ts'

export interface Job {
  isRunning: boolean
  done: number
  total: number
  item: string
  /** `id`: given where the job is known by another id than a new one (reading files: their token). */
  run: <T>(start: (id: string) => Promise<Result<T>>, id?: string) => Promise<Result<T>>
  cancel: () => void
}

const nothing = { done: 0, total: 0, item: '' }

export function useJob(): Job {
  const [progress, setProgress] = useState(nothing)
  const [isRunning, setIsRunning] = useState(false)
  const current = useRef('')
  useEffect(
    () =>
      on('job.progress', ({ job, done, total, item }) => {
        if (job === current.current) setProgress({ done, total, item })
      }),
    [],
  )
  const run = useCallback(async <T>(start: (id: string) => Promise<Result<T>>, id: string = crypto.randomUUID()) => {
    current.current = id
    setProgress(nothing)
    setIsRunning(true)
    const answer = await start(id)
    setIsRunning(false)
    return answer
  }, [])
  const cancel = useCallback(() => void call('job.cancel', { job: current.current }), [])
  return { ...progress, isRunning, run, cancel }
}

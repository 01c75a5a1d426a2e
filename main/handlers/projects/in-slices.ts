/**
 * The same done to many projects in slices, so that the program answers meanwhile: each slice is a transaction of its own, and
 * all of them are undone as one when the person stops the work or a later slice fails. A few projects are one slice.
 */
import { setImmediate as pause } from 'node:timers/promises'
import { Refusal, toFailure } from '../door/refusal.ts'
import type { Job } from '../door/jobs.ts'

/** Some milliseconds of work. */
const projectsPerSlice = 100

export interface SliceWork<Done> {
  /** One transaction; answers what `undo` has to know. */
  work: (ids: string[]) => Done
  /** Takes one slice back. Absent: what was done stays, and that is what the person wants. */
  undo?: (done: Done) => void
}

export const isOneSlice = (ids: readonly string[]): boolean => ids.length <= projectsPerSlice

export async function inSlices<Done>(
  ids: readonly string[],
  job: Job,
  { work, undo }: SliceWork<Done>,
): Promise<Done[]> {
  const named = [...new Set(ids)]
  const done: Done[] = []
  try {
    for (let at = 0; at < named.length; at += projectsPerSlice) {
      job.signal.throwIfAborted()
      done.push(work(named.slice(at, at + projectsPerSlice)))
      if (isOneSlice(named)) break
      job.progress(Math.min(at + projectsPerSlice, named.length), named.length, '')
      await pause()
    }
    return done
  } catch (thrown) {
    if (undo) await takeBack(done, undo, { job, reason: thrown })
    throw thrown
  }
}

async function takeBack<Done>(
  done: Done[],
  undo: (done: Done) => void,
  { job, reason }: { job: Job; reason: unknown },
): Promise<void> {
  const total = done.length * projectsPerSlice
  let left = done.length
  try {
    for (const one of done.toReversed()) {
      undo(one)
      left -= 1
      job.progress(left * projectsPerSlice, total, '')
      await pause()
    }
  } catch (thrown) {
    const [first, second] = [reason, thrown].map((error) => toFailure(error)?.message ?? '出了意外的错误。')
    throw Object.assign(
      new Refusal(
        'half-done',
        `没有全部完成（${first}），也没有能全部撤回（${second}）：还有约 ${left * projectsPerSlice} 个项目留在做完的样子。请到项目列表和回收站里看一看。`,
      ),
      { cause: thrown },
    )
  }
}

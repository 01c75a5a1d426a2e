/**
 * Long work that the page can follow and cancel: each job has the id the page gave it, tells its progress item by item
 * and looks at its signal between items.
 */
import { Refusal } from './refusal.ts'
import type { Host } from './host.ts'

export interface Job {
  signal: AbortSignal
  progress: (done: number, total: number, item: string) => void
}

export interface Jobs {
  /** Runs `work` as the job `id`; rejects with `cancelled` when it was cancelled meanwhile. undefined: nobody follows it. */
  run: <T>(id: string | undefined, work: (job: Job) => Promise<T>) => Promise<T>
  /** false when there is no such job (any more). */
  cancel: (id: string) => boolean
  cancelAll: () => void
  /** Cancels all others and waits until they have ended: nothing else works on the store then. */
  endOthers: (id: string) => Promise<void>
}

export function createJobs(emit: Host['emit']): Jobs {
  const running = new Map<string, { controller: AbortController; ended: Promise<void> }>()
  let unnamed = 0
  return {
    async run(named, work) {
      const id = named ?? ` ${(unnamed += 1)}`
      if (running.has(id)) throw new Refusal('busy', '这项工作已经在进行。')
      const controller = new AbortController()
      const { promise: ended, resolve: end } = Promise.withResolvers<void>()
      running.set(id, { controller, ended })
      try {
        const { signal } = controller
        return await work({
          signal,
          progress(done, total, item) {
            if (named !== undefined) emit('job.progress', { job: id, done, total, item })
          },
        })
      } catch (thrown) {
        throw controller.signal.aborted ? new Refusal('cancelled', '已取消，没有留下做了一半的内容。') : thrown
      } finally {
        running.delete(id)
        end()
      }
    },
    cancel(id) {
      running.get(id)?.controller.abort()
      return running.has(id)
    },
    cancelAll: () => running.forEach(({ controller }) => controller.abort()),
    async endOthers(id) {
      const others = [...running].filter(([other]) => other !== id).map(([, job]) => job)
      for (const { controller } of others) controller.abort()
      await Promise.all(others.map(({ ended }) => ended))
    },
  }
}

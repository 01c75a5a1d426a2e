/** The question to the page what it could not save, and its answer, which comes as a call of its own. */
import type { UnsavedWork } from '../../../shared/ipc/unsaved.ts'

export interface UnsavedTalk {
  /** null: no answer in time. */
  ask: () => Promise<UnsavedWork | null>
  answered: (work: UnsavedWork) => void
}

/** The page first saves what it can; it takes at most two seconds for that. */
const longestMs = 4000

export function hearUnsaved(send: () => void): UnsavedTalk {
  const waiting = new Set<(work: UnsavedWork | null) => void>()
  return {
    ask: () =>
      new Promise((resolve) => {
        waiting.add(resolve)
        setTimeout(() => waiting.delete(resolve) && resolve(null), longestMs).unref()
        send()
      }),
    answered(work) {
      for (const resolve of waiting) resolve(work)
      waiting.clear()
    },
  }
}

/**
 * Starts a paste's work off the page's thread, so that no clipboard can hold the page up: what takes too long is ended, and so
 * is what the person gives up.
 */
import { whenProven } from '../../../api.ts'
import type { PasteJob, PasteReply } from './paste-messages.ts'

/** Ends the work; nothing is heard of it any more. */
export type EndPasteJob = () => void

/** Far more than the largest paste needs. */
const timeLimitMs = 60_000

/** `hear` gets the job's replies in order; `fail` is called once where it cannot be finished. */
export function startPasteJob(job: PasteJob, hear: (reply: PasteReply) => void, fail: () => void): EndPasteJob {
  // without workers (a test outside a browser) the same work is done in its place
  if (typeof Worker === 'undefined') return doHere(job, hear)
  let end: EndPasteJob | null = null
  let isEnded = false
  // the worker's code comes from the own address: only once the program there has proven itself
  void whenProven().then(() => {
    if (!isEnded) end = startWorker(job, hear, fail)
  })
  return () => {
    isEnded = true
    end?.()
  }
}

function startWorker(job: PasteJob, hear: (reply: PasteReply) => void, fail: () => void): EndPasteJob {
  const worker = new Worker(new URL('./paste-worker.ts', import.meta.url), { type: 'module' })
  const end = () => {
    clearTimeout(timer)
    worker.terminate()
  }
  const giveUp = () => {
    end()
    fail()
  }
  const timer = setTimeout(giveUp, timeLimitMs)
  worker.addEventListener('message', ({ data }: MessageEvent<PasteReply>) => {
    if (data.is === 'recognised' || data.is === 'refused') end()
    hear(data)
  })
  worker.addEventListener('error', giveUp)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's has none
  worker.postMessage(job)
  return end
}

function doHere(job: PasteJob, hear: (reply: PasteReply) => void): EndPasteJob {
  let isEnded = false
  void import('./paste-job.ts').then(({ runPasteJob }) => runPasteJob(job, (reply) => isEnded || hear(reply)))
  return () => {
    isEnded = true
  }
}

/** Entry of the worker in which a paste is read and planned: one job, then the page ends it. */
import { runPasteJob } from './paste-job.ts'
import type { PasteJob } from './paste-messages.ts'

self.addEventListener('message', ({ data }: MessageEvent<PasteJob>) =>
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's has none
  runPasteJob(data, (reply) => self.postMessage(reply)),
)

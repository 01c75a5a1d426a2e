/**
 * The progress of a copy of the workspace in percent: first SQLite writes, which the growing file tells, then every row is
 * read back. Half and half is about right for both time and expectation.
 */
import { statSync } from 'node:fs'
import type { Following } from '../../store/worker/store-worker.ts'
import type { Job } from '../door/jobs.ts'

export interface CopyWords {
  /** The file that is copied, where its size tells how much there is to write. */
  file?: string
  copying?: string
  checking?: string
}

export function toPercent(
  job: Job,
  { file, copying = '正在写出副本', checking = '正在逐项核对' }: CopyWords,
): Following {
  const bytes = file === undefined ? 0 : (statSync(file, { throwIfNoEntry: false })?.size ?? 0)
  // a restore tells nothing until its copy is checked; a backup may wait for the one before it
  job.progress(0, 100, file === undefined ? copying : '正在准备（若正在自动备份，先等它做完）')
  return {
    signal: job.signal,
    onWritten(written) {
      const part = Math.min(1, written / Math.max(1, bytes))
      job.progress(Math.floor(part * 50), 100, part < 1 ? copying : checking)
    },
    onProgress: (done, total) => job.progress(50 + Math.floor((done / Math.max(1, total)) * 50), 100, checking),
  }
}

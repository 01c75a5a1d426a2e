/** Files → what was read from each, in order; a file that cannot be read is reported and the others go on. */
import type { ReadFile } from '../../shared/ipc/types.ts'
import type { Documents } from './documents.ts'
import type { WaitingFile } from './file-tokens.ts'
import type { Job } from './jobs.ts'

export async function readFiles(documents: Documents, files: readonly WaitingFile[], job: Job): Promise<ReadFile[]> {
  const read: ReadFile[] = []
  for (const [index, file] of files.entries()) {
    job.signal.throwIfAborted()
    job.progress(index, files.length, file.name)
    read.push(file.error ? { file: file.name, error: file.error, tables: [] } : await documents.read(file, job.signal))
  }
  job.progress(files.length, files.length, '')
  return read
}

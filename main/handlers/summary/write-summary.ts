/** The roll-up as a file: the department's table in a folder of the person's choice, never over a file that is there. */
import { mkdir } from 'node:fs/promises'
import { takenNames, writeNumbered } from '../../documents/numbered-file.ts'
import { localTime } from '../../store/backup/local-time.ts'
import type { HandlerContext } from '../door/context.ts'
import type { Job } from '../door/jobs.ts'
import type { SummaryTable } from './read-summary.ts'

export interface SummaryOrder {
  format: 'xlsx' | 'docx'
  folder: string
  job: Job
  /** What a writer could not do as it stands. */
  onProblem: (problem: { message: string }) => void
}

export async function writeSummary(
  { documents, now }: Pick<HandlerContext, 'documents' | 'now'>,
  { layout }: SummaryTable,
  { format, folder, job, onProblem }: SummaryOrder,
): Promise<{ path: string; bytes: number }> {
  const { title } = layout
  const volume = { title, contents: false, createdAt: localTime(now()), signal: job.signal, onProblem }
  const bytes = await documents.write(format, [layout], volume)
  await mkdir(folder, { recursive: true })
  const path = await writeNumbered(folder, await takenNames(folder), title, format, bytes)
  return { path, bytes: bytes.length }
}

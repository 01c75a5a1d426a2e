/** One export from the first to the last file: what is to be written, where it goes, and what could not be. The page's and the command line's. */
import { localTime } from '../../store/backup/local-time.ts'
import { Refusal } from '../door/refusal.ts'
import { planForms, writePlanned } from './write-forms.ts'
import type { HandlerContext } from '../door/context.ts'
import type { Destination } from '../door/host.ts'
import type { Job } from '../door/jobs.ts'
import type { ExportFormat, FormEntries, Written } from './write-forms.ts'

export interface ExportOrder {
  format: ExportFormat
  /** All tables in one file. */
  single: boolean
  job: Job
  /** Where files of these names go; null: the person gave up. Asked only when there is something to write. */
  choose: (names: string[]) => Promise<Destination | null>
}

export interface Exported extends Written {
  destination: Destination
}

/** Throws `export-nothing` with the reason of the first table that is left out. */
export async function runExport(
  { documents, templates, now }: Pick<HandlerContext, 'documents' | 'templates' | 'now'>,
  entries: FormEntries,
  { format, single, job, choose }: ExportOrder,
): Promise<Exported | null> {
  const plan = { format, single, createdAt: localTime(now()), templates }
  const { files, problems } = planForms(entries, plan)
  if (files.length === 0) throw new NothingToExport(problems)
  const destination = await choose(files.map(({ name }) => name))
  if (!destination) return null
  const { folder, fileName } = destination
  const done = await writePlanned(documents, files, folder, job, fileName)
  return { ...done, problems: [...problems, ...done.problems], destination }
}

export class NothingToExport extends Refusal {
  readonly problems: Written['problems']

  constructor(problems: Written['problems']) {
    super('export-nothing', `没有可以导出的表：${problems[0]?.message ?? '所选的项目都不在了。'}`)
    this.problems = problems
  }
}

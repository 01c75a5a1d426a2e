/** Exporting and printing projects of the workspace. */
import { groupTables } from '../../../shared/layout/tables.ts'
import { localTime } from '../../store/backup/local-time.ts'
import { Refusal } from '../door/refusal.ts'
import { runExport } from './run-export.ts'
import { volumeTitle } from './table-name.ts'
import { selectedProjects, wholeTables } from './whole-tables.ts'
import type { HandlerContext } from '../door/context.ts'
import type { Handlers } from '../door/dispatch.ts'

type Names = 'export.plan' | 'export.run' | 'download.ticket' | 'print.run' | 'job.cancel'

/** A dialog of the system is asked with all of them at once. */
const mostPrinted = 1000

export function exportHandlers(context: HandlerContext): Pick<Handlers, Names> {
  const { templates, documents, host, jobs, now } = context
  return {
    'export.plan': ({ ids }) => {
      const { entries, notes } = wholeTables(context, ids)
      return { tables: groupTables(entries, templates.find).length, notes }
    },
    'export.run': ({ ids, format, single, job: jobId }) =>
      jobs.run(jobId, async (job) => {
        const selected = format === 'json' ? selectedProjects(context, ids) : wholeTables(context, ids)
        const choose = (names: string[]) => host.chooseDestination(names)
        const done = await runExport(context, selected, { format, single, job, choose })
        if (!done) return null
        const { place, downloads } = await host.deliver(done.destination, done.paths)
        return { written: done.written, place, downloads, notes: selected.notes, problems: done.problems }
      }),
    'download.ticket': ({ token }) => {
      const url = host.ticket(token)
      if (url === null) throw new Refusal('not-found', '要下载的文件已不再保留：请重新导出。')
      return { url }
    },
    'print.run': async ({ ids }) => {
      const { entries, load } = wholeTables(context, ids)
      const planned = groupTables(entries, templates.find)
      if (planned.length > mostPrinted) {
        throw new Refusal(
          'print-too-many',
          `一次最多打印 ${mostPrinted} 张表，所选的有 ${planned.length} 张：请分几次，或导出 PDF 后打印。`,
        )
      }
      const problems: { message: string }[] = []
      const tables = planned.flatMap(({ template, sources }) => {
        const loaded = load(sources)
        problems.push(...loaded.problems)
        return loaded.records.length > 0 ? [{ template, records: loaded.records }] : []
      })
      if (tables.length === 0) {
        throw new Refusal('print-nothing', `没有可以打印的表：${problems[0]?.message ?? '所选项目的表样都不认识。'}`)
      }
      const options = { title: volumeTitle(entries, templates), contents: false, createdAt: localTime(now()) }
      // one dialog for each orientation of the paper: a printer is told one for all sheets
      for (const orientation of ['portrait', 'landscape'] as const) {
        const part = tables.filter(({ template }) => template.page.orientation === orientation)
        if (part.length > 0 && !(await host.print(() => documents.write('html', part, options), orientation))) {
          return { printed: false }
        }
      }
      return { printed: true }
    },
    'job.cancel': ({ job }) => ({ cancelled: jobs.cancel(job) }),
  }
}

/** Exporting and printing projects of the workspace. */
import { readdirSync } from 'node:fs'
import { groupTables } from '../../shared/layout/tables.ts'
import { findTemplate } from '../../shared/templates/index.ts'
import { Refusal } from './refusal.ts'
import { volumeTitle } from './table-name.ts'
import { selectedRecords, wholeTables } from './whole-tables.ts'
import { planForms, writePlanned } from './write-forms.ts'
import type { HandlerContext } from './context.ts'
import type { Handlers } from './dispatch.ts'

type Names = 'export.plan' | 'export.run' | 'download.ticket' | 'print.run' | 'job.cancel'

export function exportHandlers(context: HandlerContext): Pick<Handlers, Names> {
  const { store, documents, host, jobs, now } = context
  return {
    'export.plan': async ({ ids }) => {
      const { entries, notes } = await wholeTables(store, ids)
      return { tables: groupTables(entries, findTemplate).length, notes }
    },
    'export.run': ({ ids, format, single, job: jobId }) =>
      jobs.run(jobId, async (job) => {
        const { entries, notes } =
          format === 'json' ? { entries: await selectedRecords(store, ids), notes: [] } : await wholeTables(store, ids)
        const { files, problems } = planForms(entries, { format, single, createdAt: now() })
        if (files.length === 0) {
          throw new Refusal('export-nothing', `没有可以导出的表：${problems[0]?.message ?? '所选的项目都不在了。'}`)
        }
        const destination = await host.chooseDestination(files.map(({ name }) => name))
        if (!destination) return null
        const { folder, fileName } = destination
        const names = { existing: readdirSync(folder), fileName }
        const { paths, written, problems: failed } = await writePlanned(documents, files, folder, job, names)
        const { place, downloads } = await host.deliver(destination, paths)
        return { written, place, downloads, notes, problems: [...problems, ...failed] }
      }),
    'download.ticket': ({ token }) => {
      const url = host.ticket(token)
      if (url === null) throw new Refusal('not-found', '要下载的文件已不再保留：请重新导出。')
      return { url }
    },
    'print.run': async ({ ids }) => {
      const { entries } = await wholeTables(store, ids)
      const tables = groupTables(entries, findTemplate).map(({ template, records }) => ({ template, records }))
      if (tables.length === 0) throw new Refusal('print-nothing', '没有可以打印的表：所选项目的表样都不认识。')
      const options = { title: volumeTitle(entries), contents: false, createdAt: now() }
      return { printed: await host.print(() => documents.write('html', tables, options)) }
    },
    'job.cancel': ({ job }) => ({ cancelled: jobs.cancel(job) }),
  }
}

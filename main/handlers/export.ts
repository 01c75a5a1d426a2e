/** Exporting and printing projects of the workspace. */
import { readdirSync } from 'node:fs'
import { build } from '../../shared/layout/build.ts'
import { groupTables } from '../../shared/layout/tables.ts'
import { findTemplate } from '../../shared/templates/index.ts'
import { shownTemplate } from './checked-record.ts'
import { Refusal } from './refusal.ts'
import { volumeTitle } from './table-name.ts'
import { planForms, writePlanned } from './write-forms.ts'
import type { FormRecord } from '../../shared/model/project.ts'
import type { HandlerContext } from './context.ts'
import type { Handlers } from './dispatch.ts'

type Names = 'export.run' | 'print.run' | 'job.cancel'

export function exportHandlers(context: HandlerContext): Pick<Handlers, Names> {
  const { store, documents, host, jobs, now } = context
  const readAll = (ids: readonly string[]): FormRecord[] =>
    ids.map((id) => {
      const { template, record } = store.projects.read(id)
      return { template: shownTemplate(template).id, record }
    })

  return {
    'export.run': ({ ids, format, single, job: jobId }) =>
      jobs.run(jobId, async (job) => {
        const { files, problems } = planForms(documents, readAll(ids), { format, single, createdAt: now() })
        if (files.length === 0) {
          throw new Refusal('export-nothing', `没有可以导出的表：${problems[0]?.message ?? '所选的项目都不在了。'}`)
        }
        const destination = await host.chooseDestination(files.map(({ name }) => name))
        if (!destination) return null
        const { folder, fileName } = destination
        const { paths, written } = await writePlanned(files, folder, job, { existing: readdirSync(folder), fileName })
        const { place, downloads } = await host.deliver(destination, paths)
        return { written, place, downloads, problems }
      }),
    'print.run': async ({ ids }) => {
      const entries = readAll(ids)
      const layouts = groupTables(entries, findTemplate).map(({ template, records }) => build(template, records))
      if (layouts.length === 0) throw new Refusal('print-nothing', '没有可以打印的表：所选项目的表样都不认识。')
      return { printed: await host.print(documents.toHtml(layouts, { title: volumeTitle(entries), contents: false })) }
    },
    'job.cancel': ({ job }) => ({ cancelled: jobs.cancel(job) }),
  }
}

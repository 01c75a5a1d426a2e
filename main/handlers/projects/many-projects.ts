/** What can be done to any number of projects at once: copy, another form, check, recycle bin. In slices (in-slices.ts). */
import { knownTemplate } from './checked-record.ts'
import { withFindings } from './findings.ts'
import { inSlices, isOneSlice } from './in-slices.ts'
import { Refusal } from '../door/refusal.ts'
import type { DamagedProject, LeftOut } from '../../../shared/ipc/projects.ts'
import type { Severity } from '../../../shared/model/problem.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import type { TemplateRegistry } from '../../../shared/templates/registry.ts'
import type { Store } from '../../store/store.ts'
import type { HandlerContext } from '../door/context.ts'
import type { Handlers } from '../door/dispatch.ts'

type Verb = 'duplicate' | 'changeTemplate' | 'check' | 'remove' | 'restore' | 'purge'

/** A longer list costs more than reading everything anew. */
const idsTold = 1000

export function manyProjectsHandlers({
  store,
  templates,
  host,
  jobs,
}: HandlerContext): Pick<Handlers, `projects.${Verb}`> {
  const changed = (ids: string[]): void => {
    if (ids.length > 0) host.emit('store.changed', { ids: ids.length > idsTold ? [] : ids })
  }
  const living = (ids: string[]) => {
    const { whole, damaged } = store.projects.readEach(ids)
    return { projects: whole.filter(({ deletedAt }) => deletedAt === null), damaged }
  }

  return {
    'projects.duplicate': ({ ids, year, job: jobId }) =>
      jobs.run(jobId, async (job) => {
        const slices = await inSlices(ids, job, {
          work(slice) {
            const { whole, damaged } = store.projects.readEach(slice)
            const copies = whole.map(({ template, record, deletedAt }) => {
              if (deletedAt !== null) throw new Refusal('not-found', '回收站里的项目不能复制：请先恢复它。')
              return withFindings(templates, { template, record: toYear(record, year) }) // notes are of the table they were written for
            })
            const { added } = store.projects.save({ changes: [], added: copies, removed: [], reason: '复制' })
            return { added: added.map(({ id }) => id), damaged }
          },
          undo({ added }) {
            store.projects.remove(added)
            store.projects.purge(added)
          },
        })
        const newIds = slices.flatMap(({ added }) => added)
        changed(newIds)
        return { ids: newIds, ...leftOut(slices) }
      }),
    'projects.changeTemplate': ({ ids, template, job: jobId }) =>
      jobs.run(jobId, async (job) => {
        const { defaults } = knownTemplate(templates, template)
        const slices = await inSlices(ids, job, {
          work(slice) {
            const { projects, damaged } = living(slice)
            const others = projects.filter((project) => project.template !== template)
            const changes = others.map(({ id, version, record, notes }) => {
              const unit = record.funding.unit || defaults.currencyUnit
              const fitting =
                unit === record.funding.unit ? record : { ...record, funding: { ...record.funding, unit } }
              return { id, version, ...withFindings(templates, { template, record: fitting, notes }) }
            })
            const { saved } = store.projects.save({ changes, added: [], removed: [], reason: '换表样' })
            const before = saved.map(({ id, version }, index) => ({
              id,
              version,
              template: others[index]?.template ?? '',
            }))
            return { before, damaged }
          },
          undo: ({ before }) => changeBack(store, templates, before),
        })
        const changedIds = slices.flatMap(({ before }) => before.map(({ id }) => id))
        changed(changedIds)
        return { count: changedIds.length, ...leftOut(slices) }
      }),
    'projects.check': ({ ids, job: jobId }) =>
      jobs.run(jobId, async (job) => {
        const slices = await inSlices(ids, job, {
          work(slice) {
            const { projects, damaged } = living(slice)
            const changes = projects.map(({ id, version, template, record, notes }) => {
              const { findings } = withFindings(templates, { template, record, notes })
              return { id, version, record, findings } // an unchanged record is no new version
            })
            store.projects.save({ changes, added: [], removed: [], reason: '检查' })
            return { ids: changes.map(({ id }) => id), findings: changes.map(({ findings }) => findings), damaged }
          },
        })
        const checked = slices.flatMap((slice) => slice.ids)
        const findings = slices.flatMap((slice) => slice.findings)
        changed(checked)
        const sum = (severity: Severity) => findings.reduce((total, counts) => total + counts[severity], 0)
        return {
          checked: checked.length,
          findings: { error: sum('error'), warning: sum('warning'), hint: sum('hint') },
          ...leftOut(slices),
        }
      }),
    'projects.remove': ({ ids, job: jobId }) =>
      jobs.run(jobId, async (job) => {
        const before = deletedBefore(store, ids)
        const counts = await inSlices(ids, job, {
          work: (slice) => ({ slice, count: store.projects.remove(slice) }),
          undo: ({ slice }) => store.projects.restore(slice.filter((id) => !before.has(id))),
        })
        return told(counts, changed)
      }),
    'projects.restore': ({ ids, job: jobId }) =>
      jobs.run(jobId, async (job) => {
        const before = deletedBefore(store, ids)
        const counts = await inSlices(ids, job, {
          work: (slice) => ({ slice, count: store.projects.restore(slice) }),
          undo: ({ slice }) => store.projects.remove(slice.filter((id) => before.has(id))),
        })
        return told(counts, changed)
      }),
    /** What is gone cannot be taken back: known as a whole before it begins, and not stopped once it has. */
    'projects.purge': ({ ids, job: jobId }) =>
      jobs.run(jobId, async (job) => {
        refuseUnknown(store, ids)
        const counts = await inSlices(
          ids,
          { ...job, signal: new AbortController().signal },
          { work: (slice) => ({ slice, count: store.projects.purge(slice) }) },
        )
        return told(counts, changed)
      }),
  }
}

interface Counted {
  slice: string[]
  count: number
}

function told(counts: readonly Counted[], changed: (ids: string[]) => void): { count: number } {
  const count = counts.reduce((total, one) => total + one.count, 0)
  if (count > 0) changed(counts.flatMap(({ slice }) => slice))
  return { count }
}

/** Which of all projects were in the recycle bin before; of one slice, which is undone by itself, nobody asks. */
const deletedBefore = (store: Store, ids: readonly string[]): Set<string> =>
  new Set(isOneSlice(ids) ? [] : store.projects.list({ deleted: true }).map(({ id }) => id))

function refuseUnknown(store: Store, ids: readonly string[]): void {
  if (isOneSlice(ids)) return
  const lists = [true, false].map((deleted) => store.projects.list({ deleted }))
  const known = new Set(lists.flat().map(({ id }) => id))
  const unknown = ids.find((id) => !known.has(id))
  if (unknown !== undefined) store.projects.read(unknown) // throws that it is not there
}

/** Every project to its form of before, with the content that the version before has. */
function changeBack(
  store: Store,
  templates: TemplateRegistry,
  before: { id: string; version: number; template: string }[],
): void {
  const changes = before.map(({ id, version, template }) => {
    const { record, notes } = store.versions.read(id, version - 1)
    return { id, version, ...withFindings(templates, { template, record, notes }) }
  })
  store.projects.save({ changes, added: [], removed: [], reason: '停止换表样' })
}

function leftOut(slices: readonly { damaged: DamagedProject[] }[]): LeftOut {
  const damaged = slices.flatMap((slice) => slice.damaged)
  return damaged.length > 0 ? { damaged } : {}
}

/** A copy for another year; '' keeps the year. A form that prints no year keeps ''. */
function toYear(record: ProjectRecord, year: string): ProjectRecord {
  return year === '' || record.year === '' ? record : { ...record, year }
}

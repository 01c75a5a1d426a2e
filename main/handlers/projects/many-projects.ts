/** What can be done to any number of projects at once: check, recycle bin. In slices (in-slices.ts). Changes of them: change-many.ts. */
import { inSlices, isOneSlice } from './in-slices.ts'
import { withFindings } from './findings.ts'
import { originOf } from '../../../shared/model/origin.ts'
import type { DamagedProject, LeftOut } from '../../../shared/model/stored/projects.ts'
import type { Severity } from '../../../shared/model/problem.ts'
import type { Store } from '../../store/store.ts'
import type { HandlerContext } from '../door/context.ts'
import type { Handlers } from '../door/dispatch.ts'

type Verb = 'check' | 'remove' | 'restore' | 'purge'

/** A longer list costs more than reading everything anew. */
export const idsTold = 1000

export function manyProjectsHandlers({
  store,
  templates,
  host,
  jobs,
}: HandlerContext): Pick<Handlers, `projects.${Verb}`> {
  const changed = (ids: string[]): void => {
    if (ids.length > 0) host.emit('store.changed', { ids: ids.length > idsTold ? [] : ids })
  }

  return {
    'projects.check': ({ ids, job: jobId }) =>
      jobs.run(jobId, async (job) => {
        const slices = await inSlices(ids, job, {
          work(slice) {
            const { projects, damaged } = livingOf(store, slice)
            const changes = projects.map(({ id, version, template, record, notes }) => {
              const { findings } = withFindings(templates, { template, record, notes })
              return { id, version, record, findings } // an unchanged record is no new version
            })
            store.projects.save({ changes, added: [], removed: [], origin: originOf('typed') })
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

export function livingOf(store: Store, ids: readonly string[]) {
  const { whole, damaged } = store.projects.readEach(ids)
  return { projects: whole.filter(({ deletedAt }) => deletedAt === null), damaged }
}

export function leftOut(slices: readonly { damaged: DamagedProject[] }[]): LeftOut {
  const damaged = slices.flatMap((slice) => slice.damaged)
  return damaged.length > 0 ? { damaged } : {}
}

/**
 * Taking back a step that made or changed many projects: what was changed has again the content, form and year of the version
 * before, what came new goes into the recycle bin. All or nothing; refused where somebody has gone on working since.
 */
import { Refusal } from '../door/refusal.ts'
import { inSlices } from './in-slices.ts'
import { withFindings } from './findings.ts'
import { kindName, originOf } from '../../../shared/model/origin.ts'
import type { Undo } from '../../../shared/ipc/undo.ts'
import type { Job } from '../door/jobs.ts'
import type { HandlerContext } from '../door/context.ts'
import type { Handlers } from '../door/dispatch.ts'
import type { ChangedProject } from '../../store/projects/save-projects.ts'
import type { Store } from '../../store/store.ts'

export function undoHandlers(context: HandlerContext): Pick<Handlers, 'projects.undo'> {
  const { host, jobs } = context
  return {
    'projects.undo': ({ job: jobId, ...undo }) =>
      jobs.run(jobId, async (job) => {
        const ids = await undoStep(context, undo, job)
        if (ids.length > 0) host.emit('store.changed', { ids })
        return { count: ids.length, ids }
      }),
  }
}

/** What a step is taken back with. */
export type UndoContext = Pick<HandlerContext, 'store' | 'templates'>

/** Answers the ids. */
export async function undoStep(context: UndoContext, { updated, added }: Undo, job: Job): Promise<string[]> {
  const { store } = context
  const versions = new Map(updated.map(({ id, version }) => [id, version]))
  const made = new Set(added)
  refuseChanged(store, updated)
  const slices = await inSlices([...versions.keys(), ...made], job, {
    work(slice) {
      const own = slice.flatMap((id) => {
        const version = versions.get(id)
        return version === undefined ? [] : [{ id, version }]
      })
      const removed = slice.filter((id) => made.has(id))
      const { saved } = store.projects.save({
        changes: versionsBefore(context, own),
        added: [],
        removed,
        origin: originOf('undone'),
      })
      return { updated: saved.map(({ id, version }) => ({ id, version })), added: removed }
    },
    undo(done) {
      store.projects.save({
        changes: versionsBefore(context, done.updated),
        added: [],
        removed: [],
        origin: originOf('undone'),
      })
      store.projects.restore(done.added)
    },
  })
  return slices.flatMap((slice) => [...slice.updated.map(({ id }) => id), ...slice.added])
}

/** What each was in the version before the named one. */
export function versionsBefore({ store, templates }: UndoContext, updated: Undo['updated']): ChangedProject[] {
  return updated.map(({ id, version }) => {
    const [present] = store.versions.list(id)
    const { record, notes, template, fiscalYear } = store.versions.read(id, version - 1)
    const origin = originOf('undone', { note: present ? `撤销${kindName(present.origin)}` : '' })
    return { id, version, fiscalYear, origin, ...withFindings(templates, { template, record, notes }) }
  })
}

function refuseChanged(store: Store, updated: Undo['updated']): void {
  const versions = new Map(updated.map(({ id, version }) => [id, version]))
  for (const { id } of updated) {
    const { version, record } = store.projects.read(id)
    if (version === versions.get(id)) continue
    const name = record.project.name || '未命名项目'
    throw new Refusal('conflict', `“${name}”后来又改过，没有撤销：可在它的“历史”里恢复以前的内容。`)
  }
}

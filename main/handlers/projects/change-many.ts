/** Changes of many projects at once that can be taken back in one step: a copy, another form, another year. In slices (in-slices.ts). */
import { originOf } from '../../../shared/model/origin.ts'
import { knownTemplate } from './checked-record.ts'
import { inSlices } from './in-slices.ts'
import { idsTold, leftOut, livingOf } from './many-projects.ts'
import { versionsBefore } from './undo.ts'
import type { UndoContext } from './undo.ts'
import { withFindings } from './findings.ts'
import { Refusal } from '../door/refusal.ts'
import type { DamagedProject } from '../../../shared/model/stored/projects.ts'
import type { Undo } from '../../../shared/ipc/undo.ts'
import type { OriginKind } from '../../../shared/model/origin.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import type { ChangedProject } from '../../store/projects/save-projects.ts'
import type { StoredProject } from '../../store/projects/project-row.ts'
import type { HandlerContext } from '../door/context.ts'
import type { Handlers } from '../door/dispatch.ts'

type Verb = 'duplicate' | 'changeTemplate' | 'setYear'

export function changeManyHandlers({
  store,
  templates,
  host,
  jobs,
}: HandlerContext): Pick<Handlers, `projects.${Verb}`> {
  const told = <T extends { undo: Undo; damaged: DamagedProject[] }>(slices: readonly T[]) => {
    const undo = {
      updated: slices.flatMap((slice) => slice.undo.updated),
      added: slices.flatMap((slice) => slice.undo.added),
    }
    const ids = [...undo.updated.map(({ id }) => id), ...undo.added]
    if (ids.length > 0) host.emit('store.changed', { ids: ids.length > idsTold ? [] : ids })
    return { ids, undo, ...leftOut(slices) }
  }
  const printsYear = (template: string): boolean => templates.find(template)?.defaults.printsYear ?? false
  /** `change`: null for what is so already. */
  const changeEach = (
    ids: readonly string[],
    jobId: string | undefined,
    kind: OriginKind,
    change: (project: StoredProject) => (Omit<ChangedProject, 'findings'> & { template: string }) | null,
  ) =>
    jobs.run(jobId, async (job) => {
      const slices = await inSlices(ids, job, {
        work(slice) {
          const { projects, damaged } = livingOf(store, slice)
          const changes = projects.flatMap((project) => {
            const changed = change(project)
            return changed
              ? [
                  {
                    ...changed,
                    ...withFindings(templates, {
                      template: changed.template,
                      record: changed.record,
                      notes: project.notes,
                    }),
                  },
                ]
              : []
          })
          const { saved } = store.projects.save({ changes, added: [], removed: [], origin: originOf(kind) })
          return { undo: { updated: saved.map(({ id, version }) => ({ id, version })), added: [] }, damaged }
        },
        undo: ({ undo }) => changeBack({ store, templates }, undo),
      })
      const { ids: changed, ...others } = told(slices)
      return { count: changed.length, ids: changed, ...others }
    })

  return {
    'projects.duplicate': ({ ids, year, job: jobId }) =>
      jobs.run(jobId, async (job) => {
        const slices = await inSlices(ids, job, {
          work(slice) {
            const { whole, damaged } = store.projects.readEach(slice)
            const copies = whole.map(({ template, fiscalYear, record, deletedAt }) => {
              if (deletedAt !== null) throw new Refusal('not-found', '回收站里的项目不能复制：请先恢复它。')
              const copied = { template, record: toYear(record, year, printsYear(template)) } // notes are of the table they were written for
              return { ...withFindings(templates, copied), fiscalYear: year === '' ? fiscalYear : year }
            })
            const { added } = store.projects.save({
              changes: [],
              added: copies,
              removed: [],
              origin: originOf('copied'),
            })
            return { undo: { updated: [], added: added.map(({ id }) => id) }, damaged }
          },
          undo({ undo: { added } }) {
            store.projects.remove(added)
            store.projects.purge(added)
          },
        })
        return told(slices)
      }),
    'projects.changeTemplate': ({ ids, template, job }) => {
      const { defaults } = knownTemplate(templates, template)
      return changeEach(ids, job, 'converted', ({ id, version, template: before, fiscalYear, record }) => {
        if (before === template) return null
        const funding = { ...record.funding, unit: record.funding.unit || defaults.currencyUnit }
        const year = defaults.printsYear && record.year === '' ? fiscalYear : record.year
        return { id, version, template, fiscalYear, record: { ...record, year, funding } }
      })
    },
    'projects.setYear': ({ ids, year, job }) =>
      changeEach(ids, job, 'dated', ({ id, version, template, fiscalYear, record }) => {
        if (fiscalYear === year) return null
        const isPrinted = printsYear(template) && record.year === fiscalYear
        return { id, version, template, fiscalYear: year, record: isPrinted ? { ...record, year } : record }
      }),
  }
}

/** A copy for another year; '' keeps the year. A form that prints no year keeps what it has. */
const toYear = (record: ProjectRecord, year: string, isPrinted: boolean): ProjectRecord =>
  year === '' || (record.year === '' && !isPrinted) ? record : { ...record, year }

function changeBack(context: UndoContext, { updated }: Undo): void {
  context.store.projects.save({
    changes: versionsBefore(context, updated),
    added: [],
    removed: [],
    origin: originOf('undone'),
  })
}

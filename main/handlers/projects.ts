/** Projects: list, search, open, save, copy, recycle bin. Every change tells all pages what changed. */
import { emptyRecord } from '../../shared/model/project.ts'
import { followRows } from '../../shared/compare/follow-rows.ts'
import { checkedNotes, checkedRecord, knownTemplate, shownTemplate } from './checked-record.ts'
import { countFindings, findProblems } from './findings.ts'
import { Refusal } from './refusal.ts'
import type { Note } from '../../shared/model/note.ts'
import type { Severity } from '../../shared/model/problem.ts'
import type { ProjectRecord } from '../../shared/model/project.ts'
import type { HandlerContext } from './context.ts'
import type { Handlers } from './dispatch.ts'

type Names = Extract<keyof Handlers, `projects.${string}`>

export function projectHandlers({ store, host }: HandlerContext): Pick<Handlers, Names> {
  const changed = (ids: string[]): void => {
    if (ids.length > 0) host.emit('store.changed', { ids })
  }
  const count = (ids: string[], change: (ids: string[]) => number): { count: number } => {
    const result = { count: change(ids) }
    if (result.count > 0) changed(ids)
    return result
  }

  const living = (ids: string[]) =>
    [...new Set(ids)].map((id) => store.projects.read(id)).filter(({ deletedAt }) => deletedAt === null)

  return {
    'projects.list': ({ deleted }) => store.projects.list({ deleted }),
    'projects.search': ({ text }) => store.projects.search(text),
    'projects.open': ({ id }) => {
      const { template } = store.projects.read(id)
      const shown = shownTemplate(template)
      return { ...store.projects.open(id, shown.scope), template: shown.id }
    },
    'projects.create': ({ template, year, unitName, unitCode }) => {
      const record = emptyRecord()
      record.funding.unit = knownTemplate(template).defaults.currencyUnit
      record.year = knownTemplate(template).defaults.printsYear ? year : ''
      record.unit = { code: unitCode, name: unitName }
      const { id } = store.projects.create(withFindings({ template, record }), '新建')
      changed([id])
      return { id }
    },
    'projects.save': ({ changes, added, removed, order, reason }) => {
      const outcome = store.projects.save({
        changes: changes.map(({ id, version, record: given, notes }) => {
          const present = store.projects.read(id)
          const record = checkedRecord(given)
          const kept = notes ? checkedNotes(notes) : followRows(present.notes, present.record, record)
          const { findings } = withFindings({ template: present.template, record, notes: kept })
          return { id, version, record, notes: kept, findings }
        }),
        added: added.map(({ template, record, notes, was }) => {
          knownTemplate(template)
          const project = { template, record: checkedRecord(record), notes: checkedNotes(notes ?? []) }
          return { ...withFindings(project), ...(was !== undefined && { was }) }
        }),
        removed,
        ...(order && { order }),
        reason: reason === '' ? '编辑' : reason,
      })
      const moved = (order ?? []).filter((entry) => typeof entry === 'string')
      changed([...new Set([...[...outcome.saved, ...outcome.added].map(({ id }) => id), ...removed, ...moved])])
      return outcome
    },
    'projects.duplicate': ({ ids, year }) => {
      const copies = ids.map((id) => {
        const { template, record, deletedAt } = store.projects.read(id)
        if (deletedAt !== null) throw new Refusal('not-found', '回收站里的项目不能复制：请先恢复它。')
        return withFindings({ template, record: toYear(record, year) }) // notes are of the table they were written for
      })
      const { added } = store.projects.save({ changes: [], added: copies, removed: [], reason: '复制' })
      const newIds = added.map(({ id }) => id)
      changed(newIds)
      return { ids: newIds }
    },
    'projects.changeTemplate': ({ ids, template }) => {
      const { defaults } = knownTemplate(template)
      const others = living(ids).filter((project) => project.template !== template)
      const changes = others.map(({ id, version, record, notes }) => {
        const unit = record.funding.unit || defaults.currencyUnit
        const fitting = unit === record.funding.unit ? record : { ...record, funding: { ...record.funding, unit } }
        return { id, version, ...withFindings({ template, record: fitting, notes }) }
      })
      if (changes.length > 0) store.projects.save({ changes, added: [], removed: [], reason: '换表样' })
      changed(changes.map(({ id }) => id))
      return { count: changes.length }
    },
    'projects.check': ({ ids }) => {
      const changes = living(ids).map(({ id, version, template, record, notes }) => {
        const { findings } = withFindings({ template, record, notes })
        return { id, version, record, findings } // an unchanged record is no new version
      })
      store.projects.save({ changes, added: [], removed: [], reason: '检查' })
      changed(changes.map(({ id }) => id))
      const sum = (severity: Severity) => changes.reduce((total, { findings }) => total + findings[severity], 0)
      return {
        checked: changes.length,
        findings: { error: sum('error'), warning: sum('warning'), hint: sum('hint') },
      }
    },
    'projects.remove': ({ ids }) => count(ids, (named) => store.projects.remove(named)),
    'projects.restore': ({ ids }) => count(ids, (named) => store.projects.restore(named)),
    'projects.purge': ({ ids }) => count(ids, (named) => store.projects.purge(named)),
  }
}

/** A copy for another year; '' keeps the year. A form that prints no year keeps ''. */
function toYear(record: ProjectRecord, year: string): ProjectRecord {
  return year === '' || record.year === '' ? record : { ...record, year }
}

const withFindings = <T extends { template: string; record: ProjectRecord; notes?: Note[] }>(project: T) => ({
  ...project,
  findings: countFindings(findProblems(project.template, project.record), project.notes),
})

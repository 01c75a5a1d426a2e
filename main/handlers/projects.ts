/** Projects: list, search, open, save, copy, recycle bin. Every change tells all pages what changed. */
import { emptyRecord } from '../../shared/model/project.ts'
import { followRows } from '../../shared/compare/follow-rows.ts'
import { checkedNotes, checkedRecord, knownTemplate, shownTemplate } from './checked-record.ts'
import { countFindings, findProblems } from './findings.ts'
import { Refusal } from './refusal.ts'
import type { Note } from '../../shared/model/note.ts'
import type { Severity } from '../../shared/model/problem.ts'
import type { ProjectRecord } from '../../shared/model/project.ts'
import type { CallInput } from '../../shared/ipc/contract.ts'
import type { DamagedProject, LeftOut } from '../../shared/ipc/types.ts'
import type { Store } from '../store/store.ts'
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

  const living = (ids: string[]) => {
    const { whole, damaged } = store.projects.readEach([...new Set(ids)])
    return { living: whole.filter(({ deletedAt }) => deletedAt === null), leftOut: leftOut(damaged) }
  }

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
    'projects.save': ({ changes, added, removed, order, reason: given }) => {
      const reason = given === '' ? '编辑' : given
      const { whole, damaged } = store.projects.readEach(changes.map(({ id }) => id))
      const present = new Map(whole.map((project) => [project.id, project]))
      const outcome = store.projects.save({
        changes: changes.flatMap(({ id, version, record: sent, notes }) => {
          const project = present.get(id)
          if (!project) return []
          const record = checkedRecord(sent)
          const kept = notes ? checkedNotes(notes) : followRows(project.notes, project.record, record)
          const { findings } = withFindings({ template: project.template, record, notes: kept })
          return [{ id, version, record, notes: kept, findings }]
        }),
        added: added.map(({ template, record, notes, was }) => {
          knownTemplate(template)
          const project = { template, record: checkedRecord(record), notes: checkedNotes(notes ?? []) }
          return { ...withFindings(project), ...(was !== undefined && { was }) }
        }),
        removed,
        ...(order && { order }),
        reason,
      })
      const written = damaged.map(({ id }) => writeOver(store, changes, id, reason))
      const saved = changes.flatMap(({ id }) => [...outcome.saved, ...written].find((one) => one.id === id) ?? [])
      const moved = (order ?? []).filter((entry) => typeof entry === 'string')
      changed([...new Set([...[...saved, ...outcome.added].map(({ id }) => id), ...removed, ...moved])])
      return { saved, added: outcome.added }
    },
    'projects.duplicate': ({ ids, year }) => {
      const { whole, damaged } = store.projects.readEach(ids)
      const copies = whole.map(({ template, record, deletedAt }) => {
        if (deletedAt !== null) throw new Refusal('not-found', '回收站里的项目不能复制：请先恢复它。')
        return withFindings({ template, record: toYear(record, year) }) // notes are of the table they were written for
      })
      const { added } = store.projects.save({ changes: [], added: copies, removed: [], reason: '复制' })
      const newIds = added.map(({ id }) => id)
      changed(newIds)
      return { ids: newIds, ...leftOut(damaged) }
    },
    'projects.changeTemplate': ({ ids, template }) => {
      const { defaults } = knownTemplate(template)
      const { living: projects, leftOut: rest } = living(ids)
      const others = projects.filter((project) => project.template !== template)
      const changes = others.map(({ id, version, record, notes }) => {
        const unit = record.funding.unit || defaults.currencyUnit
        const fitting = unit === record.funding.unit ? record : { ...record, funding: { ...record.funding, unit } }
        return { id, version, ...withFindings({ template, record: fitting, notes }) }
      })
      if (changes.length > 0) store.projects.save({ changes, added: [], removed: [], reason: '换表样' })
      changed(changes.map(({ id }) => id))
      return { count: changes.length, ...rest }
    },
    'projects.check': ({ ids }) => {
      const { living: projects, leftOut: rest } = living(ids)
      const changes = projects.map(({ id, version, template, record, notes }) => {
        const { findings } = withFindings({ template, record, notes })
        return { id, version, record, findings } // an unchanged record is no new version
      })
      store.projects.save({ changes, added: [], removed: [], reason: '检查' })
      changed(changes.map(({ id }) => id))
      const sum = (severity: Severity) => changes.reduce((total, { findings }) => total + findings[severity], 0)
      return {
        checked: changes.length,
        findings: { error: sum('error'), warning: sum('warning'), hint: sum('hint') },
        ...rest,
      }
    },
    'projects.look': ({ id }) => store.damage.look(id),
    'projects.mend': ({ id, version }) => {
      const look = store.damage.look(id)
      if (version === null && look.record === null) {
        throw new Refusal(
          'project-damaged',
          '这个项目已经什么都读不出来：请选它的一个历史版本，或者在“备份”中选一份恢复。',
        )
      }
      const { record, notes } =
        version === null ? { record: look.record, notes: look.notes } : store.damage.readVersion(id, version)
      const reason = version === null ? '损坏后采用还能读出的内容' : '损坏后恢复到历史版本'
      const content = { record: checkedRecord(record), notes: checkedNotes(notes) }
      store.damage.write(id, { ...withFindings({ template: look.template, ...content }), reason })
      changed([id])
      return { mended: true }
    },
    'projects.remove': ({ ids }) => count(ids, (named) => store.projects.remove(named)),
    'projects.restore': ({ ids }) => count(ids, (named) => store.projects.restore(named)),
    'projects.purge': ({ ids }) => count(ids, (named) => store.projects.purge(named)),
  }
}

const leftOut = (damaged: DamagedProject[]): LeftOut => (damaged.length > 0 ? { damaged } : {})

/**
 * A page saves a project whose row has been damaged since it read it: the page has the contents that were whole, and they are
 * written over the damage. Throws `project-damaged` when somebody else had changed it in the meantime.
 */
function writeOver(store: Store, changes: CallInput<'projects.save'>['changes'], id: string, reason: string) {
  const change = changes.find((one) => one.id === id)
  const { template, notes: read } = store.damage.look(id)
  if (!change || change.version !== store.damage.lastVersion(id)) return store.projects.read(id) // throws, naming it
  const content = { record: checkedRecord(change.record), notes: change.notes ? checkedNotes(change.notes) : read }
  return store.damage.write(id, { ...withFindings({ template, ...content }), reason })
}

/** A copy for another year; '' keeps the year. A form that prints no year keeps ''. */
function toYear(record: ProjectRecord, year: string): ProjectRecord {
  return year === '' || record.year === '' ? record : { ...record, year }
}

const withFindings = <T extends { template: string; record: ProjectRecord; notes?: Note[] }>(project: T) => ({
  ...project,
  findings: countFindings(findProblems(project.template, project.record), project.notes),
})

/** Projects: list, search, open, save, and what is damaged in one. Every change tells all pages what changed. Of many: many-projects.ts. */
import { emptyRecord } from '../../../shared/model/project.ts'
import { followRows } from '../../../shared/compare/follow-rows.ts'
import { checkedNotes, checkedRecord, knownTemplate, shownTemplate } from './checked-record.ts'
import { withFindings } from './findings.ts'
import { originOf } from '../../../shared/model/origin.ts'
import { Refusal } from '../door/refusal.ts'
import type { Origin } from '../../../shared/model/origin.ts'
import type { CallInput } from '../../../shared/ipc/contract.ts'
import type { HandlerContext } from '../door/context.ts'
import type { Handlers } from '../door/dispatch.ts'

type Verb = 'list' | 'search' | 'open' | 'create' | 'save' | 'look' | 'mend'

export function projectHandlers({ store, templates, host }: HandlerContext): Pick<Handlers, `projects.${Verb}`> {
  const changed = (ids: string[]): void => {
    if (ids.length > 0) host.emit('store.changed', { ids })
  }

  return {
    'projects.list': ({ deleted }) => store.projects.list({ deleted }),
    'projects.search': ({ text }) => store.projects.search(text),
    'projects.open': ({ id }) => {
      const { template } = store.projects.read(id)
      const shown = shownTemplate(templates, template)
      return { ...store.projects.open(id, shown.scope), template: shown.id }
    },
    'projects.create': ({ template, year, unitName, unitCode }) => {
      const record = emptyRecord()
      record.funding.unit = knownTemplate(templates, template).defaults.currencyUnit
      record.year = knownTemplate(templates, template).defaults.printsYear ? year : ''
      record.unit = { code: unitCode, name: unitName }
      const { id } = store.projects.create(
        { ...withFindings(templates, { template, record }), fiscalYear: year },
        originOf('created'),
      )
      changed([id])
      return { id }
    },
    'projects.save': ({ changes, added, removed, order, reason: given }) => {
      const origin = originOf('typed', { note: given })
      const { whole, damaged } = store.projects.readEach(changes.map(({ id }) => id))
      const present = new Map(whole.map((project) => [project.id, project]))
      const outcome = store.projects.save({
        changes: changes.flatMap(({ id, version, record: sent, notes }) => {
          const project = present.get(id)
          if (!project) return []
          const record = checkedRecord(sent)
          const kept = notes ? checkedNotes(notes) : followRows(project.notes, project.record, record)
          const { findings } = withFindings(templates, { template: project.template, record, notes: kept })
          return [{ id, version, record, notes: kept, findings }]
        }),
        added: added.map(({ template, year, record, notes, was }) => {
          knownTemplate(templates, template)
          const project = { template, record: checkedRecord(record), notes: checkedNotes(notes ?? []) }
          const beside = { ...(year !== undefined && { fiscalYear: year }), ...(was !== undefined && { was }) }
          return { ...withFindings(templates, project), ...beside }
        }),
        removed,
        ...(order && { order }),
        origin,
      })
      const written = damaged.map(({ id }) => writeOver({ store, templates }, changes, id, origin))
      const saved = changes.flatMap(({ id }) => [...outcome.saved, ...written].find((one) => one.id === id) ?? [])
      const moved = (order ?? []).filter((entry) => typeof entry === 'string')
      changed([...new Set([...[...saved, ...outcome.added].map(({ id }) => id), ...removed, ...moved])])
      return { saved, added: outcome.added }
    },
    'projects.look': ({ id }) => store.damage.look(id),
    'projects.mend': ({ id, version }) => {
      const look = store.damage.look(id)
      if (version === 0 && look.record === null) {
        throw new Refusal(
          'project-damaged',
          '这个项目已经什么都读不出来：请选它的一个历史版本，或者在“备份”中选一份恢复。',
        )
      }
      const { record, notes } =
        version === 0 ? { record: look.record, notes: look.notes } : store.damage.readVersion(id, version)
      const note = version === 0 ? '损坏后采用还能读出的内容' : '损坏后恢复到历史版本'
      const content = { record: checkedRecord(record), notes: checkedNotes(notes) }
      store.damage.write(id, {
        ...withFindings(templates, { template: look.template, ...content }),
        origin: originOf('mended', { note }),
      })
      changed([id])
      return { mended: true }
    },
  }
}

/**
 * A page saves a project whose row has been damaged since it read it: the page has the contents that were whole, and they are
 * written over the damage. Throws `project-damaged` when somebody else had changed it in the meantime.
 */
function writeOver(
  { store, templates }: Pick<HandlerContext, 'store' | 'templates'>,
  changes: CallInput<'projects.save'>['changes'],
  id: string,
  origin: Origin,
) {
  const change = changes.find((one) => one.id === id)
  const { template, notes: read } = store.damage.look(id)
  if (!change || change.version !== store.damage.lastVersion(id)) return store.projects.read(id) // throws, naming it
  const content = { record: checkedRecord(change.record), notes: change.notes ? checkedNotes(change.notes) : read }
  return store.damage.write(id, { ...withFindings(templates, { template, ...content }), origin })
}

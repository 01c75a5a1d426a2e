/** The door: exactly these calls, each with exactly its input; everything else is refused and changes nothing. */
import { describe, expect, test } from 'vitest'
import { contract } from '../../../shared/ipc/contract.ts'
import { eventNames } from '../../../shared/ipc/events.ts'
import type { CallName } from '../../../shared/ipc/contract.ts'
import { openTestWorkspace } from './test-workspace.ts'

const names = Object.keys(contract) as CallName[] // the contract's own names

test('the exposed calls and events are these and no others', () => {
  expect(names.toSorted()).toEqual([
    'app.info',
    'app.reload',
    'backup.choose',
    'backup.create',
    'backup.export',
    'backup.list',
    'backup.look',
    'backup.outside',
    'backup.restore',
    'backup.settleOutside',
    'clipboard.paste',
    'data.openFolder',
    'download.ticket',
    'entries.indicators',
    'entries.list',
    'entries.usual',
    'examples.open',
    'export.plan',
    'export.run',
    'history.read',
    'history.write',
    'import.choose',
    'import.commit',
    'import.given',
    'import.match',
    'import.read',
    'job.cancel',
    'print.run',
    'projects.changeTemplate',
    'projects.check',
    'projects.create',
    'projects.duplicate',
    'projects.list',
    'projects.look',
    'projects.mend',
    'projects.open',
    'projects.purge',
    'projects.remove',
    'projects.restore',
    'projects.save',
    'projects.search',
    'projects.setYear',
    'projects.undo',
    'settings.read',
    'settings.write',
    'summary.read',
    'units.list',
    'unsaved.copy',
    'unsaved.tell',
    'versions.list',
    'versions.read',
    'workspace.health',
    'workspace.keep',
    'years.list',
  ])
  expect(eventNames).toEqual([
    'job.progress',
    'store.changed',
    'health.changed',
    'action.run',
    'import.given',
    'unsaved.ask',
  ])
})

/** An input each call accepts (its ids need not exist). */
const good: { [Name in CallName]: object } = {
  'app.info': {},
  'app.reload': {},
  'unsaved.tell': { names: [], reason: '', entries: [] },
  'unsaved.copy': { names: ['甲'], reason: '', entries: [{ template: 'hebei-xinle-2024', record: {}, notes: [] }] },
  'projects.list': { deleted: false },
  'projects.search': { text: '道路' },
  'projects.open': { id: 'x' },
  'projects.create': { template: 'hebei-xinle-2024', year: '', unitName: '白河镇', unitCode: '' },
  'projects.save': { changes: [], added: [], removed: [], reason: '' },
  'projects.duplicate': { ids: ['x'], year: '' },
  'projects.setYear': { ids: ['x'], year: '2025' },
  'projects.changeTemplate': { ids: ['x'], template: 'hebei-xinle-2024' },
  'projects.check': { ids: ['x'] },
  'projects.remove': { ids: ['x'] },
  'projects.restore': { ids: ['x'] },
  'projects.purge': { ids: ['x'] },
  'projects.look': { id: 'x' },
  'projects.mend': { id: 'x', version: 0 },
  'versions.list': { id: 'x' },
  'versions.read': { id: 'x', version: 1 },
  'history.read': { table: 'x' },
  'history.write': { table: 'x', state: '' },
  'entries.list': { unitName: '白河镇', field: 'name', subcategory: '' },
  'entries.usual': { unitName: '白河镇' },
  'entries.indicators': { unitName: '白河镇' },
  'units.list': {},
  'years.list': {},
  'workspace.health': {},
  'workspace.keep': {},
  'settings.read': {},
  'settings.write': { key: 'zoom', value: '1' },
  'summary.read': { by: 'unit', year: '2024' },
  'import.choose': {},
  'import.read': { token: 'x' },
  'import.given': {},
  'import.match': { token: 'x', years: [{ file: 0, table: 0, year: '2025' }] },
  'import.commit': { token: 'x' },
  'projects.undo': { updated: [], added: [] },
  'examples.open': {},
  'export.plan': { ids: ['x'] },
  'export.run': { ids: ['x'], format: 'xlsx', single: false, job: 'j' },
  'download.ticket': { token: 'x' },
  'print.run': { ids: ['x'] },
  'clipboard.paste': {},
  'job.cancel': { job: 'j' },
  'backup.list': {},
  'backup.create': { job: 'a' },
  'backup.choose': {},
  'backup.look': { name: 'x' },
  'backup.restore': { source: { name: 'x' }, job: 'a' },
  'backup.export': { job: 'a' },
  'backup.outside': {},
  'backup.settleOutside': { how: 'later' },
  'data.openFolder': {},
}

const isWrong = (value: unknown, right: unknown): boolean =>
  typeof value !== typeof right ||
  value === null ||
  typeof value === 'number' ||
  (Array.isArray(value) && value.length > 0)

/** Wrong inputs made from a good one: other types, a field missing, wrong, huge, too many, foreign. */
function wrongInputs(input: Record<string, unknown>): unknown[] {
  const fields = Object.keys(input)
  const badValues = [null, 7.5, -1, [], {}, [[]], '../../etc/passwd\0', 'x'.repeat(200_001), [''], true, ['x', 5]]
  const changed = fields.flatMap((field) =>
    badValues.filter((value) => isWrong(value, input[field])).map((value) => ({ ...input, [field]: value })),
  )
  const missing = fields.map((field) => Object.fromEntries(Object.entries(input).filter(([name]) => name !== field)))
  const foreign = [
    { ...input, constructor: 1 },
    { ...input, path: '/etc/passwd' },
    JSON.parse('{"__proto__": {"admin": true}, "extra": 1}'),
  ]
  return [null, undefined, 5, 'text', [], [input], true, ...missing, ...changed, ...foreign]
}

describe('wrong input', () => {
  test.each(names)('%s', async (name) => {
    const { workspace, events } = openTestWorkspace()
    const before = workspace.store.projects.list({ deleted: false })
    const accepted: unknown[] = []
    for (const input of wrongInputs(good[name] as Record<string, unknown>)) {
      const result = await workspace.dispatch(name, input)
      if (result.ok) accepted.push(input)
      else expect(result.error.code).toBe('bad-input')
    }
    expect(accepted).toEqual([])
    expect(workspace.store.projects.list({ deleted: false })).toEqual(before)
    expect(events).toEqual([])
  })
})

test.each([
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  'projects',
  'PROJECTS.LIST',
  '',
  null,
  5,
  ['app.info'],
])('the name %j is no call', async (name) => {
  const { workspace } = openTestWorkspace()
  expect(await workspace.dispatch(name, {})).toMatchObject({ ok: false, error: { code: 'bad-input' } })
})

test('what no one foresaw is answered in plain words, without a stack, and logged', async () => {
  const { workspace, errors } = openTestWorkspace()
  workspace.store.units.list = () => {
    throw new TypeError('secret detail at /home/somebody')
  }
  const result = await workspace.dispatch('units.list', {})
  expect(result).toMatchObject({ ok: false, error: { code: 'unexpected' } })
  expect(JSON.stringify(result)).not.toContain('secret')
  expect(errors).toEqual(['units.list 没有完成'])
})

test('every message a call can give a person is Chinese', async () => {
  const { workspace } = openTestWorkspace()
  for (const name of names) {
    const result = await workspace.dispatch(name, good[name])
    if (!result.ok) expect(result.error.message).toMatch(/\p{Script=Han}{4}/u)
    if (!result.ok) expect(result.error.code).toMatch(/^(?:not-found|export-nothing|bad-input)$/)
  }
})

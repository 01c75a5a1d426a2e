import { originOfWord } from '../../../shared/model/origin.ts'
import { expect, test } from 'vitest'
import { emptyRecord } from '../../../shared/model/project.ts'
import { inventedRecord } from '../../support/invented-records.ts'
import { openTestWorkspace } from './test-workspace.ts'

const hebei = 'hebei-xinle-2024'
const guangzhou = 'guangzhou-panyu-2024'

test('a new project starts with the unit and what its form prints', async () => {
  const { value, events } = openTestWorkspace()
  const { id } = await value('projects.create', {
    template: 'xinjiang-korla-2023',
    year: '2024',
    unitName: '白河镇人民政府',
    unitCode: '712001',
  })
  const table = await value('projects.open', { id })
  expect(table.scope).toBe('project')
  expect(table.projects[0]?.record).toEqual({
    ...emptyRecord(),
    year: '2024',
    unit: { code: '712001', name: '白河镇人民政府' },
    funding: { ...emptyRecord().funding, unit: '万元' },
  })
  expect(events).toEqual([{ event: 'store.changed', payload: { ids: [id] } }])
})

test('a form that prints no year keeps none', async () => {
  const { value } = openTestWorkspace()
  const { id } = await value('projects.create', { template: hebei, year: '2024', unitName: '', unitCode: '' })
  expect((await value('projects.open', { id })).projects[0]?.record.year).toBe('')
})

test('an unknown form is refused', async () => {
  const { call } = openTestWorkspace()
  const result = await call('projects.create', { template: 'nowhere-2024', year: '', unitName: '', unitCode: '' })
  expect(result).toMatchObject({ ok: false, error: { code: 'not-found' } })
})

test('saving writes changes, additions and removals together and counts the findings', async () => {
  const { value } = openTestWorkspace()
  const record = inventedRecord(1)
  const { added } = await value('projects.save', {
    changes: [],
    added: [
      { template: hebei, record: { ...record } },
      { template: hebei, record: { ...inventedRecord(2) } },
    ],
    removed: [],
    reason: '',
  })
  const [first, second] = added
  const changedRecord = { ...record, project: { ...record.project, name: '' } }
  const outcome = await value('projects.save', {
    changes: [{ id: first?.id ?? '', version: 1, record: changedRecord }],
    added: [],
    removed: [second?.id ?? ''],
    reason: '编辑',
  })
  expect(outcome.saved).toMatchObject([{ id: first?.id, version: 2 }])
  const list = await value('projects.list', { deleted: false })
  expect(list).toHaveLength(1)
  expect(list[0]?.findings.error).toBeGreaterThan(0) // the name is missing
  expect(await value('versions.read', { id: first?.id ?? '', version: 1 })).toEqual({ record, notes: [] })
})

test('a change made from an old version is a conflict and saves nothing', async () => {
  const { value, call } = openTestWorkspace()
  const { id } = await value('projects.create', { template: hebei, year: '', unitName: '甲', unitCode: '' })
  await value('projects.save', {
    changes: [{ id, version: 1, record: { ...inventedRecord(1) } }],
    added: [],
    removed: [],
    reason: '',
  })
  const late = await call('projects.save', {
    changes: [{ id, version: 1, record: { ...inventedRecord(2) } }],
    added: [],
    removed: [],
    reason: '',
  })
  expect(late).toMatchObject({ ok: false, error: { code: 'conflict' } })
  expect((await value('projects.open', { id })).projects[0]?.record).toEqual(inventedRecord(1))
})

test.each([
  ['a number instead of a text', { ...emptyRecord(), year: 2024 }],
  ['a foreign field', { ...emptyRecord(), admin: 'yes' }],
  ['an indicator that is none', { ...emptyRecord(), indicators: ['x'] }],
  ['a prototype name in extra', JSON.parse(`{"extra": {"__proto__": "x"}}`)],
  ['a text beyond measure', { ...emptyRecord(), purpose: 'x'.repeat(100_001) }],
])('a record with %s is refused', async (_what, record: Record<string, unknown>) => {
  const { call, workspace } = openTestWorkspace()
  const result = await call('projects.save', {
    changes: [],
    added: [{ template: hebei, record }],
    removed: [],
    reason: '',
  })
  expect(result).toMatchObject({ ok: false, error: { code: 'bad-input' } })
  expect(workspace.store.projects.list({ deleted: false })).toEqual([])
})

test('a list form opens with all projects of the unit', async () => {
  const { value } = openTestWorkspace()
  const unit = { code: '', name: '云溪县公园管理中心' }
  const record = (name: string) => ({ ...emptyRecord(), unit, project: { code: '', name, leader: '' } })
  const { added } = await value('projects.save', {
    changes: [],
    added: ['绿地养护', '花展'].map((name) => ({ template: guangzhou, record: record(name) })),
    removed: [],
    reason: '',
  })
  const table = await value('projects.open', { id: added[1]?.id ?? '' })
  expect(table.scope).toBe('unit')
  expect(table.projects.map((project) => project.record.project.name)).toEqual(['绿地养护', '花展'])
})

test('copies go to another year, the recycle bin gives back', async () => {
  const { value } = openTestWorkspace()
  const { id } = await value('projects.create', {
    template: 'xinjiang-korla-2023',
    year: '2023',
    unitName: '甲',
    unitCode: '',
  })
  const { ids } = await value('projects.duplicate', { ids: [id], year: '2024' })
  expect((await value('projects.open', { id: ids[0] ?? '' })).projects[0]?.record.year).toBe('2024')
  expect(await value('projects.remove', { ids: [id] })).toEqual({ count: 1 })
  expect(await value('projects.list', { deleted: true })).toMatchObject([{ id }])
  expect(await value('projects.restore', { ids: [id] })).toEqual({ count: 1 })
  await value('projects.remove', { ids: [id] })
  expect(await value('projects.purge', { ids: [id] })).toEqual({ count: 1 })
  expect(await value('projects.list', { deleted: true })).toEqual([])
})

test('another form: the contents stay, the former version too; a project on that form already stays as it is', async () => {
  const { value, call, events } = openTestWorkspace()
  const unit = { unitName: '云溪县教育局', unitCode: '' }
  const { id } = await value('projects.create', { template: hebei, year: '', ...unit })
  const before = (await value('projects.open', { id })).projects[0]
  events.length = 0
  expect(await value('projects.changeTemplate', { ids: [id], template: guangzhou })).toEqual({
    count: 1,
    ids: [id],
    undo: { updated: [{ id, version: 2 }], added: [] },
  })
  expect(events).toEqual([{ event: 'store.changed', payload: { ids: [id] } }])
  const after = await value('projects.open', { id })
  expect(after.template).toBe(guangzhou)
  expect(after.projects[0]).toMatchObject({ version: 2, record: before?.record })
  expect(await value('versions.list', { id })).toMatchObject([
    { origin: { kind: 'converted' } },
    { origin: { kind: 'created' } },
  ])
  expect(await value('projects.changeTemplate', { ids: [id], template: guangzhou })).toMatchObject({ count: 0 })
  const unknown = await call('projects.changeTemplate', { ids: [id], template: 'nowhere-2024' })
  expect(unknown).toMatchObject({ ok: false, error: { code: 'not-found' } })
})

test('checking counts anew without a new version', async () => {
  const { value, workspace } = openTestWorkspace()
  const findings = { error: 0, warning: 0, hint: 0 } // as rules of an earlier day left them
  const { id } = workspace.store.projects.create(
    { template: hebei, record: emptyRecord(), findings },
    originOfWord('导入'),
  )
  const outcome = await value('projects.check', { ids: [id, id] })
  expect(outcome.checked).toBe(1)
  expect(outcome.findings.error).toBeGreaterThan(0)
  const [summary] = await value('projects.list', { deleted: false })
  expect(summary?.findings).toEqual(outcome.findings)
  expect((await value('projects.open', { id })).projects[0]?.version).toBe(1)
})

test('settings of the program itself are not for the page', async () => {
  const { value, call, workspace } = openTestWorkspace()
  workspace.store.settings.write('program-folder-export', '/home/somebody')
  await value('settings.write', { key: 'zoom', value: '1.5' })
  expect(await value('settings.read', {})).toEqual({ zoom: '1.5' })
  expect(await call('settings.write', { key: 'program-folder-export', value: '/etc' })).toMatchObject({ ok: false })
})

test('a backup brings back what was there, and every page reads anew', async () => {
  const { value, events } = openTestWorkspace()
  const { id } = await value('projects.create', { template: hebei, year: '', unitName: '甲', unitCode: '' })
  const { name } = await value('backup.create', { job: 'a' })
  await value('projects.remove', { ids: [id] })
  await value('backup.restore', { source: { name }, job: 'b' })
  expect(await value('projects.list', { deleted: false })).toMatchObject([{ id }])
  expect(events.at(-1)).toEqual({ event: 'store.changed', payload: { ids: [] } })
})

test('a removed project brought back is the same one, with its versions, in its place', async () => {
  const { value } = openTestWorkspace()
  const names = ['甲', '乙', '丙']
  const { added } = await value('projects.save', {
    changes: [],
    added: names.map((name, at) => ({
      template: guangzhou,
      record: {
        ...inventedRecord(at),
        unit: { code: '', name: '云溪县文化馆' },
        year: '',
        project: { code: '', name, leader: '' },
      },
    })),
    removed: [],
    reason: '新建',
  })
  const [first, second, third] = added.map(({ id }) => id)
  if (!first || !second || !third) throw new Error('three projects were added')
  const open = async () => {
    const { projects } = await value('projects.open', { id: third })
    return projects.map(({ id, record }) => [id, record.project.name])
  }
  const { record, version } = (await value('projects.open', { id: third })).projects[1] ?? {}
  if (!record || !version) throw new Error('the second project is there')
  await value('projects.save', { changes: [{ id: second, version, record: { ...record, purpose: '改过' } }], added: [], removed: [], reason: '编辑' }) // prettier-ignore
  await value('projects.save', { changes: [], added: [], removed: [second], reason: '删除项目' })
  expect((await open()).map(([id]) => id)).toEqual([first, third])

  const back = { template: guangzhou, record: { ...record, purpose: '改过' }, was: second }
  const outcome = await value('projects.save', {
    changes: [],
    added: [back],
    removed: [],
    order: [first, 0, third],
    reason: '撤销',
  })
  expect(outcome.added).toMatchObject([{ id: second, version: 2 }])
  expect((await open()).map(([id]) => id)).toEqual([first, second, third])
  expect(await value('versions.list', { id: second })).toHaveLength(2)
  expect(await value('projects.list', { deleted: true })).toEqual([])

  await value('projects.remove', { ids: [second] })
  await value('projects.purge', { ids: [second] })
  const anew = await value('projects.save', {
    changes: [],
    added: [back],
    removed: [],
    order: [first, 0, third],
    reason: '撤销',
  })
  expect(anew.added[0]?.id).not.toBe(second)
  expect((await open()).map(([, name]) => name)).toEqual(names)
})

import { originOfWord } from '../../../shared/model/origin.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '../../../main/store/store.ts'
import { StoreProblem } from '../../../main/store/file/store-problem.ts'
import { added, createWorkspace, noFindings, sampleRecord } from './workspace.ts'
import type { Workspace } from './workspace.ts'

let workspace: Workspace
beforeEach(() => void (workspace = createWorkspace()))
afterEach(() => workspace.remove())

const problemOf = (work: () => unknown): StoreProblem => {
  try {
    work()
  } catch (thrown) {
    if (thrown instanceof StoreProblem) return thrown
    throw thrown
  }
  throw new Error('nothing was thrown')
}
const save = (changes: { id: string; version: number; name: string }[], extra = {}) =>
  workspace.store.projects.save({
    changes: changes.map(({ id, version, name }) => ({
      id,
      version,
      record: sampleRecord(name),
      findings: noFindings,
    })),
    added: [],
    removed: [],
    origin: originOfWord('编辑'),
    ...extra,
  })

test('a project comes back as it was written, after closing too', () => {
  const record = { ...sampleRecord('参保补助'), extra: { 主管部门: '云溪县医疗保障局\u0000"\ud800' } }
  const { id } = workspace.store.projects.create({ template: '', record, findings: noFindings }, originOfWord('新建'))
  const project = workspace.reopen().projects.read(id)
  expect(project).toEqual({
    id: 'p1',
    template: '',
    fiscalYear: '2024',
    stage: '',
    status: 'draft',
    version: 1,
    createdAt: '2024-05-06T08:00:00.000Z',
    updatedAt: '2024-05-06T08:00:00.000Z',
    deletedAt: null,
    record,
    notes: [],
  })
})

test('the list shows what stands in the record, with the exact amount in 万元', () => {
  workspace.store.projects.create(
    { ...added('参保补助', '5,646.60'), findings: { error: 1, warning: 2, hint: 3 } },
    originOfWord('新建'),
  )
  workspace.store.projects.create(added('宣传', '约三百'), originOfWord('新建'))
  const [first, second] = workspace.store.projects.list({ deleted: false })
  expect(first).toEqual({
    id: 'p1',
    template: 'hebei-xinle-2024',
    fiscalYear: '2024',
    stage: '',
    status: 'draft',
    year: '2024',
    unitCode: '450001',
    unitName: '云溪县医疗保障局',
    projectCode: '45000124P0001',
    projectName: '参保补助',
    total: '5646.6',
    totalText: '5,646.60',
    currencyUnit: '万元',
    indicators: 2,
    findings: { error: 1, warning: 2, hint: 3 },
    updatedAt: '2024-05-06T08:00:00.000Z',
    deletedAt: null,
  })
  expect(second?.total).toBe('')
})

test('saving counts versions; a record that did not change makes none but takes its new findings', () => {
  const { id } = workspace.store.projects.create(added('参保补助'), originOfWord('新建'))
  workspace.setTime('2024-05-06T09:00:00.000Z')
  expect(save([{ id, version: 1, name: '参保补助' }]).saved).toEqual([
    { id, version: 1, updatedAt: '2024-05-06T08:00:00.000Z' },
  ])
  expect(save([{ id, version: 1, name: '参保补助二' }]).saved).toEqual([
    { id, version: 2, updatedAt: '2024-05-06T09:00:00.000Z' },
  ])
  const findings = { error: 4, warning: 0, hint: 0 }
  const change = { id, version: 2, record: sampleRecord('参保补助二'), findings }
  workspace.store.projects.save({ changes: [change], added: [], removed: [], origin: originOfWord('检查') })
  expect(workspace.store.projects.list({ deleted: false })[0]?.findings).toEqual(findings)
  expect(workspace.store.versions.list(id)).toHaveLength(2)
})

test('a conflict saves nothing and says what stands there now', () => {
  const { id } = workspace.store.projects.create(added('甲'), originOfWord('新建'))
  const other = workspace.store.projects.create(added('乙'), originOfWord('新建'))
  save([{ id, version: 1, name: '甲二' }])
  const problem = problemOf(() =>
    save([
      { id: other.id, version: 1, name: '乙二' },
      { id, version: 1, name: '甲三' },
    ]),
  )
  expect(problem.code).toBe('conflict')
  expect(problem.message).toContain('“甲二”')
  expect(problem.current.map(({ id, version, record }) => [id, version, record.project.name])).toEqual([
    [id, 2, '甲二'],
  ])
  expect(workspace.store.projects.read(other.id).record.project.name).toBe('乙')
})

describe('whatever stops a save in the middle, nothing of it stays', () => {
  const broken = { ...sampleRecord('坏'), indicators: null as never }
  test.each<[string, () => unknown]>([
    ['an id that does not exist', () => save([{ id: 'p1', version: 1, name: '新' }], { removed: ['p99'] })],
    [
      'a conflict behind a good change',
      () =>
        save([
          { id: 'p1', version: 1, name: '新' },
          { id: 'p2', version: 7, name: '新' },
        ]),
    ],
    [
      'an added record of a wrong shape',
      () => save([{ id: 'p1', version: 1, name: '新' }], { added: [added('添'), { ...added('坏'), record: broken }] }),
    ],
    ['an unknown place in the order', () => save([{ id: 'p1', version: 1, name: '新' }], { order: ['p2', 5] })],
    [
      'an id used before',
      () => {
        workspace.store.close()
        workspace.store = openStore({ ...workspace.options, newId: () => 'p2' })
        return save([{ id: 'p1', version: 1, name: '新' }], { added: [added('添')] })
      },
    ],
  ])('%s', (_, work) => {
    workspace.store.projects.create(added('甲'), originOfWord('新建'))
    workspace.store.projects.create(added('乙'), originOfWord('新建'))
    const state = () => [
      workspace.store.projects.list({ deleted: false }),
      workspace.store.projects.list({ deleted: true }),
      workspace.store.versions.list('p1'),
      workspace.store.projects.search('新'),
      workspace.store.projects.search('添'),
      workspace.store.projects.open('p1', 'unit'),
    ]
    const before = state()
    expect(work).toThrow()
    expect(state()).toEqual(before)
    expect(workspace.store.check.all()).toEqual([])
  })
})

test('the table of a list form: all projects of the form, year and unit in their order', () => {
  for (const name of ['甲', '乙', '丙']) workspace.store.projects.create(added(name), originOfWord('新建'))
  workspace.store.projects.create(added('别的单位', '1', '白河镇人民政府'), originOfWord('新建'))
  const table = () => workspace.store.projects.open('p2', 'unit').projects.map(({ record }) => record.project.name)
  expect(table()).toEqual(['甲', '乙', '丙'])
  save([], { added: [added('丁')], order: ['p1', 0, 'p2', 'p3'] })
  expect(table()).toEqual(['甲', '丁', '乙', '丙'])
  workspace.store.projects.remove(['p1'])
  expect(table()).toEqual(['丁', '乙', '丙'])
  expect(workspace.store.projects.open('p2', 'project').projects).toHaveLength(1)
  expect(['p1', 'p2'].map((id) => workspace.store.projects.open(id, 'unit').deleted)).toEqual([true, false])
})

test('the recycle bin: removed, restored, purged', () => {
  for (const name of ['甲', '乙']) workspace.store.projects.create(added(name), originOfWord('新建'))
  expect(workspace.store.projects.remove(['p1', 'p1'])).toBe(1)
  expect(workspace.store.projects.remove(['p1'])).toBe(0)
  expect(workspace.store.projects.list({ deleted: false }).map(({ id }) => id)).toEqual(['p2'])
  expect(workspace.store.projects.list({ deleted: true }).map(({ id, deletedAt }) => [id, deletedAt])).toEqual([
    ['p1', '2024-05-06T08:00:00.000Z'],
  ])
  expect(problemOf(() => save([{ id: 'p1', version: 1, name: '甲二' }])).code).toBe('not-found')
  expect(workspace.store.projects.purge(['p2'])).toBe(0)
  expect(workspace.store.projects.restore(['p1'])).toBe(1)
  expect(workspace.store.projects.search('甲')).toEqual(['p1'])
  workspace.store.projects.remove(['p1'])
  expect(workspace.store.projects.purge(['p1'])).toBe(1)
  expect(problemOf(() => workspace.store.projects.read('p1')).code).toBe('not-found')
})

test('the status is kept', () => {
  workspace.store.projects.create(added('甲'), originOfWord('新建'))
  expect(workspace.store.projects.changeStatus(['p1'], 'approved')).toBe(1)
  expect(workspace.reopen().projects.read('p1').status).toBe('approved')
})

import { originOfWord } from '../../../shared/model/origin.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { toWanText } from '../../../main/store/projects/money-text.ts'
import { added, createWorkspace } from './workspace.ts'
import type { Workspace } from './workspace.ts'

let workspace: Workspace
beforeEach(() => void (workspace = createWorkspace()))
afterEach(() => workspace.remove())

test('units and years of the living projects', () => {
  workspace.store.projects.create(added('甲'), originOfWord('新建'))
  workspace.store.projects.create(added('乙'), originOfWord('新建'))
  workspace.store.projects.create(added('丙', '1', '白河镇人民政府'), originOfWord('新建'))
  const undated = added('丁')
  undated.record.year = ''
  workspace.store.projects.create(undated, originOfWord('新建'))
  workspace.store.projects.remove(['p2'])
  expect(workspace.store.units.list()).toEqual([
    { code: '', name: '白河镇人民政府', projects: 1 },
    { code: '450001', name: '云溪县医疗保障局', projects: 2 },
  ])
  expect(workspace.store.years.list()).toEqual(['2024', ''])
})

test('the roll-up is exact and says how many amounts are missing', () => {
  workspace.store.projects.create(
    { ...added('甲', '0.1'), findings: { error: 1, warning: 0, hint: 2 } },
    originOfWord('新建'),
  )
  workspace.store.projects.create(added('乙', '0.2'), originOfWord('新建'))
  workspace.store.projects.create(added('丙', '待定'), originOfWord('新建'))
  workspace.store.projects.create(added('丁', '9999999999999999'), originOfWord('新建'))
  expect(workspace.store.rollUp()).toEqual([
    {
      fiscalYear: '2024',
      unitCode: '450001',
      unitName: '云溪县医疗保障局',
      projects: 4,
      total: '0.3',
      withoutAmount: 2,
      indicators: 8,
      findings: { error: 1, warning: 0, hint: 2 },
    },
  ])
})

test('a sum beyond what a number holds exactly', () => {
  for (const name of ['甲', '乙', '丙'])
    workspace.store.projects.create(added(name, '9000000000.000001'), originOfWord('新建'))
  expect(workspace.store.rollUp()[0]?.total).toBe('27000000000.000003')
})

test.each([
  [0, '0'],
  [1, '0.000001'],
  [-1_500_000, '-1.5'],
  [820_000_000, '820'],
])('%s → %s', (micro, text) => expect(toWanText(micro)).toBe(text))

test('settings and undo histories outlive a restart', () => {
  workspace.store.settings.write('theme', '大字')
  workspace.store.settings.write('theme', '标准')
  workspace.store.history.write('p1', '[1]')
  const store = workspace.reopen()
  expect(store.settings.read()).toEqual({ theme: '标准' })
  expect([store.history.read('p1'), store.history.read('p2')]).toEqual(['[1]', null])
})

test('undo histories are bounded in length and number', () => {
  workspace.store.history.write('long', '[1]')
  workspace.store.history.write('long', 'x'.repeat(4_000_001))
  expect(workspace.store.history.read('long')).toBeNull()
  for (let table = 0; table < 201; table += 1) {
    workspace.setTime(new Date(Date.parse('2024-05-06T08:00:00Z') + table).toISOString())
    workspace.store.history.write(`t${table}`, '[]')
  }
  expect([workspace.store.history.read('t0'), workspace.store.history.read('t1')]).toEqual([null, '[]'])
})

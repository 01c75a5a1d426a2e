import { originOfWord } from '../../../shared/model/origin.ts'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ProjectRecord } from '../../../shared/model/project.ts'
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

describe('what is made of each project', () => {
  const nameOf = ({ record }: { record: ProjectRecord }): string => `${record.project.name} ${record.funding.total}`

  test('is made once, and again when the project changes, comes back or goes', () => {
    const { projects } = workspace.store
    const made: string[] = []
    const counted = (project: { record: ProjectRecord }): string => {
      made.push(nameOf(project))
      return nameOf(project)
    }
    for (const name of ['甲', '乙']) projects.create(added(name, '1'), originOfWord('新建'))
    expect(workspace.store.deriveEach(counted)).toEqual({ whole: ['甲 1', '乙 1'], damaged: [] })
    expect(workspace.store.deriveEach(counted).whole).toEqual(['甲 1', '乙 1'])
    expect(made).toEqual(['甲 1', '乙 1'])
    const { version, record } = projects.read('p1')
    const changed = { ...record, funding: { ...record.funding, total: '2' } }
    projects.save({ changes: [{ id: 'p1', version, record: changed, findings: { error: 0, warning: 0, hint: 0 } }], added: [], removed: ['p2'], origin: originOfWord('编辑') }) // prettier-ignore
    expect(workspace.store.deriveEach(counted).whole).toEqual(['甲 2'])
    projects.restore(['p2'])
    expect(workspace.store.deriveEach(counted).whole.toSorted()).toEqual(['乙 1', '甲 2'])
    projects.remove(['p2'])
    projects.purge(['p2'])
    expect(workspace.store.deriveEach(counted).whole).toEqual(['甲 2'])
  })

  test('another program that writes into the file is seen', () => {
    workspace.store.projects.create(added('甲', '1'), originOfWord('新建'))
    expect(workspace.store.deriveEach(nameOf).whole).toEqual(['甲 1'])
    const other = new Database(workspace.file)
    other.prepare("DELETE FROM projects WHERE id = 'p1'").run()
    other.close()
    expect(workspace.store.deriveEach(nameOf).whole).toEqual([])
  })
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

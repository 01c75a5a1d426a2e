import { originOf, originOfWord } from '../../../shared/model/origin.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { added, createWorkspace, noFindings, sampleRecord } from './workspace.ts'
import type { Workspace } from './workspace.ts'

let workspace: Workspace
beforeEach(() => void (workspace = createWorkspace()))
afterEach(() => workspace.remove())

function edit(time: string): void {
  workspace.setTime(time)
  const { version } = workspace.store.projects.read('p1')
  const change = { id: 'p1', version, record: sampleRecord(`改于 ${time}`), findings: noFindings }
  workspace.store.projects.save({ changes: [change], added: [], removed: [], origin: originOfWord('编辑') })
}

test('every change keeps what was there, readable', () => {
  workspace.store.projects.create(added('原来'), originOfWord('新建'))
  edit('2024-05-06T08:01:00.000Z')
  edit('2024-05-06T08:02:00.000Z')
  expect(workspace.store.versions.list('p1')).toEqual([
    { version: 3, createdAt: '2024-05-06T08:02:00.000Z', origin: originOf('typed') },
    { version: 2, createdAt: '2024-05-06T08:01:00.000Z', origin: originOf('typed') },
    { version: 1, createdAt: '2024-05-06T08:00:00.000Z', origin: originOf('created') },
  ])
  expect(workspace.store.versions.read('p1', 1)).toEqual({
    record: sampleRecord('原来'),
    notes: [],
    template: 'hebei-xinle-2024',
    fiscalYear: '2024',
  })
  expect(workspace.store.versions.read('p1', 3).record).toEqual(sampleRecord('改于 2024-05-06T08:02:00.000Z'))
  expect(() => workspace.store.versions.read('p1', 9)).toThrow('不再保留')
})

test('kept: all of 24 hours, then the last of an hour for a week, then the last of a day', () => {
  workspace.setTime('2024-05-01T07:00:00.000Z')
  workspace.store.projects.create(added('原来'), originOfWord('新建'))
  const times = [
    '2024-05-01T23:00:00.000Z', // a day long ago: only this last one stays
    '2024-05-10T09:10:00.000Z', // an hour of the last week …
    '2024-05-10T09:50:00.000Z', // … and its last
    '2024-05-10T10:00:00.000Z',
    '2024-05-12T13:00:00.000Z', // the last 24 hours
    '2024-05-12T13:01:00.000Z',
    '2024-05-13T11:00:00.000Z', // the present state
  ]
  times.forEach(edit)
  workspace.setTime('2024-05-13T12:00:00.000Z')
  expect(workspace.store.versions.compact()).toBe(2)
  const left = workspace.store.versions.list('p1').map(({ createdAt }) => createdAt)
  expect(left).toEqual(times.filter((time) => time !== '2024-05-10T09:10:00.000Z').toReversed())
  expect(workspace.store.versions.compact()).toBe(0)
})

/** 说明 and 意见 in the workspace: saved with their project, kept in its versions, never read where they were damaged. */
import { originName, originOfWord } from '../../../shared/model/origin.ts'
import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { comment, explanation } from '../../support/sample-notes.ts'
import { added, createWorkspace, makeOlder, noFindings } from './workspace.ts'
import type { Note } from '../../../shared/model/note.ts'
import type { Workspace } from './workspace.ts'

let workspace: Workspace
beforeEach(() => void (workspace = createWorkspace()))
afterEach(() => workspace.remove())

const first = [comment('a', 'project.name')]
const second = [...first, explanation('b', 'R-VL-04', 'indicators[0].target')]

function save(version: number, reason: string, notes?: Note[], name = '甲') {
  const change = { id: 'p1', version, record: added(name).record, findings: noFindings, ...(notes && { notes }) }
  return workspace.store.projects.save({ changes: [change], added: [], removed: [], origin: originOfWord(reason) })
    .saved[0]
}

test('a change of notes alone is a change of the project, with a version of its own', () => {
  workspace.store.projects.create({ ...added('甲'), notes: first }, originOfWord('新建'))
  expect(save(1, '写说明', second)?.version).toBe(2)
  expect(save(2, '写说明', second)?.version).toBe(2)
  const store = workspace.reopen()
  expect(store.projects.read('p1').notes).toEqual(second)
  expect(store.projects.open('p1', 'project').projects[0]?.notes).toEqual(second)
  expect(store.versions.list('p1').map(({ origin }) => originName(origin))).toEqual(['写说明', '新建'])
  expect(store.versions.read('p1', 1).notes).toEqual(first)
  expect(store.versions.read('p1', 2).notes).toEqual(second)
  expect(store.check.all()).toEqual([])
})

test('a change that says nothing of notes leaves them', () => {
  workspace.store.projects.create({ ...added('甲'), notes: first }, originOfWord('新建'))
  save(1, '编辑', undefined, '乙')
  workspace.store.projects.remove(['p1'])
  workspace.store.projects.restore(['p1'])
  workspace.store.projects.changeStatus(['p1'], 'approved')
  expect(workspace.store.projects.read('p1').notes).toEqual(first)
})

/** What an older program hashed, column by column, and where it put the hash. */
const hashedBefore: [sql: string, key: (database: Database.Database) => unknown][] = [
  [
    `SELECT id, template, status, version, position, findings_error, findings_warning, findings_hint, total_micro_wan,
       created_at, updated_at, deleted_at, reason, record FROM projects`,
    (database) => database.prepare('SELECT content_hash FROM projects').pluck().get(),
  ],
  [
    "SELECT 'p1', version, created_at, reason, record FROM versions",
    (database) => database.prepare('SELECT content_hash FROM versions').pluck().get(),
  ],
]
const hashOf = (row: unknown): string => createHash('sha256').update(JSON.stringify(row)).digest('hex')

test('a workspace written before there were notes is whole, and so are its versions', () => {
  workspace.store.projects.create(added('甲'), originOfWord('新建'))
  save(1, '编辑', undefined, '乙')
  workspace.store.close()
  makeOlder(workspace.file, 2)
  const database = new Database(workspace.file)
  for (const [sql, key] of hashedBefore) expect(hashOf(database.prepare(sql).raw().get())).toBe(key(database))
  database.close()
  const store = workspace.reopen()
  expect(store.check.all()).toEqual([])
  expect(store.projects.read('p1')).toMatchObject({ record: { project: { name: '乙' } }, notes: [] })
  expect(store.versions.read('p1', 1)).toMatchObject({ record: { project: { name: '甲' } }, notes: [] })
  expect(store.backups.list().map(({ reason }) => reason)).toEqual(['migration'])
})

test.each(['projects', 'versions'])('notes changed on disk in %s are never read as notes', (table) => {
  workspace.store.projects.create({ ...added('甲'), notes: first }, originOfWord('新建'))
  save(1, '写说明', second)
  for (const notes of ['[]', '[{}]']) {
    const database = new Database(workspace.file)
    database.prepare(`UPDATE ${table} SET notes = ?`).run(notes)
    database.close()
    const read = () =>
      table === 'projects' ? workspace.store.projects.read('p1') : workspace.store.versions.read('p1', 1)
    expect(read).toThrow('被损坏')
    expect(workspace.store.check.all().map(({ project }) => project)).toEqual(['p1'])
  }
})

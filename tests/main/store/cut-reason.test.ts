/** A workspace in which an older program stored half a surrogate pair and hashed the half: it opens like any other. */
import { originOfWord } from '../../../shared/model/origin.ts'
import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { added, createWorkspace, noFindings, sampleRecord } from './workspace.ts'
import type { Workspace } from './workspace.ts'

let workspace: Workspace
beforeEach(() => {
  workspace = createWorkspace()
  for (const name of ['甲', '乙']) workspace.store.projects.create(added(name), originOfWord('新建'))
})
afterEach(() => workspace.remove())

/** As the older program did it. */
const oldHash = (values: unknown[]) => createHash('sha256').update(JSON.stringify(values)).digest('hex')
const hashed = (
  'id template status version position findings_error findings_warning findings_hint total_micro_wan ' +
  'created_at updated_at deleted_at reason record'
).split(' ')

function storeHalf(change: (row: Record<string, unknown>) => Record<string, unknown>): void {
  workspace.store.close()
  const database = new Database(workspace.file)
  const row = change(database.prepare("SELECT * FROM projects WHERE id = 'p1'").get() as Record<string, unknown>)
  const hash = oldHash(hashed.map((name) => row[name]))
  const { reason, record } = row
  database
    .prepare("UPDATE projects SET reason = ?, record = ?, content_hash = ?, origin = '' WHERE id = 'p1'")
    .run(reason, record, hash)
  database
    .prepare('INSERT INTO settings (key, value, content_hash) VALUES (?, ?, ?)')
    .run('author', '王\ud842', oldHash(['author', '王\ud842']))
  database.close()
  workspace.reopen()
}

test('the project opens, is whole, is backed up and can be worked on', () => {
  storeHalf((row) => ({ ...row, reason: '插入指标：甲乙丙\ud842…' }))
  const { store } = workspace
  expect(store.projects.read('p1').record.project.name).toBe('甲')
  expect(store.versions.list('p1')[0]?.origin.note).toBe('插入指标：甲乙丙\ufffd…')
  expect(store.settings.read()).toEqual({ author: '王\ufffd' })
  expect(store.check.all()).toEqual([])
  expect(store.backups.create('manual').reason).toBe('manual')
  const change = { id: 'p1', version: 1, record: sampleRecord('改'), findings: noFindings }
  store.projects.save({ changes: [change], added: [], removed: [], origin: originOfWord('编辑') })
  expect(store.versions.read('p1', 1).record.project.name).toBe('甲')
  expect(store.check.all()).toEqual([])
})

test('anything else that differs is still damage', () => {
  storeHalf((row) => ({ ...row, reason: '插入指标：甲乙丙\ud842…' }))
  workspace.store.close()
  const database = new Database(workspace.file)
  database.prepare("UPDATE projects SET template = 'x' WHERE id = 'p1'").run()
  database.close()
  workspace.reopen()
  expect(() => workspace.store.projects.read('p1')).toThrow('被损坏')
})

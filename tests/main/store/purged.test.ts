/** What was taken out of the recycle bin for good is gone from every byte of the file and of its log, and from the undo histories. */
import { originOfWord } from '../../../shared/model/origin.ts'
import { existsSync, readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore } from '../../../main/store/store.ts'
import { comment } from '../../support/sample-notes.ts'
import { added, createWorkspace, noFindings } from './workspace.ts'
import type { Workspace } from './workspace.ts'

let workspace: Workspace
beforeEach(() => void (workspace = createWorkspace()))
afterEach(() => workspace.remove())

/** Whether a text, as it is or as JSON writes it, stands anywhere in the workspace's files. */
function stands(text: string): boolean {
  return ['', '-wal', '-shm', '-journal'].some((end) => {
    const path = workspace.file + end
    return existsSync(path) && readFileSync(path).includes(text)
  })
}

function fill(): void {
  const { store } = workspace
  for (let index = 0; index < 60; index += 1) {
    const project = added(`秘密${index}号`, '1')
    project.record.purpose = `用途${index}号的秘密内容。`.repeat(1 + (index % 4) * 60)
    store.projects.create(project, originOfWord('新建'))
  }
  for (let round = 1; round <= 3; round += 1) {
    for (let index = 0; index < 60; index += 1) {
      const id = `p${index + 1}`
      const { record, version } = store.projects.read(id)
      const changed = {
        ...record,
        purpose: `${record.purpose}第${round}次改的${index}号`,
        goal: { term: '', annual: `目标${index}号${round}` },
      }
      const notes = [comment('a', 'purpose', `意见${index}号${round}`)]
      store.projects.save({
        changes: [{ id, version, record: changed, notes, findings: noFindings }],
        added: [],
        removed: [],
        origin: originOfWord(`插入指标：内情${index}号`),
      })
    }
    store.checkpoint()
  }
  store.history.write('p5', JSON.stringify({ keys: ['p5'], past: ['秘密4号的历史'] }))
  store.history.write('p9', JSON.stringify({ past: [{ key: 'p5', text: '秘密4号在别的表里' }, { key: 'p9' }] }))
  store.history.write('p51', JSON.stringify({ past: [{ key: 'p51', text: '别的历史' }] }))
}

const secrets = [
  '秘密4号',
  '用途4号',
  '次改的4号',
  '目标4号',
  '意见4号',
  '内情4号',
  '秘密4号的历史',
  '秘密4号在别的表里',
]

test('nothing of it is left, of the others everything', () => {
  fill()
  for (const secret of secrets) expect(stands(secret)).toBe(true)
  workspace.store.projects.remove(['p5'])
  expect(workspace.store.projects.purge(['p5'])).toBe(1)
  for (const secret of secrets) expect([secret, stands(secret)]).toEqual([secret, false])
  expect(['p9', 'p51'].map((table) => workspace.store.history.read(table))).toEqual([
    null,
    expect.stringContaining('别的历史'),
  ])
  expect(workspace.store.projects.read('p51').version).toBe(4)
  expect(workspace.store.projects.search('目标50号3')).toEqual(['p51'])
  expect(workspace.store.projects.search('秘密4号')).toEqual([])
  expect(workspace.store.check.all()).toEqual([])
  const { store } = { store: workspace.reopen() }
  expect(store.lostLogSince).toBeNull()
  for (const secret of secrets) expect(stands(secret)).toBe(false)
})

test('and nothing comes back with what is done afterwards', () => {
  fill()
  workspace.store.projects.remove(['p5'])
  workspace.store.projects.purge(['p5'])
  workspace.store.projects.create(added('后来的'), originOfWord('新建'))
  for (const secret of secrets) expect(stands(secret)).toBe(false)
  const store = openStore({ ...workspace.options, readOnly: true })
  expect(store.lostLogSince).toBeNull()
  store.close()
})

/** Somebody in the middle of reading: the log cannot be emptied meanwhile. */
function beginReading(): Database.Database {
  const reader = new Database(workspace.file, { readonly: true })
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM projects').get()
  return reader
}

test('while somebody else reads it waits for an idle moment', () => {
  fill()
  const reader = beginReading()
  workspace.store.projects.remove(['p5'])
  expect(workspace.store.projects.purge(['p5'])).toBe(1)
  expect(secrets.some(stands)).toBe(true)
  reader.close()
  workspace.store.checkpoint()
  for (const secret of secrets) expect(stands(secret)).toBe(false)
})

test('of a very large file it is done when that is closed', () => {
  workspace.store.close()
  workspace.store = openStore({ ...workspace.options, eraseLimits: { atOnce: 0, idle: 0 } })
  fill()
  workspace.store.projects.remove(['p5'])
  workspace.store.projects.purge(['p5'])
  workspace.store.checkpoint()
  expect(secrets.some(stands)).toBe(true)
  workspace.store.close()
  for (const secret of secrets) expect(stands(secret)).toBe(false)
  workspace.store = openStore(workspace.options)
  expect(workspace.store.check.all()).toEqual([])
})

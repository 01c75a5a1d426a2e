/**
 * A file with broken pages is restored as far as it reads: everything that does not stand on the broken page is there, what does
 * is named, and the new workspace is whole. Bytes changed at places all over the file.
 */
import { originOfWord } from '../../../../shared/model/origin.ts'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { StoreProblem } from '../../../../main/store/file/store-problem.ts'
import { added, createWorkspace, noFindings } from '../workspace.ts'
import { restoreFrom } from '../restore-from.ts'
import type { Workspace } from '../workspace.ts'

const projects = 30
let workspace: Workspace
let whole: Buffer
let written: string[]
beforeAll(() => {
  workspace = createWorkspace()
  for (let number = 0; number < projects; number += 1) {
    const project = added(`项目${number}`, `${number}.5`)
    project.record.purpose = `用途${number}`.repeat(number * 40)
    workspace.store.projects.create(project, originOfWord('新建'))
  }
  const { record } = workspace.store.projects.read('p1')
  const change = { id: 'p1', version: 1, record: { ...record, purpose: '改' }, findings: noFindings }
  workspace.store.projects.save({ changes: [change], added: [], removed: [], origin: originOfWord('编辑') })
  workspace.store.settings.write('theme', '大字')
  workspace.store.checkpoint()
  whole = readFileSync(workspace.file)
  written = ids().map((id) => JSON.stringify(workspace.store.projects.read(id).record))
})
afterAll(() => workspace.remove())
const ids = (): string[] => Array.from({ length: projects }, (_, index) => `p${index + 1}`)

/** The first page of a table or index: a changed byte there breaks more than a value. */
function rootOf(name: string): number {
  const database = new Database(workspace.file, { readonly: true })
  const page = database.prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(name)
  database.close()
  return page ?? 0
}

function restoreScratched(scratch: (bytes: Buffer) => void): { damaged: string[]; unread: string[] } {
  const bytes = Buffer.from(whole)
  scratch(bytes)
  const source = join(workspace.folder, '坏.db')
  writeFileSync(source, bytes)
  const { damaged } = restoreFrom(workspace.store, source)
  const unread = ids().filter((id, index) => {
    try {
      expect(JSON.stringify(workspace.store.projects.read(id).record)).toBe(written[index])
      return false
    } catch (thrown) {
      if (thrown instanceof StoreProblem) return true
      throw thrown
    }
  })
  return { damaged, unread }
}

test('a broken page of one project: that one is named, the others are whole', () => {
  const overflow = whole.indexOf(Buffer.from('用途20'.repeat(200))) // in the middle of what 项目20 holds
  const page = Math.floor(overflow / 4096) + 1
  const { damaged, unread } = restoreScratched((bytes) => bytes.writeUInt32BE(0xffff_ffff, page * 4096)) // where the chain goes on
  expect([damaged, unread]).toEqual([['“项目20”'], ['p21']])
  expect(workspace.store.check.all()).toMatchObject([{ kind: 'project', project: 'p21' }]) // known as damaged, its versions its own
  expect(workspace.store.projects.search('用途19')).toEqual(['p20'])
  workspace.store.checkpoint()
  expect(workspace.store.projects.search('用途19')).toEqual(['p20']) // indexed
  expect(workspace.store.settings.read()['theme']).toBe('大字')
  expect(workspace.store.versions.list('p1')).toHaveLength(2)
})

test.each(['versions', 'settings', 'search_data', 'projects_list'])(
  'a broken page of %s: every project is whole',
  (name) => {
    const root = rootOf(name)
    expect(root).toBeGreaterThan(1)
    const { unread } = restoreScratched((bytes) => bytes.fill(0xff, (root - 1) * 4096, (root - 1) * 4096 + 8))
    expect(unread).toEqual([])
  },
)

test('nothing of the projects reads: refused, and everything is as before', () => {
  const root = rootOf('projects')
  const refused = (): unknown =>
    restoreScratched((bytes) => {
      for (const page of [root, rootOf('projects_list'), rootOf('sqlite_autoindex_projects_1')])
        bytes.fill(0xff, (page - 1) * 4096, (page - 1) * 4096 + 8)
    })
  expect(refused).toThrow('“坏.db”已损坏，没有恢复')
  expect(workspace.store.projects.list({ deleted: false })).toHaveLength(projects)
})

import { originOfWord } from '../../../shared/model/origin.ts'
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openForWriting } from '../../../main/store/file/open.ts'
import { StoreProblem } from '../../../main/store/file/store-problem.ts'
import { openStore } from '../../../main/store/store.ts'
import { added, createWorkspace } from './workspace.ts'
import { restoreFrom } from './restore-from.ts'
import type { Workspace } from './workspace.ts'

let workspace: Workspace
beforeEach(() => {
  workspace = createWorkspace()
  workspace.store.projects.create(added('甲'), originOfWord('新建'))
})
afterEach(() => workspace.remove())

const codeOf = (work: () => unknown): string => {
  try {
    work()
    return 'no problem'
  } catch (thrown) {
    if (thrown instanceof StoreProblem) return thrown.code
    throw thrown
  }
}
const change = (sql: string) => {
  workspace.store.close()
  const database = new Database(workspace.file)
  database.exec(sql)
  database.close()
}
const reopening = () => codeOf(() => openStore(workspace.options))

test('every connection is WAL with synchronous FULL, a reopened one too', () => {
  workspace.store.close()
  for (const _ of [1, 2]) {
    const connection = openForWriting(workspace.file, { now: '2024-05-06T08:00:00.000Z', backUp: () => {} })
    const pragmas = ['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout', 'wal_autocheckpoint']
    expect(pragmas.map((name) => connection.database.pragma(name, { simple: true }))).toEqual(['wal', 2, 1, 5000, 4096])
    connection.close()
  }
})

test('after an idle moment the file alone holds everything', () => {
  const alone = join(workspace.folder, 'alone.db')
  const names = () => {
    copyFileSync(workspace.file, alone)
    const store = openStore({ ...workspace.options, file: alone, readOnly: true })
    const found = store.projects.list({ deleted: false }).map(({ projectName }) => projectName)
    store.close()
    return found
  }
  expect(names()).toEqual([])
  workspace.store.checkpoint()
  expect(names()).toEqual(['甲'])
})

test('a second start is told who has the workspace, and may read', () => {
  let message = ''
  try {
    openStore(workspace.options)
  } catch (thrown) {
    if (thrown instanceof StoreProblem && thrown.code === 'store-busy') message = thrown.message
  }
  expect(message).toContain(`进程 ${process.pid}`)
  expect(message).toContain('2024-05-06 08:00')
  expect(message).toContain('只读')
  const reader = openStore({ ...workspace.options, readOnly: true })
  workspace.store.projects.create(added('乙'), originOfWord('新建'))
  expect(reader.projects.list({ deleted: false })).toHaveLength(2)
  expect(reader.projects.search('乙')).toEqual(['p2'])
  expect(codeOf(() => reader.projects.remove(['p1']))).toBe('store-read-only')
  expect(() => reader.projects.remove(['p1'])).toThrow('工作区只能查看')
  expect(codeOf(() => restoreFrom(reader, 'x'))).toBe('store-read-only')
  reader.checkpoint()
  reader.close()
  expect(workspace.store.projects.list({ deleted: false })).toHaveLength(2)
})

test('a lock left by a program that is gone keeps nobody out', () => {
  workspace.store.close()
  writeFileSync(`${workspace.file}.lock`, '')
  writeFileSync(`${workspace.file}.owner`, '{"host":"别的机器","user":"x","pid":1,"since":"2024-01-01T00:00:00.000Z"}')
  workspace.store = openStore(workspace.options)
  expect(workspace.store.projects.list({ deleted: false })).toHaveLength(1)
})

test('a newer workspace is refused and not touched', () => {
  change('PRAGMA user_version = 99')
  const before = readFileSync(workspace.file)
  expect(reopening()).toBe('store-newer')
  expect(codeOf(() => openStore({ ...workspace.options, readOnly: true }))).toBe('store-newer')
  expect(readFileSync(workspace.file).equals(before)).toBe(true)
})

test.each([
  ["another program's database", 'PRAGMA application_id = 7'],
  ['a database without a shape', 'PRAGMA user_version = 0'],
])('%s is not a workspace', (_, sql) => {
  change(sql)
  expect(reopening()).toBe('store-not-a-database')
})

test.each([0, 50, 100, 4096, 20_000])('cut to %s bytes it is never opened', (bytes) => {
  workspace.store.close()
  truncateSync(workspace.file, bytes)
  expect(reopening()).toBe('store-damaged')
  expect(codeOf(() => openStore({ ...workspace.options, readOnly: true }))).toBe('store-damaged')
})

test('something else is not a workspace', () => {
  workspace.store.close()
  writeFileSync(workspace.file, '项目名称,金额\n'.repeat(1000))
  expect(reopening()).toBe('store-not-a-database')
})

test('a missing file with its log left behind is no new workspace', () => {
  const log = join(workspace.folder, 'log')
  copyFileSync(`${workspace.file}-wal`, log)
  workspace.store.close()
  rmSync(workspace.file)
  copyFileSync(log, `${workspace.file}-wal`)
  expect(reopening()).toBe('store-missing')
  expect(existsSync(workspace.file)).toBe(false)
})

test('a missing folder, and a missing file to read', () => {
  const file = join(workspace.folder, 'gone', 'workspace.db')
  expect(codeOf(() => openStore({ ...workspace.options, file }))).toBe('store-unreachable')
  expect(codeOf(() => openStore({ ...workspace.options, file, readOnly: true }))).toBe('not-found')
})

// A folder without permission stops nobody who is root, so the opening is done by a process of user 65534.
const script = `
  import { openStore } from '${join(import.meta.dirname, '../../../main/store/store.ts')}'
  process.setgid(65534); process.setuid(65534)
  const open = (readOnly) => openStore({ file: process.argv[1], now: () => '2024-05-06T08:00:00.000Z', newId: () => 'x', toMicroWan: () => null, readOnly })
  try { open(false) } catch (thrown) { console.log(thrown.code) }
  const store = open(true)
  console.log(store.projects.list({ deleted: false }).length, store.check.all().length)
  store.close()
`
test.skipIf(process.getuid?.() !== 0)('a folder that cannot be written can be read, the log too', () => {
  const folder = join(workspace.folder, 'closed')
  mkdirSync(folder)
  const copy = join(folder, 'workspace.db')
  workspace.store.checkpoint()
  workspace.store.projects.create(added('乙'), originOfWord('新建'))
  for (const end of ['', '-wal']) {
    copyFileSync(workspace.file + end, copy + end)
    chmodSync(copy + end, 0o644) // on a share, for others to read
  }
  chmodSync(workspace.folder, 0o755)
  chmodSync(folder, 0o555)
  const answer = spawnSync(process.execPath, ['--input-type=module', '-e', script, copy], { encoding: 'utf8' })
  chmodSync(folder, 0o755)
  expect([answer.stdout, answer.stderr]).toEqual(['store-read-only\n2 0\n', ''])
})

/**
 * Another program – a virus scanner, as a rule – holds a file while a restore puts it in its place: for a moment, and nobody
 * notices; for good, and the person is told, with everything as before.
 */
import { originOfWord } from '../../../../shared/model/origin.ts'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { restoreFile } from '../../../../main/store/restore/restore.ts'
import { StoreProblem } from '../../../../main/store/file/store-problem.ts'
import { openStore } from '../../../../main/store/store.ts'
import { refuseCalls } from '../../../support/refused-call.ts'
import { added, createWorkspace } from '../workspace.ts'
import { restoreFrom } from '../restore-from.ts'
import type { Workspace } from '../workspace.ts'

let workspace: Workspace
let backup: string
beforeEach(() => {
  workspace = createWorkspace()
  workspace.options.heldWaitsMs = [1, 1, 1]
  workspace.store.projects.create(added('甲'), originOfWord('新建'))
  backup = join(workspace.folder, '另存.db')
  workspace.store.exportTo(backup, false)
  workspace.store.projects.create(added('乙'), originOfWord('新建'))
})
afterEach(() => workspace.remove())

const names = (): string[] => workspace.store.projects.list({ deleted: false }).map(({ projectName }) => projectName)
const beside = (): string[] =>
  readdirSync(workspace.folder).filter((name) => /^workspace\.db\.(?!lock|owner)/.test(name))
const held = (work: () => unknown): string => {
  try {
    work()
  } catch (thrown) {
    if (thrown instanceof StoreProblem && thrown.code === 'store-busy') return thrown.message
    throw thrown
  }
  return 'it went through'
}

test.each(['EPERM', 'EBUSY', 'EACCES'])('%s for a moment, at each rename', (code) => {
  const tried = new Map<string, number>()
  const isFirst = (from: string): boolean => {
    tried.set(from, (tried.get(from) ?? 0) + 1)
    return tried.get(from) === 1
  }
  const refused = refuseCalls('renameSync', isFirst, code)
  restoreFrom(workspace.store, backup)
  expect([names(), beside(), refused()]).toEqual([['甲'], [], 2]) // the new file, and what is kept
})

test('for good: told, and everything goes on as before', () => {
  const refused = refuseCalls('renameSync', (from) => from.endsWith('.restored'))
  expect(held(() => restoreFrom(workspace.store, backup))).toMatch(
    /^“workspace\.db”正被别的程序占用（常见的是杀毒软件.*再试。$/,
  )
  expect([refused(), names(), beside()]).toEqual([4, ['甲', '乙'], []])
  workspace.store.projects.create(added('丙'), originOfWord('新建'))
  expect(names()).toEqual(['甲', '乙', '丙'])
  workspace.reopen()
  expect([names(), beside()]).toEqual([['甲', '乙', '丙'], []])
})

test('neither forward nor back: told that the next start finishes it, and so it does', () => {
  let isHeld = true
  refuseCalls('renameSync', (from) => isHeld && from.endsWith('.restored'))
  refuseCalls('rmSync', (name) => isHeld && name.endsWith('.exchange') && existsSync(name))
  expect(held(() => restoreFrom(workspace.store, backup))).toContain('正被别的程序占用')
  expect(() => names()).toThrow('not open')
  workspace.store.close()
  isHeld = false
  workspace.store = openStore(workspace.options)
  expect([names(), beside()]).toEqual([['甲'], [expect.stringContaining('.replaced-')]])
})

test('a mark that could not be removed decides on nothing that is prepared later', () => {
  let isHeld = true
  refuseCalls('rmSync', (name) => isHeld && name.endsWith('.exchange') && existsSync(name))
  restoreFrom(workspace.store, backup)
  expect([names(), beside()]).toEqual([['甲'], ['workspace.db.exchange']])
  expect(held(() => restoreFrom(workspace.store, backup))).toContain('正被别的程序占用')
  isHeld = false
  restoreFrom(workspace.store, backup)
  expect([names(), beside()]).toEqual([['甲'], []])
})

test('a damaged workspace and its log stand there as before when the new file is held', () => {
  workspace.store.close()
  for (const end of ['', '-wal']) writeFileSync(workspace.file + end, `rubbish${end}`)
  const refused = refuseCalls('renameSync', (from) => from.endsWith('.restored'))
  expect(held(() => restoreFile(workspace.file, backup, workspace.options.now(), [1]))).toContain('正被别的程序占用')
  expect(refused()).toBe(2)
  expect(['', '-wal'].map((end) => readFileSync(workspace.file + end, 'utf8'))).toEqual(['rubbish', 'rubbish-wal'])
  expect(readdirSync(workspace.folder).filter((name) => /replaced|restored|exchange/.test(name))).toEqual([])
})

test('a disk that knows no links: what stood there is kept as a copy', () => {
  refuseCalls('linkSync', () => true)
  const { kept } = restoreFrom(workspace.store, backup)
  expect([names(), beside(), existsSync(kept ?? '')]).toEqual([['甲'], [], true])
  restoreFrom(workspace.store, kept ?? '')
  expect(names()).toEqual(['甲', '乙'])
})

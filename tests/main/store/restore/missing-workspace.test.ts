/** A start that finds no workspace and something beside that says there was one asks, naming it; an empty one is never made in silence. */
import { originOfWord } from '../../../../shared/model/origin.ts'
import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findSource, restoreFile } from '../../../../main/store/restore/restore.ts'
import { StoreProblem } from '../../../../main/store/file/store-problem.ts'
import { openStore } from '../../../../main/store/store.ts'
import { added, createWorkspace } from '../workspace.ts'
import type { Workspace } from '../workspace.ts'

let workspace: Workspace
beforeEach(() => {
  workspace = createWorkspace()
  workspace.store.projects.create(added('甲'), originOfWord('新建'))
})
afterEach(() => workspace.remove())

const names = (): string[] => workspace.store.projects.list({ deleted: false }).map(({ projectName }) => projectName)
const path = (end: string): string => workspace.file + end

/** What a start without the file says; '' when it makes a new one. */
function starting(): string {
  try {
    openStore(workspace.options).close()
    return ''
  } catch (thrown) {
    if (thrown instanceof StoreProblem && thrown.code === 'store-missing') return thrown.message
    throw thrown
  }
}

const remains: [what: string, words: string, leave: () => void][] = [
  ['a backup', '1 份备份（最新的是“20240506-080000000-manual.db”）', () => rmSync(workspace.file)],
  [
    'a replaced workspace',
    '被替换下来的工作区“workspace.db.replaced-20240506080000000”',
    () => renameSync(workspace.file, path('.replaced-20240506080000000')),
  ],
  [
    'a restore that was killed',
    '没有完成的恢复“workspace.db.restored”',
    () => renameSync(workspace.file, path('.restored')),
  ],
  ['an unfinished workspace with work in it', '“workspace.db.new”', () => renameSync(workspace.file, path('.new'))],
]

test.each(remains)('%s', (what, words, leave) => {
  if (what === 'a backup') workspace.store.backups.create('manual')
  workspace.store.close()
  leave()
  expect(starting()).toContain(words)
  expect(starting()).toMatch(/^工作区文件“workspace\.db”不见了.*没有建立空的工作区：请选一份恢复/)
  expect(existsSync(workspace.file)).toBe(false)
  const [, named = ''] = /“([^”]*(?:manual\.db|replaced-\d+|restored|\.new))”/.exec(words) ?? []
  restoreFile(workspace.file, findSource(workspace.file, named), workspace.options.now())
  workspace.store = openStore(workspace.options)
  expect(names()).toEqual(['甲'])
})

test('its log alone', () => {
  copyFileSync(path('-wal'), path('.log'))
  workspace.store.close()
  rmSync(workspace.file)
  renameSync(path('.log'), path('-wal'))
  const log = readFileSync(path('-wal'))
  expect(starting()).toContain('日志“workspace.db-wal”（单有日志不能打开，请不要删除）')
  workspace.store = openStore({ ...workspace.options, startsAnew: true })
  expect(names()).toEqual([])
  const [kept = ''] = readdirSync(workspace.folder).filter((name) => name.includes('.replaced-'))
  expect(readFileSync(join(workspace.folder, kept)).equals(log)).toBe(true)
})

test('starting anew keeps everything that lay there', () => {
  workspace.store.backups.create('manual')
  workspace.store.close()
  copyFileSync(workspace.file, path('.restored'))
  renameSync(workspace.file, path('.new'))
  workspace.store = openStore({ ...workspace.options, startsAnew: true })
  expect(names()).toEqual([])
  workspace.store.close()
  const kept = readdirSync(workspace.folder).filter((name) => name.includes('.replaced-'))
  expect(kept).toHaveLength(2)
  for (const name of kept) {
    restoreFile(workspace.file, join(workspace.folder, name), workspace.options.now())
    workspace.store = openStore(workspace.options)
    expect(names()).toEqual(['甲'])
    workspace.store.close()
  }
})

test('what was being made when the program was killed at its very first start is nobody’s work', () => {
  workspace.store.close()
  rmSync(workspace.file)
  openStore(workspace.options).close()
  const whole = readFileSync(workspace.file)
  renameSync(workspace.file, path('.new'))
  expect(starting()).toBe('')
  expect(readdirSync(workspace.folder)).not.toContain('workspace.db.new')
  for (const half of [Buffer.alloc(0), Buffer.alloc(8192), whole.subarray(0, 5000), scratched(whole)]) {
    rmSync(workspace.file)
    writeFileSync(path('.new'), half)
    expect(starting()).toBe('')
  }
  rmSync(workspace.file)
  writeFileSync(path('.new'), '别的程序的文件')
  expect(starting()).toContain('“workspace.db.new”')
})

/** The power went while its pages were written. */
function scratched(bytes: Buffer): Buffer {
  const half = Buffer.from(bytes)
  for (let page = 1; page < half.length / 4096; page += 2) half.fill(0, page * 4096, (page + 1) * 4096)
  return half
}

test('what is of no more use is cleared away by the next start, what was replaced stays', () => {
  workspace.store.close()
  for (const end of ['.restored', '.restored-wal', '.replaced-20240506080000000.half']) writeFileSync(path(end), 'half')
  copyFileSync(workspace.file, path('.replaced-20240506080000001'))
  workspace.store = openStore(workspace.options)
  expect(readdirSync(workspace.folder).filter((name) => /restored|replaced/.test(name))).toEqual([
    'workspace.db.replaced-20240506080000001',
  ])
})

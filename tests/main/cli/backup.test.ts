/** `backup export` and `backup restore`: everything into one file and back, through real files. */
import { originName, originOfWord } from '../../../shared/model/origin.ts'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readOutsideCopy } from '../../../main/store/backup/outside-copy.ts'
import { openWorkspaceFile } from '../../../main/handlers/open-workspace-file.ts'
import { copyExamples, openCommandLine } from './command-line.ts'
import type { CommandLine } from './command-line.ts'
import type { Store } from '../../../main/store/store.ts'

async function start(): Promise<
  CommandLine & { here: (name: string) => string; count: (name: string) => Promise<number> }
> {
  const line = openCommandLine()
  copyExamples(line.folder)
  await line.run('import', '例表/hebei-xinle-2024.json', '--workspace', 'a.db')
  const count = async (name: string): Promise<number> => {
    const listed = (await line.run('list', '--workspace', name, '--json')).json() as { projects: unknown[] }
    return listed.projects.length
  }
  return { ...line, here: (name) => join(line.folder, name), count }
}

function inStore<T>(file: string, work: (store: Store) => T): T {
  const store = openWorkspaceFile({ file, now: () => '2024-05-06T08:00:00.000Z', newId: () => 'x' })
  try {
    return work(store)
  } finally {
    store.close()
  }
}

test('out and back: projects, versions, the recycle bin, settings and habits', async () => {
  const { run, here, count } = await start()
  const everything = (file: string) =>
    inStore(file, ({ projects, versions, settings, entries, learned, history }) => {
      const [first] = projects.list({ deleted: false })
      const unit = first?.unitName ?? ''
      return {
        records: projects.list({ deleted: false }).map(({ id }) => projects.read(id).record),
        deleted: projects.list({ deleted: true }).map(({ id }) => id),
        older: versions.list(first?.id ?? '').map(({ createdAt, origin }) => [createdAt, originName(origin)]),
        theme: settings.read()['theme'],
        usual: entries.usual(unit),
        learned: learned.list(unit),
        undo: history.read(first?.id ?? ''),
      }
    })
  inStore(here('a.db'), ({ projects, settings, history }) => {
    const [first, second] = projects.list({ deleted: false })
    const { version, record } = projects.read(first?.id ?? '')
    const findings = { error: 0, warning: 0, hint: 0 }
    const change = { id: first?.id ?? '', version, record: { ...record, purpose: '改过' }, findings }
    projects.save({ changes: [change], added: [], removed: [second?.id ?? ''], origin: originOfWord('编辑') })
    settings.write('theme', '大字')
    history.write(first?.id ?? '', '[1]')
  })
  const before = everything(here('a.db'))
  const exported = await run('backup', 'export', 'U盘.db', '--workspace', 'a.db', '--json')
  const { size } = statSync(here('U盘.db'))
  expect(exported.json()).toEqual({ written: [{ file: here('U盘.db'), projects: 6, bytes: size }] })
  await run('import', '例表/xinjiang-korla-2023.json', '--workspace', 'a.db')
  expect(await count('a.db')).toBe(18)
  const restored = await run('backup', 'restore', 'U盘.db', '--workspace', 'a.db', '--json')
  const { kept } = restored.json() as { kept: string }
  expect(restored).toMatchObject({ status: 0, stderr: '' })
  expect(restored.json()).toEqual({ restored: { projects: 6 }, kept: expect.stringContaining(here('a.db-backups')) })
  expect(everything(here('a.db'))).toEqual(before)
  expect((await run('backup', 'restore', kept, '--workspace', 'a.db')).stdout).toContain('已恢复 18 个项目')
  expect(await count('a.db')).toBe(18)
})

test('a workspace that is missing is made, with its folder', async () => {
  const { run, here, count } = await start()
  await run('backup', 'export', 'b.db', '--workspace', 'a.db')
  const restored = await run('backup', 'restore', 'b.db', '--workspace', '新/一层/c.db', '--json')
  expect(restored.json()).toEqual({ restored: { projects: 7 }, kept: null })
  expect(await count('新/一层/c.db')).toBe(7)
  expect(readdirSync(here('新/一层')).filter((name) => !/^c\.db(\.lock|-wal|-shm)?$/.test(name))).toEqual([])
})

test('export never touches a file that is there, nor the workspace’s own', async () => {
  const { run, here } = await start()
  writeFileSync(here('我的.txt'), '不要动')
  mkdirSync(here('夹'))
  for (const [file, words] of [
    ['我的.txt', '“我的.txt”已经存在，没有覆盖它'],
    ['夹', '“夹”已经存在'],
    ['a.db', '工作区自己的文件'],
    ['a.db-wal', '工作区自己的文件'],
    ['没有/b.db', '找不到文件夹'],
  ] as const) {
    const ran = await run('backup', 'export', file, '--workspace', 'a.db')
    expect([ran.status, ran.stdout]).toEqual([2, ''])
    expect(ran.stderr).toContain(words)
  }
  expect(readFileSync(here('我的.txt'), 'utf8')).toBe('不要动')
  expect(readdirSync(here('.')).filter((name) => name.includes('jibiao'))).toEqual([])
  const missing = await run('backup', 'export', 'b.db', '--workspace', '没有.db', '--json')
  expect([missing.status, existsSync(here('b.db')), existsSync(here('没有.db'))]).toEqual([2, false, false])
})

test('a file that is no workspace of ours: status 2, not a byte of the workspace changes, and none is made', async () => {
  const { run, here } = await start()
  inStore(here('a.db'), () => {}) // its log moved in
  rmSync(here('a.db-backups'), { recursive: true, force: true })
  const before = readFileSync(here('a.db'))
  writeFileSync(here('表.db'), '项目名称,金额\n'.repeat(500))
  writeFileSync(here('空.db'), '')
  for (const file of ['表.db', '空.db', '没有.db', '例表', 'a.db']) {
    for (const workspace of ['a.db', '别处/b.db']) {
      if (file === workspace) continue
      if (file === 'a.db') continue // restores very well into another
      const ran = await run('backup', 'restore', file, '--workspace', workspace, '--json')
      expect([file, ran.status]).toEqual([file, 2])
      expect(ran.json()).toEqual({ error: { code: expect.any(String), message: expect.stringContaining(file) } })
    }
  }
  expect(readFileSync(here('a.db')).equals(before)).toBe(true)
  expect([existsSync(here('a.db-backups')), existsSync(here('别处'))]).toEqual([false, false])
  expect((await run('backup', 'restore', 'a.db', '--workspace', 'a.db')).stderr).toContain('就是现在的工作区')
})

test('a workspace that is gone while backups lie beside it: no command makes an empty one, and the way back is said', async () => {
  const { run, here, count } = await start()
  inStore(here('a.db'), ({ backups }) => backups.create('manual'))
  rmSync(here('a.db'))
  const ran = await run('import', '例表/xinjiang-korla-2023.json', '--workspace', 'a.db')
  expect([ran.status, existsSync(here('a.db'))]).toEqual([2, false])
  expect(ran.stderr).toMatch(/工作区文件“a\.db”不见了，旁边还有：1 份备份/)
  const [, command = ''] = /npm run -s jibiao -- (backup restore \S+ --workspace \S+)/.exec(ran.stderr) ?? []
  expect((await run(...command.split(' '))).status).toBe(0)
  expect(await count('a.db')).toBe(7)
})

test.each([
  [['backup'], '需要选项 --workspace'],
  [['backup', '--workspace', 'a.db'], 'export 或 restore'],
  [['backup', 'export', '--workspace', 'a.db'], 'export 或 restore'],
  [['backup', 'x.db', '--workspace', 'a.db'], 'export 或 restore'],
  [['backup', 'restore', 'x.db', 'y.db', '--workspace', 'a.db'], 'export 或 restore'],
])('%j', async (words, message) => {
  const { run } = openCommandLine()
  const ran = await run(...words)
  expect([ran.status, ran.stderr.includes(message)]).toEqual([2, true])
})

test.runIf(process.platform === 'linux')(
  'a copy on another disk is noted for the reminder, one beside the workspace is not',
  async () => {
    const { run, here } = await start()
    await run('backup', 'export', '同盘.db', '--workspace', 'a.db')
    expect(readOutsideCopy(here('a.db'))).toBeNull()
    const stick = mkdtempSync('/dev/shm/jibiao-stick-')
    onTestFinished(() => rmSync(stick, { recursive: true }))
    await run('backup', 'export', join(stick, '带走.db'), '--workspace', 'a.db')
    expect(readOutsideCopy(here('a.db'))).toEqual({ copiedAt: '2024-05-01T00:00:00.000Z' })
  },
)

test.runIf(process.platform !== 'win32')(
  'a pipe, a device or a folder in the place of a workspace is refused at once',
  async () => {
    const { run, here, folder } = await start()
    execFileSync('mkfifo', [here('管道.db')])
    const before = readdirSync(folder)
    for (const name of ['管道.db', '/dev/zero', '/dev/stdin', '例表']) {
      for (const words of [['list'], ['import', '例表'], ['backup', 'export', '出.db']]) {
        const ran = await run(...words, '--workspace', name)
        expect([name, ran.status, ran.stderr]).toEqual([name, 2, expect.stringContaining('不')])
      }
    }
    expect(readdirSync(folder)).toEqual(before)
  },
)

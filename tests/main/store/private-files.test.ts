/** Workspace, log, lock, backups and their folder: for one account, also what an earlier version left open to everybody. */
import { originOfWord } from '../../../shared/model/origin.ts'
import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDataFolder } from '../../../main/launch/data-folder.ts'
import { restoreFile } from '../../../main/store/restore/restore.ts'
import { openStore } from '../../../main/store/store.ts'
import { added, createWorkspace } from './workspace.ts'
import type { Workspace } from './workspace.ts'

const isWindows = process.platform === 'win32'
const mode = (path: string): string => (statSync(path).mode & 0o7777).toString(8)

/** Modes of all below the folder, but for what is not the workspace's. */
function modesBelow(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return Object.fromEntries(names.map((name) => [name, mode(join(folder, name))]))
}

function withEverybodysMask(): Workspace {
  const before = process.umask(0)
  onTestFinished(() => void process.umask(before))
  const workspace = createWorkspace()
  onTestFinished(() => workspace.remove())
  return workspace
}

test.skipIf(isWindows)('new ones, whatever the account’s mask says', () => {
  const { store, folder } = withEverybodysMask()
  store.projects.create(added('甲'), originOfWord('新建'))
  store.backups.create('manual')
  const modes = modesBelow(folder)
  const names = Object.keys(modes)
  expect(names.some((name) => name.endsWith('-wal'))).toBe(true)
  expect(names.filter((name) => name.endsWith('-manual.db'))).toHaveLength(1)
  for (const [name, own] of Object.entries(modes))
    expect([name, own]).toEqual([name, name.endsWith('-backups') ? '700' : '600'])
})

test.skipIf(isWindows)('a copy elsewhere, and what it is restored to', () => {
  const { store, folder, file, options } = withEverybodysMask()
  store.projects.create(added('甲'), originOfWord('新建'))
  const copy = join(folder, '带走.db')
  store.exportTo(copy, false)
  store.close()
  const restored = join(folder, '别处.db')
  restoreFile(restored, copy, options.now())
  const wrong = Object.entries(modesBelow(folder)).filter(
    ([name, own]) => own !== '600' && statSync(join(folder, name)).isFile(),
  )
  expect(wrong).toEqual([])
  expect(existsSync(file)).toBe(true)
})

test.skipIf(isWindows)('those of an earlier version, at the next start; nothing else in the folder is touched', () => {
  const { store, folder, file, options } = withEverybodysMask()
  store.backups.create('manual')
  store.close()
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    chmodSync(join(folder, name), statSync(join(folder, name)).isDirectory() ? 0o755 : 0o644)
  }
  writeFileSync(join(folder, '别人的.txt'), '')
  writeFileSync(`${file}.replaced-20240101`, '')
  symlinkSync(join(folder, '别人的.txt'), `${file}.link`)
  openStore(options).close()
  const modes = modesBelow(folder)
  const open = Object.entries(modes).filter(([, own]) => !/^[67]00$/.test(own))
  expect(open.map(([name]) => name).toSorted()).toEqual(
    [`${file.slice(folder.length + 1)}.link`, '别人的.txt'].toSorted(),
  )
})

test.skipIf(isWindows)('a file that is no workspace is left as it is', () => {
  const { folder, options } = withEverybodysMask()
  const foreign = join(folder, 'foreign.db')
  writeFileSync(foreign, 'no database', { mode: 0o644 })
  expect(() => openStore({ ...options, file: foreign })).toThrow()
  expect(mode(foreign)).toBe('644')
})

test.skipIf(isWindows)('the data folder, new or as it was; never everybody’s folder or the whole home', () => {
  const { folder } = withEverybodysMask()
  const made = (name: string, own: number): string => {
    mkdirSync(join(folder, name))
    chmodSync(join(folder, name), own)
    openDataFolder(join(folder, name), join(folder, 'home'))
    return mode(join(folder, name))
  }
  expect([made('old', 0o755), made('tmp', 0o1777), made('home', 0o755)]).toEqual(['700', '1777', '755'])
  openDataFolder(join(folder, 'a', 'b'), folder)
  expect([mode(join(folder, 'a')), mode(join(folder, 'a', 'b'))]).toEqual(['700', '700'])
  expect(existsSync(join(folder, 'a', 'b'))).toBe(true)
})

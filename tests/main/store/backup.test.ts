import { originOfWord } from '../../../shared/model/origin.ts'
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listBackups } from '../../../main/store/backup/backup.ts'
import { findSource, restoreFile } from '../../../main/store/restore/restore.ts'
import { openStore } from '../../../main/store/store.ts'
import { added, createWorkspace } from './workspace.ts'
import { backUpDaily, restoreBackup } from './restore-from.ts'
import type { Workspace } from './workspace.ts'

let workspace: Workspace
beforeEach(() => {
  workspace = createWorkspace()
  workspace.store.projects.create(added('甲'), originOfWord('新建'))
})
afterEach(() => workspace.remove())
const names = () => workspace.store.projects.list({ deleted: false }).map(({ projectName }) => projectName)
const replaced = () => readdirSync(workspace.folder).filter((name) => name.includes('.replaced-'))

test('a backup is a whole workspace in one file', () => {
  const info = workspace.store.backups.create('manual')
  expect(info).toMatchObject({
    name: '20240506-080000000-manual.db',
    createdAt: '2024-05-06T08:00:00.000Z',
    reason: 'manual',
  })
  expect(readdirSync(`${workspace.file}-backups`)).toEqual([info.name])
  expect(workspace.store.backups.create('manual').name).toBe('20240506-080000001-manual.db')
})

test('restoring brings back what was, and keeps what is as a backup', () => {
  const { name } = workspace.store.backups.create('manual')
  workspace.store.projects.create(added('乙'), originOfWord('新建'))
  workspace.setTime('2024-05-06T09:00:00.000Z')
  restoreBackup(workspace.store, name)
  expect(names()).toEqual(['甲'])
  const before = workspace.store.backups.list().find(({ reason }) => reason === 'restore')
  restoreBackup(workspace.store, before?.name ?? '')
  expect(names()).toEqual(['甲', '乙'])
  expect(workspace.store.check.all()).toEqual([])
})

test('a name that is no backup is refused and the workspace stays open', () => {
  for (const name of ['../workspace.db', 'x.db', ''])
    expect(() => restoreBackup(workspace.store, name)).toThrow('找不到备份')
  expect(names()).toEqual(['甲'])
})

test('a damaged backup is refused and the workspace stays as it is', () => {
  const { name } = workspace.store.backups.create('manual')
  const path = join(`${workspace.file}-backups`, name)
  truncateSync(path, 8192)
  expect(() => restoreBackup(workspace.store, name)).toThrow('损坏')
  expect(names()).toEqual(['甲'])
})

test('a workspace that cannot be opened is replaced by a backup and kept beside it', () => {
  const { name } = workspace.store.backups.create('manual')
  workspace.store.close()
  writeFileSync(workspace.file, 'rubbish')
  expect(() => openStore(workspace.options)).toThrow('不是绩表的工作区')
  expect(listBackups(workspace.file).map((info) => info.name)).toEqual([name])
  restoreFile(workspace.file, findSource(workspace.file, name), workspace.options.now())
  workspace.store = openStore(workspace.options)
  expect(names()).toEqual(['甲'])
  expect(replaced().map((kept) => readFileSync(join(workspace.folder, kept), 'utf8'))).toEqual(['rubbish'])
})

test('one daily backup a day, fourteen days of them', () => {
  for (let day = 1; day <= 20; day += 1) {
    workspace.setTime(new Date(Date.UTC(2024, 5, day, 9)).toISOString())
    expect(backUpDaily(workspace.store)?.reason).toBe('daily')
    expect(backUpDaily(workspace.store)).toBeNull()
  }
  workspace.store.backups.create('manual')
  const daily = workspace.store.backups.list().filter(({ reason }) => reason === 'daily')
  expect(daily).toHaveLength(14)
  expect(daily.at(-1)?.createdAt).toBe('2024-06-07T09:00:00.000Z')
  expect(existsSync(workspace.file)).toBe(true)
})

/**
 * The disk is full, read-only, not ours, holds a file another program has open, or the path is too long: each time a
 * plain message, everything saved unharmed, nothing half written left behind, and the same step works when the cause is
 * gone or the export goes elsewhere. Full and read-only disks are small ones of memory, where this account may mount them.
 */
import { originOf, originOfWord } from '../../shared/model/origin.ts'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { StoreProblem } from '../../main/store/file/store-problem.ts'
import { openStore } from '../../main/store/store.ts'
import { toMicroWan } from '../../shared/values/money.ts'
import { openTestWorkspace } from '../main/handlers/test-workspace.ts'
import { added } from '../main/store/workspace.ts'
import { restoreFrom } from '../main/store/restore-from.ts'
import type { Store } from '../../main/store/store.ts'
import { holdFile, mountSmallDisk } from './small-disk.ts'
import type { SmallDisk } from './small-disk.ts'

const probe = mountSmallDisk(1)
probe?.remove()
if (!probe) console.log('skipped: full and read-only disks; this account may not mount')
const isRoot = process.getuid?.() === 0

function smallDisk(megabytes: number): SmallDisk {
  const disk = mountSmallDisk(megabytes)
  if (!disk) throw new Error('it could be mounted before')
  onTestFinished(disk.remove)
  return disk
}

function open(folder: string, readOnly = false): Store {
  let ids = Date.now() // of every opening others
  const file = join(folder, '工作区.db')
  const now = () => '2024-05-06T08:00:00.000Z'
  const store = openStore({ file, now, newId: () => `p${(ids += 1)}`, toMicroWan, readOnly })
  onTestFinished(() => store.close())
  return store
}

const names = (store: Store): string[] => store.projects.list({ deleted: false }).map(({ projectName }) => projectName)

/** What the person is told. */
function toldBy(work: () => unknown): { code: string; message: string } | null {
  try {
    work()
    return null
  } catch (thrown) {
    if (thrown instanceof StoreProblem) return { code: thrown.code, message: thrown.message }
    throw thrown
  }
}

/** Large enough that nothing of it fits into what a page may have left. */
const large = (name: string) => {
  const project = added(name)
  return { ...project, record: { ...project.record, purpose: '用于参保补助。'.repeat(20_000) } }
}

describe.skipIf(!probe)('a full disk', () => {
  test('an edit, an import and a backup are refused whole; what was saved is there, and works again', () => {
    const disk = smallDisk(8)
    const store = open(disk.folder)
    store.projects.create(added('堤防加固'), originOfWord('新建'))
    disk.fill()
    const full = { code: 'store-full', message: expect.stringContaining('磁盘空间不足') }
    const many = {
      changes: [],
      added: [1, 2, 3].map((number) => large(`批次${number}`)),
      removed: [],
      origin: originOf('imported'),
    }
    expect(toldBy(() => store.projects.create(large('山塘整治'), originOfWord('新建')))).toEqual(full)
    expect(toldBy(() => store.projects.save(many))).toEqual(full)
    expect(toldBy(() => store.backups.create('manual'))).toEqual(full)
    expect(names(store)).toEqual(['堤防加固'])
    expect(store.projects.search('批次')).toEqual([])
    expect(store.backups.list()).toEqual([])
    disk.free()
    store.projects.create(large('山塘整治'), originOfWord('新建'))
    store.backups.create('manual')
    store.checkpoint()
    expect(store.check.all()).toEqual([])
    store.close()
    expect(names(open(disk.folder))).toEqual(['堤防加固', '山塘整治'])
  })

  test('a restore and a copy elsewhere are refused whole; the work goes on, and there is nothing to clear away', () => {
    const [disk, stick] = [smallDisk(3), smallDisk(1)]
    const store = open(disk.folder)
    store.projects.create(added('堤防加固'), originOfWord('新建'))
    const copy = join(disk.folder, '另存.db')
    store.exportTo(copy, false)
    store.projects.create(added('山塘整治'), originOfWord('新建'))
    const before = readdirSync(disk.folder).toSorted()
    disk.fill()
    stick.fill()
    const full = { code: 'store-full', message: expect.stringContaining('磁盘空间不足') }
    expect(toldBy(() => restoreFrom(store, copy))).toEqual(full)
    expect(toldBy(() => store.exportTo(join(stick.folder, '另存.db'), false))).toEqual(full)
    expect(readdirSync(disk.folder).toSorted()).toEqual([...before, 'filler'].toSorted())
    expect(readdirSync(stick.folder)).toEqual(['filler'])
    expect(names(store)).toEqual(['堤防加固', '山塘整治'])
    disk.free()
    stick.free()
    store.projects.create(added('泵站更新'), originOfWord('新建'))
    store.exportTo(join(stick.folder, '另存.db'), false)
    restoreFrom(store, join(stick.folder, '另存.db'))
    expect(names(store)).toEqual(['堤防加固', '山塘整治', '泵站更新'])
    restoreFrom(store, copy)
    expect(names(store)).toEqual(['堤防加固'])
  })

  test('a workspace is opened, and a new one made, only when there is room; the disk is left as it was', () => {
    const disk = smallDisk(4)
    open(disk.folder).projects.create(added('堤防加固'), originOfWord('新建'))
    const other = join(disk.folder, '另一个')
    mkdirSync(other)
    disk.fill()
    expect(toldBy(() => open(other))).toEqual({ code: 'store-full', message: expect.stringContaining('磁盘空间不足') })
    disk.free()
    expect(names(open(other))).toEqual([])
  })

  test('an export leaves no half file and the files there alone; elsewhere it succeeds at once', async () => {
    const disk = smallDisk(2)
    const { value, call, answers, folder } = openTestWorkspace()
    await value('examples.open', {})
    const ids = (await value('projects.list', { deleted: false })).map(({ id }) => id)
    const before = join(disk.folder, '去年.xlsx')
    writeFileSync(before, '去年的表')
    const elsewhere = answers.exportTo
    answers.exportTo = disk.folder
    disk.fill()
    const run = (job: string) => call('export.run', { ids, format: 'xlsx', single: false, job })
    expect(await run('a')).toEqual({
      ok: false,
      error: { code: 'file-enospc', message: expect.stringMatching(/^无法写入“.+\.xlsx”：磁盘已满。请/) },
    })
    expect(readdirSync(disk.folder).toSorted()).toEqual(['filler', '去年.xlsx'])
    expect(readFileSync(before, 'utf8')).toBe('去年的表')
    answers.exportTo = elsewhere
    expect(await run('b')).toMatchObject({ ok: true, value: { problems: [] } })
    expect(readdirSync(join(folder, 'exports')).length).toBeGreaterThan(10)
    disk.free()
    answers.exportTo = disk.folder
    expect(await run('c')).toMatchObject({ ok: true })
  })
})

describe.skipIf(!probe)('a read-only disk', () => {
  test('a workspace on it is told and can be looked at; written to again when it may be', () => {
    const disk = smallDisk(4)
    const store = open(disk.folder)
    store.projects.create(added('堤防加固'), originOfWord('新建'))
    store.close()
    disk.setReadOnly(true)
    expect(toldBy(() => open(disk.folder))).toEqual({
      code: 'store-read-only',
      message: expect.stringContaining('只读方式打开'),
    })
    const reader = open(disk.folder, true)
    expect(names(reader)).toEqual(['堤防加固'])
    reader.close()
    disk.setReadOnly(false)
    const again = open(disk.folder)
    again.projects.create(added('山塘整治'), originOfWord('新建'))
    expect(names(again)).toEqual(['堤防加固', '山塘整治'])
  })

  test('an export is told where it cannot go', async () => {
    const disk = smallDisk(1)
    const { value, call, answers } = openTestWorkspace()
    const { id } = await value('projects.create', {
      template: 'hebei-xinle-2024',
      year: '',
      unitName: '',
      unitCode: '',
    })
    answers.exportTo = disk.folder
    disk.setReadOnly(true)
    const run = (job: string) => call('export.run', { ids: [id], format: 'docx', single: false, job })
    expect(await run('a')).toMatchObject({
      ok: false,
      error: { code: 'file-erofs', message: expect.stringContaining('只读') },
    })
    disk.setReadOnly(false)
    expect(await run('b')).toMatchObject({ ok: true })
  })
})

test.skipIf(!probe)('a file another program has open keeps its content; another name succeeds', async () => {
  const { value, call, answers, folder } = openTestWorkspace()
  const { id } = await value('projects.create', { template: 'hebei-xinle-2024', year: '', unitName: '', unitCode: '' })
  const path = join(folder, 'exports', '报送.xlsx')
  writeFileSync(path, '正在 WPS 里看的表')
  const letGo = holdFile(path)
  onTestFinished(letGo)
  const run = (fileName: string, job: string) => {
    answers.fileName = fileName
    return call('export.run', { ids: [id], format: 'xlsx', single: false, job })
  }
  expect(await run('报送.xlsx', 'a')).toEqual({
    ok: false,
    error: { code: 'file-ebusy', message: expect.stringMatching(/“报送\.xlsx”：文件正被其他程序.*请先关闭它/) },
  })
  expect(readFileSync(path, 'utf8')).toBe('正在 WPS 里看的表')
  expect(readdirSync(join(folder, 'exports'))).toEqual(['报送.xlsx'])
  expect(await run('报送二稿.xlsx', 'b')).toMatchObject({ ok: true })
  letGo()
  expect(await run('报送.xlsx', 'c')).toMatchObject({ ok: true })
  expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK')
})

test('names and paths that are too long: told so, whatever they are for', async () => {
  const { value, call, answers, folder } = openTestWorkspace()
  const { id } = await value('projects.create', { template: 'hebei-xinle-2024', year: '', unitName: '', unitCode: '' })
  answers.fileName = `${'长'.repeat(120)}.xlsx`
  const run = (job: string) => call('export.run', { ids: [id], format: 'xlsx', single: false, job })
  expect(await run('a')).toMatchObject({
    ok: false,
    error: { code: 'file-enametoolong', message: expect.stringContaining('太长') },
  })
  expect(readdirSync(join(folder, 'exports'))).toEqual([])
  answers.fileName = '短.xlsx'
  expect(await run('b')).toMatchObject({ ok: true })
  const file = join(folder, `${'长'.repeat(84)}.db`) // fits by itself, not with .lock
  const options = { file, now: () => '2024-05-06T08:00:00.000Z', newId: () => 'x', toMicroWan }
  expect(toldBy(() => openStore(options))).toEqual({
    code: 'store-unreachable',
    message: expect.stringContaining('太长'),
  })
})

test('a folder without permission: told so, and elsewhere it succeeds', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-denied-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const { value, call, answers } = openTestWorkspace()
  const { id } = await value('projects.create', { template: 'hebei-xinle-2024', year: '', unitName: '', unitCode: '' })
  const elsewhere = answers.exportTo
  answers.exportTo = folder
  chmodSync(folder, 0o555)
  const run = (job: string) => call('export.run', { ids: [id], format: 'json', single: false, job })
  if (isRoot) process.seteuid?.(65_534) // root may write anywhere
  const refused = await run('a').finally(() => isRoot && process.seteuid?.(0))
  chmodSync(folder, 0o755)
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'file-eacces', message: expect.stringContaining('没有写入这个位置的权限') },
  })
  expect(readdirSync(folder)).toEqual([])
  answers.exportTo = elsewhere
  expect(await run('b')).toMatchObject({ ok: true })
  answers.exportTo = folder
  expect(await run('c')).toMatchObject({ ok: true })
})

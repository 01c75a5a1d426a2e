/** Idle moments: checkpoint, one backup a day, damage looked for; nothing while somebody works. */
import { originOfWord } from '../../../shared/model/origin.ts'
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { openWorkspaceFile } from '../../../main/handlers/open-workspace-file.ts'
import { createHealth } from '../../../main/handlers/workspace/health.ts'
import { createStoreWorker } from '../../../main/store/worker/store-worker.ts'
import { startUpkeep } from '../../../main/handlers/workspace/upkeep.ts'
import { emptyRecord } from '../../../shared/model/project.ts'
import { backUpDaily, restoreBackup } from '../store/restore-from.ts'
import type { Store } from '../../../main/store/store.ts'

const now = (): string => '2024-05-01T08:00:00.000Z'

function openStoreAlone() {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-upkeep-'))
  const store = openWorkspaceFile({ file: join(folder, 'work.db'), now, newId: () => 'id' })
  const storeWorker = createStoreWorker()
  onTestFinished(async () => {
    await storeWorker.close()
    store.close()
    rmSync(folder, { recursive: true })
  })
  const errors: string[] = []
  const log = { info: () => {}, warn: () => {}, error: (text: string) => void errors.push(text) }
  const health = createHealth(() => {})
  return { store, errors, health, needs: { store, storeWorker, health, log, now } }
}

/** The thread's own times stay real. */
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

async function backedUp(store: Store): Promise<string[]> {
  while (store.backups.list().length === 0) await new Promise((resolve) => setImmediate(resolve))
  return store.backups.list().map(({ reason }) => reason)
}

test('after a while without calls the day’s backup is made, once', async () => {
  const { store, errors, needs } = openStoreAlone()
  const upkeep = startUpkeep(needs)
  vi.advanceTimersByTime(4000)
  upkeep.touch()
  vi.advanceTimersByTime(4000)
  expect(store.backups.list()).toEqual([])
  vi.advanceTimersByTime(3000)
  expect(await backedUp(store)).toEqual(['daily'])
  upkeep.touch()
  vi.advanceTimersByTime(60_000)
  expect(store.backups.list()).toHaveLength(1)
  expect(errors).toEqual([])
  upkeep.stop()
})

test('a failure is logged in words and stops nothing', async () => {
  const { store, errors, needs } = openStoreAlone()
  const upkeep = startUpkeep(needs)
  store.checkpoint = () => {
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  }
  vi.advanceTimersByTime(60_000)
  expect(errors[0]).toContain('磁盘空间不足')
  expect(await backedUp(store)).toEqual(['daily'])
  upkeep.stop()
})

/** Idle moments pass until it is so. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) {
    vi.advanceTimersByTime(5000)
    await new Promise((resolve) => setImmediate(resolve))
  }
}

test('a backup of the day that cannot be made is told, and is no news any more once it can', async () => {
  const { store, health, needs } = openStoreAlone()
  writeFileSync(`${store.file}-backups`, 'no folder')
  const upkeep = startUpkeep(needs)
  await until(() => health.read().backup !== null)
  expect(health.read().backup).toMatchObject({ since: now() })
  expect(health.read().backup?.message).toMatch(/[\u4e00-\u9fff]/)
  rmSync(`${store.file}-backups`)
  upkeep.touch()
  await until(() => health.read().backup === null)
  expect(store.backups.list()).toHaveLength(1)
  upkeep.stop()
})

test('what the check finds is told: the project by its name, a setting in a notice, and is mended where it can be', async () => {
  const { store, health, needs } = openStoreAlone()
  const record = emptyRecord()
  record.project.name = '甲'
  record.purpose = '用途'
  const { id } = store.projects.create(
    { template: 'hebei-xinle-2024', record, findings: { error: 0, warning: 0, hint: 0 } },
    originOfWord('新建'),
  )
  store.settings.write('theme', '大字')
  const database = new Database(store.file)
  database.exec(
    "UPDATE projects SET record = replace(record, '用途', '用X'); UPDATE settings SET value = 'x' WHERE key = 'theme'",
  )
  database.close()
  const upkeep = startUpkeep(needs)
  await until(() => store.damage.known().length > 0 && health.read().notices.length > 0)
  expect(store.damage.known()).toMatchObject([{ id, name: '甲' }])
  expect(health.read().notices).toEqual([expect.stringContaining('设置')])
  expect(store.check.all().map(({ kind }) => kind)).toEqual(['project'])
  upkeep.stop()
})

test('a file that is gone is told in an idle moment, and when it is back', async () => {
  const { store, health, needs } = openStoreAlone()
  const upkeep = startUpkeep(needs)
  renameSync(store.file, `${store.file}.elsewhere`)
  await until(() => health.read().gone !== null)
  expect(health.read().gone).toContain('被删除或移走了')
  renameSync(`${store.file}.elsewhere`, store.file)
  await until(() => health.read().gone === null)
  upkeep.stop()
})

test('a restore in the middle of the check is no failure: what stands there now is checked', async () => {
  const { store, errors, needs } = openStoreAlone()
  backUpDaily(store)
  const upkeep = startUpkeep(needs)
  const slicesOf = vi.spyOn(store.check, 'slices')
  vi.advanceTimersByTime(6000)
  while (slicesOf.mock.calls.length === 0) await new Promise((resolve) => setImmediate(resolve))
  restoreBackup(store, store.backups.list()[0]?.name ?? '')
  const again = vi.spyOn(store.check, 'slices')
  vi.advanceTimersByTime(1000)
  while (again.mock.calls.length === 0) {
    vi.advanceTimersByTime(100)
    await new Promise((resolve) => setImmediate(resolve))
  }
  vi.advanceTimersByTime(60_000)
  expect(errors).toEqual([])
  upkeep.stop()
})

/** Idle moments: checkpoint, one backup a day, damage looked for; nothing while somebody works. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { openWorkspaceFile } from '../../../main/handlers/open-workspace-file.ts'
import { createHealth } from '../../../main/handlers/health.ts'
import { createStoreWorker } from '../../../main/store/worker/store-worker.ts'
import { startUpkeep } from '../../../main/handlers/upkeep.ts'
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

/** Idle moments: checkpoint, one backup a day, damage looked for; nothing while somebody works. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { openWorkspaceFile } from '../../../main/handlers/open-workspace-file.ts'
import { startUpkeep } from '../../../main/handlers/upkeep.ts'

const now = (): string => '2024-05-01T08:00:00.000Z'

function openStoreAlone() {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-upkeep-'))
  const store = openWorkspaceFile({ file: join(folder, 'work.db'), now, newId: () => 'id' })
  onTestFinished(() => {
    store.close()
    rmSync(folder, { recursive: true })
  })
  const errors: string[] = []
  const log = { info: () => {}, warn: () => {}, error: (text: string) => void errors.push(text) }
  return { store, errors, log }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('after a while without calls the day’s backup is made, once', () => {
  const { store, errors, log } = openStoreAlone()
  const upkeep = startUpkeep(store, log)
  vi.advanceTimersByTime(4000)
  upkeep.touch()
  vi.advanceTimersByTime(4000)
  expect(store.backups.list()).toEqual([])
  vi.advanceTimersByTime(3000)
  expect(store.backups.list().map(({ reason }) => reason)).toEqual(['daily'])
  upkeep.touch()
  vi.advanceTimersByTime(60_000)
  expect(store.backups.list()).toHaveLength(1)
  expect(errors).toEqual([])
  upkeep.stop()
})

test('a failure is logged in words and stops nothing', () => {
  const { store, errors, log } = openStoreAlone()
  const upkeep = startUpkeep(store, log)
  store.checkpoint = () => {
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  }
  vi.advanceTimersByTime(60_000)
  expect(errors[0]).toContain('磁盘空间不足')
  expect(store.backups.list()).toHaveLength(1)
  upkeep.stop()
})

/**
 * Backups through the door of the program: made, looked at, put back, carried elsewhere and back, followed and given up;
 * the program answers meanwhile. What reminds of a copy on another disk.
 */
import { originOfWord } from '../../../shared/model/origin.ts'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createStoreWorker } from '../../../main/store/worker/store-worker.ts'
import { isOnAnotherDisk, readOutsideCopy, writeOutsideCopy } from '../../../main/store/backup/outside-copy.ts'
import { outsideState, remindLater } from '../../../main/handlers/workspace/outside-copy.ts'
import { inventedRecord } from '../../support/invented-records.ts'
import { openTestWorkspace } from './test-workspace.ts'
import type { TestWorkspace } from './test-workspace.ts'

const findings = { error: 0, warning: 0, hint: 0 }

function addProjects({ workspace }: TestWorkspace, count: number): string[] {
  const added = Array.from({ length: count }, (_, index) => {
    return { template: 'hebei-xinle-2024', record: inventedRecord(index), findings }
  })
  return workspace.store.projects
    .save({ changes: [], added, removed: [], origin: originOfWord('导入') })
    .added.map(({ id }) => id)
}

const progressOf = ({ events }: TestWorkspace, job: string): number[] =>
  events.flatMap(({ event, payload }) =>
    event === 'job.progress' && (payload as { job: string }).job === job ? [(payload as { done: number }).done] : [],
  )

test('a backup is made and looked at; restoring says what was here and keeps it', async () => {
  const opened = openTestWorkspace()
  const { value, workspace } = opened
  const [first = '', second = ''] = addProjects(opened, 3)
  const { name } = await value('backup.create', { job: 'a' })
  expect(progressOf(opened, 'a').at(-1)).toBe(100)
  await value('projects.remove', { ids: [first] })
  addProjects(opened, 2)
  const { id, version, record } = workspace.store.projects.read(second)
  const changed = { ...record, purpose: '后来改过' }
  workspace.store.projects.save({
    changes: [{ id, version, record: changed, findings }],
    added: [],
    removed: [],
    origin: originOfWord('编辑'),
  })
  expect(await value('backup.look', { name })).toMatchObject({
    name,
    there: { projects: 3, deleted: 0 },
    here: { projects: 4, deleted: 1 },
    onlyThere: 1,
    onlyHere: 2,
    laterHere: 1,
  })
  const outcome = await value('backup.restore', { source: { name }, job: 'b' })
  expect(outcome).toMatchObject({ projects: 3, damaged: [], kept: expect.stringMatching(/-restore\.db$/) })
  expect(workspace.store.projects.list({ deleted: false })).toHaveLength(3)
  expect(opened.events.at(-1)).toEqual({ event: 'store.changed', payload: { ids: [] } })
  expect(await value('backup.look', { name: outcome.kept })).toMatchObject({ there: { projects: 4, deleted: 1 } })
})

test('everything goes into one file elsewhere and comes back from it, with settings', async () => {
  const opened = openTestWorkspace()
  const { value, call, answers, folder } = opened
  addProjects(opened, 2)
  await value('settings.write', { key: 'author', value: '张会计' })
  answers.fileName = '带走.db'
  const exported = await value('backup.export', { job: 'a' })
  expect(exported).toMatchObject({ projects: 2, outside: 'no' })
  expect(existsSync(join(folder, 'exports', '带走.db'))).toBe(true)
  answers.exportTo = null
  expect(await value('backup.export', { job: 'b' })).toBeNull()

  await value('settings.write', { key: 'author', value: '李会计' })
  addProjects(opened, 5)
  expect(await value('backup.choose', {})).toBeNull()
  answers.backup = join(folder, 'exports', '带走.db')
  const chosen = await value('backup.choose', {})
  const token = chosen?.token ?? ''
  expect(await value('backup.look', { token })).toMatchObject({
    name: '带走.db',
    there: { projects: 2 },
    here: { projects: 7 },
  })
  await value('backup.restore', { source: { token }, job: 'c' })
  expect(await value('settings.read', {})).toMatchObject({ author: '张会计' })
  expect(await call('backup.look', { token })).toMatchObject({ ok: false, error: { code: 'not-found' } })
})

test('what is none of ours is refused before anything is touched', async () => {
  const opened = openTestWorkspace()
  const { value, call, answers, folder, workspace } = opened
  addProjects(opened, 1)
  answers.backup = join(folder, '别的.db')
  writeFileSync(answers.backup, 'x'.repeat(5000))
  const token = (await value('backup.choose', {}))?.token ?? ''
  for (const refused of [
    await call('backup.look', { token }),
    await call('backup.restore', { source: { token }, job: 'a' }),
  ]) {
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'store-not-a-database', message: expect.stringContaining('别的.db') },
    })
  }
  answers.backup = workspace.store.file
  const own = (await value('backup.choose', {}))?.token ?? ''
  expect(await call('backup.look', { token: own })).toMatchObject({ ok: false, error: { code: 'store-busy' } })
  expect(await call('backup.look', { name: '没有.db' })).toMatchObject({ ok: false, error: { code: 'not-found' } })
  expect(workspace.store.projects.list({ deleted: false })).toHaveLength(1)
})

test('calls are answered while a backup is made, and what they save is there afterwards', async () => {
  const opened = openTestWorkspace()
  const { value, workspace } = opened
  addProjects(opened, 400)
  const state = { isDone: false }
  const making = value('backup.create', { job: 'a' }).finally(() => (state.isDone = true))
  let answered = 0
  while (!state.isDone) {
    const { id } = await value('projects.create', {
      template: 'hebei-xinle-2024',
      year: '',
      unitName: '乙',
      unitCode: '',
    })
    expect(id).not.toBe('')
    answered += state.isDone ? 0 : 1
    await new Promise((resolve) => setImmediate(resolve))
  }
  await making
  expect(answered).toBeGreaterThan(3)
  expect(workspace.store.projects.list({ deleted: false })).toHaveLength(400 + answered + (state.isDone ? 0 : 1))
})

test.each(['backup.create', 'backup.export', 'restore'] as const)(
  '%s is given up: nothing is left behind',
  async (what) => {
    const opened = openTestWorkspace()
    const { value, call, folder, workspace, events } = opened
    addProjects(opened, 300)
    const { name } = await value('backup.create', { job: 'first' })
    addProjects(opened, 1)
    const before = readdirSync(folder, { recursive: true })
      .map(String)
      .toSorted((one, other) => (one < other ? -1 : 1))
    const running =
      what === 'restore' ? call('backup.restore', { source: { name }, job: 'a' }) : call(what, { job: 'a' })
    while (!events.some(({ payload }) => (payload as { job?: string }).job === 'a')) {
      await new Promise((resolve) => setImmediate(resolve))
    }
    await value('job.cancel', { job: 'a' })
    expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(
      readdirSync(folder, { recursive: true })
        .map(String)
        .toSorted((one, other) => (one < other ? -1 : 1)),
    ).toEqual(before)
    expect(workspace.store.projects.list({ deleted: false })).toHaveLength(301)
  },
)

test('looking at a backup waits for no other work', async () => {
  const opened = openTestWorkspace()
  const { value } = opened
  addProjects(opened, 50)
  const { name } = await value('backup.create', { job: 'first' })
  const ended: string[] = []
  const making = [1, 2, 3, 4].map((number) =>
    value('backup.create', { job: `b${number}` }).then(() => ended.push('backup')),
  )
  await value('backup.look', { name }).then(() => ended.push('look'))
  await Promise.all(making)
  expect(ended.indexOf('look')).toBeLessThan(4)
})

test('a restore ends what waits behind it, and waits for what reads the workspace', async () => {
  const opened = openTestWorkspace()
  const { value, call, workspace } = opened
  addProjects(opened, 50)
  const { name } = await value('backup.create', { job: 'first' })
  addProjects(opened, 1)
  const restoring = value('backup.restore', { source: { name }, job: 'a' })
  const behind = call('backup.create', { job: 'b' })
  const looks = [1, 2, 3].map(() => value('backup.look', { name }))
  expect(await restoring).toMatchObject({ projects: 50 })
  expect(await behind).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect(await Promise.all(looks)).toMatchObject([{ there: { projects: 50 } }, {}, {}])
  expect(workspace.store.projects.list({ deleted: false })).toHaveLength(50)
  expect(await value('backup.create', { job: 'c' })).toMatchObject({ reason: 'manual' })
})

test('a backup that cannot be written says so in words', async () => {
  const { call, workspace } = openTestWorkspace()
  writeFileSync(`${workspace.store.file}-backups`, 'a file where the folder should be')
  expect(await call('backup.create', { job: 'a' })).toMatchObject({
    ok: false,
    error: { message: expect.stringMatching(/\p{Script=Han}{4}/u) },
  })
})

test('closing the program stops what runs and waits for its end', async () => {
  const opened = openTestWorkspace()
  addProjects(opened, 300)
  const worker = createStoreWorker()
  const { file } = opened.workspace.store
  const running = worker.run('backup', { file, reason: 'manual', now: '2024-05-01T00:00:00.000Z' })
  const [outcome] = await Promise.allSettled([running, worker.close()])
  expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'cancelled' } })
  expect(existsSync(`${file}-backups`) ? readdirSync(`${file}-backups`) : []).toEqual([])
})

test('a reminder: after a week without a copy elsewhere, for work it does not hold, not again within a week', async () => {
  const opened = openTestWorkspace()
  const { store } = opened.workspace
  const { file } = store
  const at = (day: number) => ({ store, now: () => new Date(Date.UTC(2024, 4, day, 8)).toISOString() })
  expect(outsideState(at(30))).toEqual({ copiedAt: null, isDue: false }) // nothing to lose
  addProjects(opened, 1) // on May 1st
  expect(outsideState(at(5)).isDue).toBe(false)
  expect(outsideState(at(9)).isDue).toBe(true)
  remindLater(at(9))
  expect(outsideState(at(15)).isDue).toBe(false)
  expect(outsideState(at(17)).isDue).toBe(true)
  const copiedAt = at(17).now()
  writeOutsideCopy(file, { copiedAt })
  expect(outsideState(at(30))).toEqual({ copiedAt, isDue: false }) // nothing changed since
  writeOutsideCopy(file, { copiedAt: '2024-04-20T00:00:00.000Z' })
  expect(outsideState(at(30)).isDue).toBe(true)
  writeOutsideCopy(file, { copiedAt: '2099-01-01T00:00:00.000Z' }) // made while the clock was wrong
  expect(outsideState(at(30)).isDue).toBe(true)
  expect(await opened.value('backup.settleOutside', { how: 'copied' })).toMatchObject({ isDue: false })
  expect(readOutsideCopy(file)).not.toBeNull()
})

test('another disk is told from this one', () => {
  const { folder } = openTestWorkspace()
  mkdirSync(join(folder, 'sub'))
  expect(isOnAnotherDisk(join(folder, 'work.db'), join(folder, 'sub', 'a.db'))).toBe(false)
  if (process.platform === 'linux') expect(isOnAnotherDisk(join(folder, 'work.db'), '/dev/shm/a.db')).toBe(true)
})

test('the data folder is shown, or its path is given', async () => {
  const { value, folder } = openTestWorkspace()
  expect(await value('data.openFolder', {})).toEqual({ opened: true, folder })
})

/**
 * What is done to many projects at once: in slices between which calls are answered, followed, and taken back as one when it
 * is stopped or a later slice fails. Any number that can be selected is taken.
 */
import { originOfWord } from '../../../shared/model/origin.ts'
import { expect, test } from 'vitest'
import { inventedRecord } from '../../support/invented-records.ts'
import { openTestWorkspace } from './test-workspace.ts'
import type { TestWorkspace } from './test-workspace.ts'
import type { CallName } from '../../../shared/ipc/contract.ts'

const findings = { error: 0, warning: 0, hint: 0 }
const count = 250 // three slices

async function start(): Promise<TestWorkspace & { ids: string[]; shown: () => unknown }> {
  const opened = openTestWorkspace()
  const { store } = opened.workspace
  const added = Array.from({ length: count }, (_, index) => {
    return { template: 'hebei-xinle-2024', record: { ...inventedRecord(index), year: '' }, findings }
  })
  const ids = store.projects
    .save({ changes: [], added, removed: [], origin: originOfWord('导入') })
    .added.map(({ id }) => id)
  await opened.value('projects.check', { ids })
  opened.events.length = 0
  store.projects.remove(ids.slice(0, 2))
  store.projects.restore(ids.slice(0, 1)) // the second is in the recycle bin
  /** Everything a person sees in the lists, but when it was changed. */
  const shown = (): unknown =>
    [false, true].map((deleted) =>
      store.projects
        .list({ deleted })
        .map((summary) => ({ ...summary, updatedAt: '', deletedAt: '' }))
        .toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    )
  return { ...opened, ids, shown }
}

const progressOf = ({ events }: TestWorkspace): number[] =>
  events.flatMap(({ event, payload }) => (event === 'job.progress' ? [(payload as { done: number }).done] : []))

test('into the recycle bin, out of it and for good: slice by slice, each told', async () => {
  const opened = await start()
  const { value, ids, events, workspace } = opened
  expect(await value('projects.remove', { ids, job: 'a' })).toEqual({ count: count - 1 })
  expect(progressOf(opened)).toEqual([100, 200, 250])
  expect(workspace.store.projects.list({ deleted: false })).toEqual([])
  expect(await value('projects.restore', { ids, job: 'b' })).toEqual({ count })
  expect(await value('projects.purge', { ids, job: 'c' })).toEqual({ count: 0 }) // they live
  await value('projects.remove', { ids })
  expect(await value('projects.purge', { ids, job: 'd' })).toEqual({ count })
  expect(events.filter(({ event }) => event === 'store.changed')).toHaveLength(4)
})

test('calls are answered between the slices', async () => {
  const opened = await start()
  const { value, ids } = opened
  const state = { isDone: false }
  const removing = value('projects.remove', { ids, job: 'a' }).finally(() => (state.isDone = true))
  const seen: number[] = []
  while (!state.isDone) {
    seen.push((await value('projects.list', { deleted: false })).length)
    await new Promise((resolve) => setImmediate(resolve))
  }
  await removing
  expect(new Set(seen).size).toBeGreaterThan(2)
})

const works: [name: CallName, input: object][] = [
  ['projects.remove', {}],
  ['projects.duplicate', { year: '2031' }],
  ['projects.changeTemplate', { template: 'xinjiang-korla-2023' }],
]

test.each(works)('%s, stopped in the middle: everything is as it was', async (name, input) => {
  const opened = await start()
  const { call, value, ids, events, shown } = opened
  const before = shown()
  const living = name === 'projects.duplicate' ? ids.filter((_, index) => index !== 1) : ids
  const working = call(name, { ids: living, job: 'a', ...input }) // one of the inputs above
  while (!events.some(({ event }) => event === 'job.progress')) await new Promise((resolve) => setImmediate(resolve))
  expect(await value('job.cancel', { job: 'a' })).toEqual({ cancelled: true })
  expect(await working).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect(shown()).toEqual(before)
})

test.each([...works, ['projects.restore', {}], ['projects.purge', {}]] as typeof works)(
  '%s with a project that is not there: nothing is changed',
  async (name, input) => {
    const { call, value, ids, shown } = await start()
    if (name === 'projects.purge') await value('projects.remove', { ids })
    const before = shown()
    expect(await call(name, { ids: [...ids, 'nobody'], ...input })).toMatchObject({ ok: false })
    expect(shown()).toEqual(before)
  },
)

test('stopping a removal for good is too late once it runs: all of it is gone', async () => {
  const opened = await start()
  const { call, value, ids, events, workspace } = opened
  await value('projects.remove', { ids })
  const working = call('projects.purge', { ids, job: 'a' })
  while (!events.some(({ event }) => event === 'job.progress')) await new Promise((resolve) => setImmediate(resolve))
  await value('job.cancel', { job: 'a' })
  expect(await working).toMatchObject({ ok: true, value: { count } })
  expect(workspace.store.projects.list({ deleted: true })).toEqual([])
})

test('checking is stopped without a word: what was checked is true', async () => {
  const opened = await start()
  const { call, value, ids, events } = opened
  const working = call('projects.check', { ids, job: 'a' })
  while (!events.some(({ event }) => event === 'job.progress')) await new Promise((resolve) => setImmediate(resolve))
  await value('job.cancel', { job: 'a' })
  expect(await working).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect(await value('projects.check', { ids })).toMatchObject({ checked: count - 1 })
})

test('a hundred thousand selected are taken; more than any list holds is refused in words that help', async () => {
  const { call } = await start()
  const many = (length: number): string[] => Array.from({ length }, (_, index) => `p${index}`)
  expect(await call('projects.remove', { ids: many(100_000) })).toMatchObject({ error: { code: 'not-found' } })
  expect(await call('projects.remove', { ids: many(1_000_001) })).toMatchObject({
    error: { code: 'bad-input', message: expect.stringContaining('请分成几次做') },
  })
})

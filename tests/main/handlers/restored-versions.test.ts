/**
 * A window that slept through a restore, and one that did not: each holds the version its table had, saves through the door, and
 * nobody's work is overwritten in silence.
 */
import { expect, test } from 'vitest'
import { openTestWorkspace } from './test-workspace.ts'
import type { TestWorkspace } from './test-workspace.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'

interface Page {
  /** Saves the purpose with the version the page holds; the code of the refusal, or ''. */
  save: (purpose: string) => Promise<string>
  readAgain: () => Promise<void>
}

async function openPage({ value, call }: TestWorkspace, id: string): Promise<Page> {
  let version = 0
  let record: ProjectRecord | undefined
  const readAgain = async (): Promise<void> => {
    const [project] = (await value('projects.open', { id })).projects
    ;[version, record] = [project?.version ?? 0, project?.record]
  }
  await readAgain()
  return {
    readAgain,
    async save(purpose) {
      const changes = [{ id, version, record: { ...record, purpose } }]
      const answer = await call('projects.save', { changes, added: [], removed: [], reason: '编辑' })
      if (answer.ok) version = answer.value.saved[0]?.version ?? 0
      return answer.ok ? '' : answer.error.code
    },
  }
}

async function start(): Promise<TestWorkspace & { id: string; purpose: () => Promise<string | undefined> }> {
  const opened = openTestWorkspace()
  const { id } = await opened.value('projects.create', {
    template: 'xinjiang-korla-2023',
    year: '2024',
    unitName: '白河镇人民政府',
    unitCode: '712001',
  })
  const purpose = async () => (await opened.value('projects.open', { id })).projects[0]?.record.purpose
  return { ...opened, id, purpose }
}

test('as many saves after the restore as before it: the sleeping window is told, not obeyed', async () => {
  const workspace = await start()
  const { value, id, purpose } = workspace
  const awake = await openPage(workspace, id)
  const { name } = await value('backup.create', { job: 'j1' })
  const asleep = await openPage(workspace, id)
  expect(await asleep.save('睡前一')).toBe('')
  expect(await asleep.save('睡前二')).toBe('')
  await value('backup.restore', { source: { name }, job: 'r' })
  await awake.readAgain()
  expect(await awake.save('醒着一')).toBe('')
  expect(await awake.save('醒着二')).toBe('')
  expect(await asleep.save('醒来')).toBe('conflict')
  expect(await purpose()).toBe('醒着二')
})

test('a window with the very version of the backup is told too: its text stood for another moment', async () => {
  const workspace = await start()
  const { value, id, purpose } = workspace
  const before = await openPage(workspace, id)
  const { name } = await value('backup.create', { job: 'j2' })
  await value('backup.restore', { source: { name }, job: 'r' })
  expect(await before.save('旧窗口')).toBe('conflict')
  expect(await purpose()).toBe('')
})

test('again and again, every number is new, for a project that was deleted for good in between too', async () => {
  const workspace = await start()
  const { value, id } = workspace
  const page = await openPage(workspace, id)
  const seen = new Set<number>()
  const look = async (): Promise<void> => {
    const version = (await value('projects.open', { id })).projects[0]?.version ?? 0
    expect(seen.has(version)).toBe(false)
    seen.add(version)
  }
  const first = await value('backup.create', { job: 'j3' })
  for (let round = 0; round < 3; round += 1) {
    await look()
    await page.readAgain()
    expect(await page.save(`第${round}次`)).toBe('')
    await look()
    await value('projects.remove', { ids: [id] })
    await value('projects.purge', { ids: [id] })
    await value('backup.restore', { source: { name: first.name }, job: 'r' })
  }
  await look()
  expect(seen.size).toBe(7)
})

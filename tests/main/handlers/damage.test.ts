/** A damaged project through the door: everything else goes on and names it; it is looked at, put back, deleted; the page hears. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { emptyRecord } from '../../../shared/model/project.ts'
import { openTestWorkspace } from './test-workspace.ts'
import type { TestWorkspace } from './test-workspace.ts'

const listForm = 'guangzhou-panyu-2024'
const ownForm = 'hebei-xinle-2024'

async function filled(template: string, names: string[]): Promise<{ world: TestWorkspace; ids: string[] }> {
  const world = openTestWorkspace()
  const added = names.map((name) => {
    const record = emptyRecord()
    record.unit.name = '松林市文化馆'
    record.project.name = name
    record.purpose = `${name}的用途`
    record.funding.total = '12.5'
    return { template, record: { ...record } }
  })
  const outcome = await world.value('projects.save', { changes: [], added, removed: [], reason: '' })
  const ids = outcome.added.map(({ id }) => id)
  for (const id of ids) {
    const { projects } = await world.value('projects.open', { id })
    const project = projects.find((one) => one.id === id)
    if (!project) throw new Error('the project is in its table')
    const record = { ...project.record, purpose: `${project.record.purpose}，改过` }
    await world.value('projects.save', { changes: [{ id, version: 1, record }], added: [], removed: [], reason: '' })
  }
  return { world, ids }
}

/** A byte of its text is another on the disk. */
function damage({ folder }: TestWorkspace, name: string): void {
  const database = new Database(join(folder, 'work.db'))
  const { changes } = database
    .prepare("UPDATE projects SET record = replace(record, '的用途', 'X用途') WHERE project_name = ?")
    .run(name)
  expect(changes).toBe(1)
  database.close()
}

const named = (problems: { project: string }[] | undefined) => problems?.map(({ project }) => project)
const job = 'j'

describe('a list form', () => {
  test('opens with the others, names the damaged one, and is saved without it', async () => {
    const { world, ids } = await filled(listForm, ['甲', '乙', '丙'])
    damage(world, '乙')
    const [first = '', second = '', third = ''] = ids
    const table = await world.value('projects.open', { id: first })
    expect(table.projects.map(({ id }) => id)).toEqual([first, third])
    expect(table.damaged).toMatchObject([{ id: second, name: '乙', unitName: '松林市文化馆' }])
    const changes = table.projects.map(({ id, version, record }) => ({
      id,
      version,
      record: { ...record, purpose: '新的' },
    }))
    await world.value('projects.save', { changes, added: [], removed: [], order: [third, first], reason: '' })
    expect((await world.value('projects.open', { id: first })).projects.map(({ id }) => id)).toEqual([third, first])
    expect(await world.call('projects.open', { id: second })).toMatchObject({
      ok: false,
      error: { code: 'project-damaged' },
    })
  })

  test.each(['xlsx', 'json'] as const)(
    'is exported (%s) with what is whole, and the other is named',
    async (format) => {
      const { world, ids } = await filled(listForm, ['甲', '乙', '丙'])
      damage(world, '乙')
      const outcome = await world.value('export.run', { ids, format, single: true, job })
      expect(outcome?.written).toHaveLength(1)
      expect(named(outcome?.problems)).toEqual(['乙'])
      if (format !== 'json') return
      const file = readFileSync(join(world.folder, 'exports', outcome?.written[0]?.file ?? ''), 'utf8')
      const records = JSON.parse(file) as { record: { project: { name: string } } }[]
      expect(records.map(({ record }) => record.project.name)).toEqual(['甲', '丙'])
    },
  )
})

test('of many: checked, copied, given another form, exported, printed – all but the damaged', async () => {
  const { world, ids } = await filled(ownForm, ['甲', '乙', '丙'])
  damage(world, '乙')
  const damaged = [expect.objectContaining({ name: '乙' })]
  expect(await world.value('projects.check', { ids, job })).toMatchObject({ checked: 2, damaged })
  expect(await world.value('projects.duplicate', { ids, year: '', job })).toMatchObject({
    ids: [expect.anything(), expect.anything()],
    damaged,
  })
  expect(await world.value('projects.changeTemplate', { ids, template: 'central-2021', job })).toMatchObject({
    count: 2,
    damaged,
  })
  const outcome = await world.value('export.run', { ids, format: 'html', single: false, job })
  expect([outcome?.written.length, named(outcome?.problems)]).toEqual([2, ['乙']])
  expect(await world.value('print.run', { ids })).toEqual({ printed: true })
  expect(world.printed[0]).toContain('甲')
  const [, second = ''] = ids
  const alone = await world.value('export.run', { ids: [second], format: 'html', single: true, job })
  expect([alone?.written, named(alone?.problems)]).toEqual([[], ['乙']])
})

test('importing its file again brings it in beside, and the others are updated', async () => {
  const { world, ids } = await filled(ownForm, ['甲', '乙'])
  const outcome = await world.value('export.run', { ids, format: 'json', single: true, job })
  damage(world, '乙')
  const path = join(world.folder, 'exports', outcome?.written[0]?.file ?? '')
  const token = world.tokens.add([{ name: 'a.json', path, error: null }], null)
  await world.value('import.read', { token })
  expect(await world.value('import.commit', { token })).toMatchObject({ imported: 1, updated: 0, skipped: 1 })
})

describe('the damaged one itself', () => {
  test('is looked at, put back to a version that is whole, and its bytes are in a backup', async () => {
    const { world, ids } = await filled(ownForm, ['甲', '乙'])
    damage(world, '乙')
    const id = ids[1] ?? ''
    const look = await world.value('projects.look', { id })
    expect(look).toMatchObject({ id, name: '乙', template: ownForm, deleted: false })
    expect(look.record?.purpose).toBe('乙X用途，改过')
    expect(look.versions.map(({ version, isWhole }) => [version, isWhole])).toEqual([[1, true]])
    await world.value('projects.mend', { id, version: 1 })
    const { projects } = await world.value('projects.open', { id })
    expect(projects[0]).toMatchObject({ version: 3, record: { purpose: '乙的用途' } })
    expect((await world.value('versions.list', { id }))[0]?.origin).toMatchObject({
      kind: 'mended',
      note: '损坏后恢复到历史版本',
    })
    const [backup] = await world.value('backup.list', {})
    expect(backup).toMatchObject({ reason: 'restore', isDamaged: true })
    const copy = readFileSync(join(world.folder, 'work.db-backups', backup?.name ?? ''))
    expect(copy.includes('乙X用途')).toBe(true)
  })

  test('or taken as far as it reads', async () => {
    const { world, ids } = await filled(ownForm, ['甲'])
    damage(world, '甲')
    const id = ids[0] ?? ''
    await world.value('projects.mend', { id, version: 0 })
    expect((await world.value('projects.open', { id })).projects[0]?.record.purpose).toBe('甲X用途，改过')
    expect(await world.call('projects.mend', { id, version: 9 })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    })
  })

  test('or deleted for good', async () => {
    const { world, ids } = await filled(ownForm, ['甲', '乙'])
    damage(world, '乙')
    expect(await world.value('projects.remove', { ids, job })).toEqual({ count: 2 })
    expect(await world.value('projects.purge', { ids, job })).toEqual({ count: 2 })
    expect(await world.value('workspace.health', {})).toMatchObject({ damaged: [] })
  })

  test('a page that holds its contents saves them over the damage, unless somebody was quicker', async () => {
    const { world, ids } = await filled(ownForm, ['甲', '乙'])
    const id = ids[1] ?? ''
    const [held] = (await world.value('projects.open', { id })).projects
    if (!held) throw new Error('it opened')
    damage(world, '乙')
    const record = { ...held.record, purpose: '在页面上写的' }
    const save = (version: number) =>
      world.call('projects.save', { changes: [{ id, version, record }], added: [], removed: [], reason: '编辑' })
    expect(await save(held.version - 1)).toMatchObject({ ok: false, error: { code: 'project-damaged' } })
    expect(await save(held.version)).toMatchObject({ ok: true, value: { saved: [{ id, version: held.version + 1 }] } })
    expect((await world.value('projects.open', { id })).projects[0]?.record).toEqual(record)
    expect((await world.value('backup.list', {}))[0]).toMatchObject({ reason: 'restore', isDamaged: true })
  })
})

test('the page hears of damage, and when it is over', async () => {
  const { world, ids } = await filled(ownForm, ['甲', '乙'])
  const heard = () => world.events.filter(({ event }) => event === 'health.changed').length
  expect(await world.value('workspace.health', {})).toEqual({ damaged: [], notices: [], backup: null, gone: null })
  damage(world, '乙')
  const id = ids[1] ?? ''
  await world.call('projects.open', { id })
  expect(heard()).toBe(1)
  await world.call('projects.open', { id })
  expect(heard()).toBe(1)
  expect((await world.value('workspace.health', {})).damaged).toMatchObject([{ id, name: '乙' }])
  await world.value('projects.mend', { id, version: 1 })
  expect(heard()).toBe(2)
  expect((await world.value('workspace.health', {})).damaged).toEqual([])
})

test('the file is replaced under the program: told at the first save, kept beside, saved there', async () => {
  const { world, ids } = await filled(ownForm, ['甲'])
  const id = ids[0] ?? ''
  const file = join(world.folder, 'work.db')
  const { rmSync } = await import('node:fs')
  rmSync(file)
  writeFileSync(file, 'something else')
  const [held] = (await world.value('projects.open', { id })).projects
  const change = { id, version: held?.version ?? 0, record: { ...held?.record, purpose: '没有存上的' } }
  const save = () => world.call('projects.save', { changes: [change], added: [], removed: [], reason: '' })
  expect(await save()).toMatchObject({
    ok: false,
    error: { code: 'store-gone', message: expect.stringContaining('换成了另一个文件') },
  })
  expect((await world.value('workspace.health', {})).gone).toContain('换成了另一个文件')
  const kept = await world.value('workspace.keep', {})
  expect(kept).toMatchObject({ isBeside: true, file: expect.stringMatching(/^work（找回 .*）\.db$/) })
  expect((await world.value('workspace.health', {})).gone).toBeNull()
  expect(await save()).toMatchObject({ ok: true })
  expect((await world.value('app.info', {})).workspace).toBe(join(world.folder, kept.file))
  expect(readFileSync(file, 'utf8')).toBe('something else')
})

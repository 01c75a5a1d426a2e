/** A table that is held already: said before it is replaced, put beside it where the person says so, and taken back. */
import { originName, originOfWord } from '../../../shared/model/origin.ts'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import { inventedRecord } from '../../support/invented-records.ts'
import { openTestWorkspace } from './test-workspace.ts'
import type { TestWorkspace } from './test-workspace.ts'

const template = 'hebei-xinle-2024'
const withPurpose = (record: ProjectRecord, purpose: string): ProjectRecord => ({ ...record, purpose })
const findings = { error: 0, warning: 0, hint: 0 }

/** The files as the import page has them before it. */
async function read(opened: TestWorkspace, ...records: ProjectRecord[]) {
  const path = join(opened.folder, 'again.json')
  writeFileSync(path, JSON.stringify(records.map((record) => ({ template, record }))))
  opened.answers.files = [path]
  const { token = '' } = (await opened.value('import.choose', {})) ?? {}
  return opened.value('import.read', { token })
}

async function importAll(opened: TestWorkspace, ...records: ProjectRecord[]) {
  const { token } = await read(opened, ...records)
  return opened.value('import.commit', { token })
}

describe('before anything is replaced', () => {
  test('a new table, the same one, one that differs in two cells', async () => {
    const opened = openTestWorkspace()
    const record = inventedRecord(1)
    expect((await read(opened, record)).held).toEqual([[null]])
    await importAll(opened, record, inventedRecord(2))
    const other = withPurpose({ ...record, year: record.year, extra: { 备注: '新' } }, '新的用途')
    const { held } = await read(opened, other, inventedRecord(2))
    expect(held).toMatchObject([
      [
        { name: record.project.name, isSame: false, differences: 2, isChangedHere: false },
        { isSame: true, differences: 0 },
      ],
    ])
  })

  test('rows in another order are differences too, a row that came is one', async () => {
    const opened = openTestWorkspace()
    const record = inventedRecord(1)
    await importAll(opened, record)
    const [first, ...rest] = record.indicators
    if (!first) throw new Error('no row')
    const moved = { ...record, indicators: [...rest, first] }
    expect((await read(opened, moved)).held).toMatchObject([[{ isSame: false, differences: 1 }]])
    const longer = { ...record, indicators: [{ ...first, name: '新增指标' }, first, ...rest] }
    expect((await read(opened, longer)).held).toMatchObject([[{ isSame: false, differences: 1 }]])
  })

  test('the same content in another writing of nothing is the same', async () => {
    const opened = openTestWorkspace()
    const record = { ...inventedRecord(1), paymentPlan: [] }
    await importAll(opened, record)
    expect((await read(opened, { ...record, paymentPlan: ['', '', '', ''], extra: { 备注: '' } })).held).toMatchObject([
      [{ isSame: true, differences: 0 }],
    ])
  })

  test('one project however its name is spelled, or by its code in a unit that was renamed', async () => {
    const opened = openTestWorkspace()
    const record = inventedRecord(1)
    const named = { ...record, project: { code: '', name: '松财社[2022]105号关于下达“群众文化”补助', leader: '' } }
    await importAll(opened, record, named)
    const other = { ...named.project, name: '松财社〔2022〕105号关于下达"群众\u200B文化"补助' }
    const renamed = { ...record, unit: { code: '', name: '云溪县医疗保障局' } }
    const { held } = await read(opened, { ...named, project: other }, renamed)
    expect(held).toMatchObject([[{ differences: 1 }, { differences: 2 }]])
  })

  test('what was changed here since it came from a file is marked', async () => {
    const opened = openTestWorkspace()
    const record = inventedRecord(1)
    const [id = ''] = (await importAll(opened, record)).ids
    const change = { id, version: 1, record: { ...withPurpose(record, '这里改过') } }
    await opened.value('projects.save', { changes: [change], added: [], removed: [], reason: '编辑' })
    const { held } = await read(opened, record)
    expect(held[0]?.[0]).toMatchObject({ id, differences: 1, isChangedHere: true })
    expect(held[0]?.[0]?.updatedAt).toBe(opened.workspace.store.projects.read(id).updatedAt)
  })

  test('whichever of two tables of one name is taken, it is the project that was shown', async () => {
    const opened = openTestWorkspace()
    const one = { ...inventedRecord(1), project: { code: '', name: '其他专项', leader: '' } }
    const other = withPurpose(one, '另一项')
    await importAll(opened, one, other)
    const { token, held } = await read(opened, withPurpose(one, '一的新用途'), withPurpose(one, '二的新用途'))
    const shown = held[0]?.[1]?.id ?? ''
    await opened.value('import.commit', { token, tables: [{ file: 0, table: 1 }] })
    expect(opened.workspace.store.projects.read(shown).record.purpose).toBe('二的新用途')
  })
})

test('put beside the one that is held, which stays as it is', async () => {
  const opened = openTestWorkspace()
  const record = inventedRecord(1)
  const [id = ''] = (await importAll(opened, record)).ids
  const { token } = await read(opened, withPurpose(record, '新的用途'))
  const outcome = await opened.value('import.commit', { token, tables: [{ file: 0, table: 0, asNew: true }] })
  expect(outcome).toMatchObject({ imported: 1, updated: 0, undo: { updated: [] } })
  expect(opened.workspace.store.projects.read(id).record.purpose).toBe(record.purpose)
  expect(await opened.value('projects.list', { deleted: false })).toHaveLength(2)
})

describe('an import is taken back', () => {
  test('updated projects have their content of before, new ones are in the recycle bin', async () => {
    const opened = openTestWorkspace()
    const record = inventedRecord(1)
    const [id = ''] = (await importAll(opened, record)).ids
    const { undo } = await importAll(opened, withPurpose(record, '新的用途'), inventedRecord(2))
    expect(await opened.value('projects.undo', undo)).toMatchObject({ count: 2 })
    const living = await opened.value('projects.list', { deleted: false })
    expect(living.map((project) => project.id)).toEqual([id])
    expect(opened.workspace.store.projects.read(id).record).toEqual(record)
    expect((await opened.value('versions.list', { id })).map(({ origin }) => originName(origin))).toEqual([
      '撤销导入',
      '导入：again.json',
      '导入：again.json',
    ])
    expect(opened.events.at(-1)).toMatchObject({ event: 'store.changed', payload: { ids: [id, undo.added[0]] } })
  })

  test('not when somebody went on working on it, and then nothing of it', async () => {
    const opened = openTestWorkspace()
    const record = inventedRecord(1)
    const [id = ''] = (await importAll(opened, record)).ids
    const { undo } = await importAll(opened, withPurpose(record, '新的用途'), inventedRecord(2))
    opened.workspace.store.projects.save({
      changes: [{ id, version: 2, record: withPurpose(record, '接着写'), findings }],
      added: [],
      removed: [],
      origin: originOfWord('编辑'),
    })
    const answer = await opened.call('projects.undo', undo)
    expect(answer).toMatchObject({ ok: false, error: { code: 'conflict', message: expect.stringContaining('历史') } })
    expect(await opened.value('projects.list', { deleted: false })).toHaveLength(2)
  })
})

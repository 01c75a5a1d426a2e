/** 所属年度 through the door: asked at 新建, 导入 and 复制, set for many, and each step taken back in one. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { originName, originOf } from '../../../shared/model/origin.ts'
import { inventedRecord } from '../../support/invented-records.ts'
import { openTestWorkspace } from './test-workspace.ts'
import type { TestWorkspace } from './test-workspace.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'

const guangzhou = 'guangzhou-panyu-2024'
const korla = 'xinjiang-korla-2023'
const findings = { error: 0, warning: 0, hint: 0 }

/** A form that prints no year, one table a unit. */
const undated = (number: number, more: Partial<ProjectRecord> = {}): ProjectRecord => ({
  ...inventedRecord(number),
  year: '',
  ...more,
})

function put(opened: TestWorkspace, template: string, fiscalYear: string, ...records: ProjectRecord[]): string[] {
  const added = records.map((record) => ({ template, record, fiscalYear, findings }))
  const outcome = opened.workspace.store.projects.save({
    changes: [],
    added,
    removed: [],
    origin: originOf('imported'),
  })
  return outcome.added.map(({ id }) => id)
}

const listOf = async ({ value }: TestWorkspace) => value('projects.list', { deleted: false })
const yearsOf = async (opened: TestWorkspace) =>
  (await listOf(opened)).map(({ id, fiscalYear, year }) => [id, fiscalYear, year])

describe('新建', () => {
  test.each([
    [guangzhou, ''],
    [korla, '2025'],
  ])('%s: the year is asked once, and printed where the form prints one', async (template, printed) => {
    const opened = openTestWorkspace()
    const { id } = await opened.value('projects.create', { template, year: '2025', unitName: '园林所', unitCode: '' })
    expect(await yearsOf(opened)).toEqual([[id, '2025', printed]])
    expect((await opened.value('projects.open', { id })).fiscalYear).toBe('2025')
    expect(await opened.value('years.list', {})).toEqual(['2025'])
  })
})

describe('editing', () => {
  const save = async ({ value }: TestWorkspace, id: string, year: string) => {
    const { projects } = await value('projects.open', { id })
    const [project] = projects
    if (!project) throw new Error('it was opened')
    const change = { id, version: project.version, record: { ...project.record, year } }
    return value('projects.save', { changes: [change], added: [], removed: [], reason: '' })
  }

  test('the printed year takes the fiscal year with it while the two were equal', async () => {
    const opened = openTestWorkspace()
    const [same = '', other = ''] = [
      ...put(opened, korla, '2024', inventedRecord(1)),
      ...put(opened, korla, '2023', inventedRecord(2)),
    ]
    await save(opened, same, '2025')
    await save(opened, other, '2025')
    expect(await yearsOf(opened)).toEqual([
      [other, '2023', '2025'],
      [same, '2025', '2025'],
    ])
  })

  test('a new row of a list form is of the year of its table', async () => {
    const opened = openTestWorkspace()
    const [id = ''] = put(opened, guangzhou, '2025', undated(1))
    const row = { template: guangzhou, year: '2025', record: { ...undated(2) } }
    const { added } = await opened.value('projects.save', { changes: [], added: [row], removed: [], reason: '' })
    const { projects } = await opened.value('projects.open', { id })
    expect(projects.map((project) => project.id)).toEqual([id, added[0]?.id])
  })

  test('a project that was checked is a draft again', async () => {
    const opened = openTestWorkspace()
    const [id = ''] = put(opened, korla, '2024', inventedRecord(1))
    opened.workspace.store.projects.changeStatus([id], 'checked')
    expect((await listOf(opened))[0]?.status).toBe('checked')
    await save(opened, id, '2024')
    expect((await listOf(opened))[0]?.status).toBe('checked') // nothing was changed
    await save(opened, id, '2025')
    expect((await listOf(opened))[0]?.status).toBe('draft')
  })
})

describe('复制', () => {
  test('a table without a printed year is a table of its own in the next year; the copy is taken back', async () => {
    const opened = openTestWorkspace()
    const ids = put(opened, guangzhou, '2024', undated(1), undated(2))
    const copied = await opened.value('projects.duplicate', { ids, year: '2025' })
    expect(copied.undo).toEqual({ updated: [], added: copied.ids })
    const open = async (id = '') => (await opened.value('projects.open', { id })).projects.map((project) => project.id)
    expect([await open(ids[0]), await open(copied.ids[0])]).toEqual([ids, copied.ids])
    expect(await opened.value('projects.undo', copied.undo)).toEqual({ count: 2, ids: copied.ids })
    expect((await listOf(opened)).map(({ id }) => id)).toEqual(ids)
    expect(await opened.value('projects.list', { deleted: true })).toHaveLength(2)
  })

  test('what is printed goes with it; without a year it stays in its own', async () => {
    const opened = openTestWorkspace()
    const [id = ''] = put(opened, korla, '2024', inventedRecord(1))
    const [next] = (await opened.value('projects.duplicate', { ids: [id], year: '2025' })).ids
    const [same] = (await opened.value('projects.duplicate', { ids: [id], year: '' })).ids
    expect(await yearsOf(opened)).toEqual([
      [id, '2024', '2024'],
      [same, '2024', '2024'],
      [next, '2025', '2025'],
    ])
  })
})

describe('换表样', () => {
  test('taken back in one step: the old form with the old content', async () => {
    const opened = openTestWorkspace()
    const { store } = opened.workspace
    const empty = { ...undated(1).funding, unit: '' }
    const ids = put(opened, 'hebei-xinle-2024', '2025', undated(1, { funding: empty }), undated(2))
    const before = ids.map((id) => store.projects.read(id))
    const { undo, count } = await opened.value('projects.changeTemplate', { ids, template: korla })
    expect([count, undo]).toEqual([2, { updated: ids.map((id) => ({ id, version: 2 })), added: [] }])
    expect(store.projects.read(ids[0] ?? '')).toMatchObject({
      template: korla,
      fiscalYear: '2025',
      record: { year: '2025', funding: { unit: '万元' } }, // the form prints its year
    })
    expect((await opened.value('projects.undo', undo)).ids).toEqual(ids)
    const after = ids.map((id) => store.projects.read(id))
    expect(after.map(({ template, fiscalYear, record }) => ({ template, fiscalYear, record }))).toEqual(
      before.map(({ template, fiscalYear, record }) => ({ template, fiscalYear, record })),
    )
    const versions = await opened.value('versions.list', { id: ids[0] ?? '' })
    expect(versions.map(({ origin }) => originName(origin))).toEqual(['撤销换表样', '换表样', '导入'])
  })

  test('a form nobody knew is there again too', async () => {
    const opened = openTestWorkspace()
    const [id = ''] = put(opened, '', '', undated(1))
    const { undo } = await opened.value('projects.changeTemplate', { ids: [id], template: guangzhou })
    await opened.value('projects.undo', undo)
    expect((await listOf(opened))[0]?.template).toBe('')
  })
})

describe('the year of many', () => {
  test('set in one go, the printed year with it where the two were equal; taken back', async () => {
    const opened = openTestWorkspace()
    const [a = '', b = ''] = put(opened, guangzhou, '', undated(1), undated(2))
    const [c = ''] = put(opened, korla, '2024', inventedRecord(3))
    const [d = ''] = put(opened, korla, '2023', { ...inventedRecord(4), year: '2022' })
    const before = await yearsOf(opened)
    const { count, ids, undo } = await opened.value('projects.setYear', { ids: [a, b, c, d], year: '2025' })
    expect([count, ids]).toEqual([4, [a, b, c, d]])
    expect(new Set((await yearsOf(opened)).map((row) => row.join(' ')))).toEqual(
      new Set([`${a} 2025 `, `${b} 2025 `, `${c} 2025 2025`, `${d} 2025 2022`]),
    )
    expect((await opened.value('projects.setYear', { ids: [a], year: '2025' })).count).toBe(0)
    await opened.value('projects.undo', undo)
    expect(await yearsOf(opened)).toEqual(before)
    expect(opened.workspace.store.check.all()).toEqual([])
  })

  test('of very many: followed, stopped as a whole, and taken back though somebody stops half-way', async () => {
    const opened = openTestWorkspace()
    const ids = put(opened, guangzhou, '', ...Array.from({ length: 250 }, (_, index) => undated(index)))
    const { value, call, events } = opened
    const stopAfter = async <T>(work: Promise<T>, job: string): Promise<T> => {
      await new Promise((resolve) => setImmediate(resolve))
      await value('job.cancel', { job })
      return work
    }
    expect((await stopAfter(call('projects.setYear', { ids, year: '2025', job: 'a' }), 'a')).ok).toBe(false)
    expect(new Set((await listOf(opened)).map(({ fiscalYear }) => fiscalYear))).toEqual(new Set(['']))
    const { undo } = await value('projects.setYear', { ids, year: '2025', job: 'b' })
    expect(events.filter(({ event }) => event === 'job.progress').length).toBeGreaterThan(2)
    expect((await stopAfter(call('projects.undo', { ...undo, job: 'c' }), 'c')).ok).toBe(false)
    expect(new Set((await listOf(opened)).map(({ fiscalYear }) => fiscalYear))).toEqual(new Set(['2025']))
  })

  test('refused as a whole where somebody has gone on working', async () => {
    const opened = openTestWorkspace()
    const [a = '', b = ''] = put(opened, guangzhou, '', undated(1), undated(2))
    const { undo } = await opened.value('projects.setYear', { ids: [a, b], year: '2025' })
    await opened.value('projects.setYear', { ids: [b], year: '2026' })
    const answer = await opened.call('projects.undo', undo)
    expect(answer).toMatchObject({ ok: false, error: { code: 'conflict', message: expect.stringContaining('历史') } })
    expect((await yearsOf(opened)).map(([, year]) => year)).toEqual(['2025', '2026'])
  })
})

describe('导入', () => {
  async function read(opened: TestWorkspace, name: string, ...entries: object[]) {
    const path = join(opened.folder, name)
    writeFileSync(path, JSON.stringify(entries))
    opened.answers.files = [path]
    const { token = '' } = (await opened.value('import.choose', {})) ?? {}
    return opened.value('import.read', { token })
  }

  test('the page is told the year of each table, what may be suggested, and what it may well be', async () => {
    const opened = openTestWorkspace()
    const [held = ''] = put(opened, guangzhou, '2024', undated(1))
    const named = undated(1, { purpose: '新' })
    const preview = await read(
      opened,
      '2025年报表.json',
      { template: guangzhou, record: named },
      { template: korla, record: inventedRecord(2) },
      { template: guangzhou, record: undated(3), fiscalYear: '2023' },
    )
    expect(preview.years).toMatchObject([
      [
        { fiscalYear: '', isFixed: false, suggested: expect.arrayContaining([{ year: '2025', from: 'file' }]) },
        { fiscalYear: '2024', isFixed: true },
        { fiscalYear: '2023', isFixed: true },
      ],
    ])
    expect(preview.held).toEqual([[null, null, null]])
    expect(preview.near[0]?.[0]).toMatchObject({ id: held, fiscalYear: '2024', why: 'year' })
  })

  test('with the years chosen the tables are matched anew, and so they are saved', async () => {
    const opened = openTestWorkspace()
    const [held = ''] = put(opened, guangzhou, '2024', undated(1))
    const { token } = await read(opened, 'a.json', { template: guangzhou, record: undated(1, { purpose: '新' }) })
    const match = (year: string) => opened.value('import.match', { token, years: [{ file: 0, table: 0, year }] })
    expect(await match('2025')).toMatchObject({ held: [[null]], years: [[{ fiscalYear: '2025' }]], near: [[null]] })
    expect(await match('2024')).toMatchObject({ held: [[{ id: held, differences: 1 }]] })
    const tables = [{ file: 0, table: 0, year: '2024' }]
    expect(await opened.value('import.commit', { token, tables })).toMatchObject({ imported: 0, updated: 1 })
  })

  test('a near name can be taken for what it is, by the person’s word', async () => {
    const opened = openTestWorkspace()
    const base = undated(1)
    const [held = ''] = put(opened, guangzhou, '2024', {
      ...base,
      project: { code: '', name: '残疾人居家护理补贴', leader: '' },
    })
    const record = { ...base, project: { code: '', name: '残疾人居家护理补贴项目', leader: '' } }
    const { token, near } = await read(opened, 'a.json', { template: guangzhou, record, fiscalYear: '2024' })
    expect(near[0]?.[0]).toMatchObject({ id: held, why: 'name' })
    const outcome = await opened.value('import.commit', { token, tables: [{ file: 0, table: 0, into: held }] })
    expect(outcome).toMatchObject({ imported: 0, updated: 1, files: [{ tables: [{ id: held }] }] })
  })

  test('the version says where it came from', async () => {
    const opened = openTestWorkspace()
    const { token } = await read(opened, '报表.json', { template: korla, record: inventedRecord(1) })
    const { ids } = await opened.value('import.commit', { token })
    const [version] = await opened.value('versions.list', { id: ids[0] ?? '' })
    expect(version?.origin).toMatchObject({ kind: 'imported', file: '报表.json' })
    expect(version?.origin.fileHash).toMatch(/^[0-9a-f]{64}$/u)
  })
})

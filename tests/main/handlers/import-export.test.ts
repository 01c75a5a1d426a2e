import { builtIn } from '../../../shared/templates/built-in.ts'
import { originName, originOfWord } from '../../../shared/model/origin.ts'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importTables } from '../../../main/handlers/import/import-tables.ts'
import type { ReadFile } from '../../../shared/model/read-file.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import { inventedRecord } from '../../support/invented-records.ts'
import { openTestWorkspace } from './test-workspace.ts'

const template = 'hebei-xinle-2024'
const table = (record: ProjectRecord) => ({
  template,
  kind: 'target' as const,
  source: { sheet: '', range: '' },
  record,
  problems: [],
})
const fileOf = (...records: ProjectRecord[]): ReadFile => ({ file: 'a.json', error: null, tables: records.map(table) })
const counts = ({ imported, updated, conflicts, skipped }: ReturnType<typeof importTables>) => [
  imported,
  updated,
  conflicts,
  skipped,
]
const withPurpose = (record: ProjectRecord, purpose: string): ProjectRecord => ({ ...record, purpose })

test('the same content is skipped, other content of the same project updates and keeps the old version', () => {
  const {
    workspace: { store },
  } = openTestWorkspace()
  const record = inventedRecord(1)
  expect(counts(importTables({ store, templates: builtIn }, [fileOf(record)], 'imported'))).toEqual([1, 0, 0, 0])
  expect(counts(importTables({ store, templates: builtIn }, [fileOf(record)], 'imported'))).toEqual([0, 0, 0, 1])
  const { ids } = importTables({ store, templates: builtIn }, [fileOf(withPurpose(record, '新的用途'))], 'imported')
  expect(ids).toHaveLength(1)
  expect(store.projects.read(ids[0] ?? '').record.purpose).toBe('新的用途')
  expect(store.versions.list(ids[0] ?? '').map(({ origin }) => originName(origin))).toEqual([
    '导入：a.json',
    '导入：a.json',
  ])
})

test('while collecting, what was changed here since is kept and reported', () => {
  const {
    workspace: { store },
  } = openTestWorkspace()
  const record = inventedRecord(1)
  const {
    ids: [id = ''],
  } = importTables({ store, templates: builtIn }, [fileOf(record)], 'collected')
  expect(
    counts(importTables({ store, templates: builtIn }, [fileOf(withPurpose(record, '第二次上报'))], 'collected')),
  ).toEqual([0, 1, 0, 0])
  store.projects.save({
    changes: [{ id, version: 2, record: withPurpose(record, '这里改过'), findings: { error: 0, warning: 0, hint: 0 } }],
    added: [],
    removed: [],
    origin: originOfWord('编辑'),
  })
  expect(
    counts(importTables({ store, templates: builtIn }, [fileOf(withPurpose(record, '第三次上报'))], 'collected')),
  ).toEqual([0, 0, 1, 0])
  expect(store.projects.read(id).record.purpose).toBe('这里改过')
})

test('what was changed and put back is no change', () => {
  const {
    workspace: { store },
  } = openTestWorkspace()
  const record = inventedRecord(1)
  const {
    ids: [id = ''],
  } = importTables({ store, templates: builtIn }, [fileOf(record)], 'collected')
  const save = (version: number, changed: ProjectRecord) =>
    store.projects.save({
      changes: [{ id, version, record: changed, findings: { error: 0, warning: 0, hint: 0 } }],
      added: [],
      removed: [],
      origin: originOfWord('编辑'),
    })
  save(1, withPurpose(record, '这里改过'))
  save(2, record)
  expect(
    counts(importTables({ store, templates: builtIn }, [fileOf(withPurpose(record, '第二次上报'))], 'collected')),
  ).toEqual([0, 1, 0, 0])
  expect(store.projects.read(id).record.purpose).toBe('第二次上报')
})

describe('files of one run are compared with each other', () => {
  const record = inventedRecord(1)

  test('a second copy is the same project, whichever order they have', () => {
    const { store } = openTestWorkspace().workspace
    const files = [fileOf(record, inventedRecord(2)), fileOf(inventedRecord(2), record), fileOf(inventedRecord(3))]
    const outcome = importTables({ store, templates: builtIn }, files, 'collected')
    expect([outcome.imported, outcome.duplicates, outcome.identical]).toEqual([3, 1, 0])
    expect(store.projects.list({ deleted: false })).toHaveLength(3)
    const again = importTables({ store, templates: builtIn }, files, 'collected')
    expect([again.imported, again.duplicates, again.identical]).toEqual([0, 1, 2])
  })

  test('while collecting, two that differ wait for a person; importing, the later one stands', () => {
    const other = withPurpose(record, '另一份')
    const collected = openTestWorkspace().workspace.store
    expect(
      counts(importTables({ store: collected, templates: builtIn }, [fileOf(record), fileOf(other)], 'collected')),
    ).toEqual([1, 0, 1, 0])
    const { store } = openTestWorkspace().workspace
    const { ids } = importTables({ store, templates: builtIn }, [fileOf(record), fileOf(other)], 'imported')
    expect(ids.map((id) => store.projects.read(id).record.purpose)).toEqual(['另一份'])
  })

  test('the first left out, the second is the one that comes', () => {
    const { store } = openTestWorkspace().workspace
    const files = [fileOf(record), fileOf(withPurpose(record, '另一份'))]
    const outcome = importTables({ store, templates: builtIn }, files, 'imported', (file) => ({
      choice: file === 0 ? 'leave' : 'update',
    }))
    expect([outcome.imported, outcome.updated]).toEqual([1, 0])
    expect(store.projects.list({ deleted: false })).toHaveLength(1)
  })

  test('put beside on request', () => {
    const { store } = openTestWorkspace().workspace
    importTables({ store, templates: builtIn }, [fileOf(record), fileOf(record)], 'imported', (file) => ({
      choice: file === 0 ? 'update' : 'new',
    }))
    expect(store.projects.list({ deleted: false })).toHaveLength(2)
  })
})

test('two tables of one name in one file are two projects, and both find themselves again', () => {
  const {
    workspace: { store },
  } = openTestWorkspace()
  const one = { ...inventedRecord(1), project: { code: '', name: '其他专项', leader: '' } }
  const other = withPurpose(one, '另一项')
  expect(counts(importTables({ store, templates: builtIn }, [fileOf(one, other)], 'imported'))).toEqual([2, 0, 0, 0])
  expect(counts(importTables({ store, templates: builtIn }, [fileOf(other, one)], 'imported'))).toEqual([0, 0, 0, 2])
})

test('equal names with different codes are different projects', () => {
  const {
    workspace: { store },
  } = openTestWorkspace()
  const one = inventedRecord(1)
  const other = { ...one, project: { ...one.project, code: '13099924P000000000999' } }
  importTables({ store, templates: builtIn }, [fileOf(one)], 'imported')
  expect(counts(importTables({ store, templates: builtIn }, [fileOf(other)], 'imported'))).toEqual([1, 0, 0, 0])
})

test('sister tables are not taken for projects', () => {
  const {
    workspace: { store },
  } = openTestWorkspace()
  const file: ReadFile = { ...fileOf(), tables: [{ ...table(inventedRecord(1)), kind: 'self-evaluation' }] }
  const outcome = importTables({ store, templates: builtIn }, [file], 'imported')
  expect(counts(outcome)).toEqual([0, 0, 0, 1])
  expect(outcome.files[0]?.error?.code).toBe('import-no-project')
})

test('choose, read, commit: one bad file among others is reported', async () => {
  const { folder, value, call, answers } = openTestWorkspace()
  const inbox = join(folder, 'inbox', '白河镇')
  mkdirSync(inbox, { recursive: true })
  writeFileSync(join(inbox, 'good.json'), JSON.stringify({ template, record: inventedRecord(1) }))
  writeFileSync(join(inbox, 'empty.xlsx'), '')
  writeFileSync(join(inbox, '~$good.xlsx'), 'a lock file of an office program')
  answers.files = [join(folder, 'inbox')]
  const chosen = await value('import.choose', {})
  const token = chosen?.token ?? ''
  const preview = await value('import.read', { token })
  expect(preview.files.map(({ file, error, tables }) => [file, error?.code ?? null, tables.length])).toEqual([
    ['inbox/白河镇/empty.xlsx', 'F-EMPTY', 0],
    ['inbox/白河镇/good.json', null, 1],
  ])
  const outcome = await value('import.commit', { token, tables: [{ file: 1, table: 0 }] })
  expect(outcome).toMatchObject({ imported: 1, updated: 0, conflicts: 0, skipped: 0 })
  expect(await call('import.commit', { token })).toMatchObject({ ok: false, error: { code: 'not-found' } })
})

test('tokens are forgotten: the oldest beyond sixteen, and all after two hours', () => {
  const { tokens } = openTestWorkspace()
  const made = Array.from({ length: 17 }, () => tokens.add([], null))
  expect(() => tokens.read(made[0] ?? '')).toThrow('重新选择文件')
  expect(tokens.read(made[1] ?? '').files).toEqual([])
})

test('export writes recognisable names, and never over a file that is there', async () => {
  const { value, answers } = openTestWorkspace()
  const { ids } = await value('examples.open', {})
  const list = await value('projects.list', { deleted: false })
  const hebei = list.filter((project) => project.template === template).map(({ id }) => id)
  const first = await value('export.run', { ids: hebei, format: 'xlsx', single: false, job: 'a' })
  const again = await value('export.run', { ids: hebei.slice(0, 1), format: 'xlsx', single: false, job: 'b' })
  expect(ids).toHaveLength(25)
  expect(first?.written).toHaveLength(7)
  expect(first?.written[0]?.file).toMatch(/^云溪县.+ .+\.xlsx$/)
  expect(again?.written[0]?.file).toMatch(/ \(2\)\.xlsx$/)
  expect(readdirSync(answers.exportTo ?? '')).toHaveLength(8)
})

test('a list form is one file a unit; one file for all has every table', async () => {
  const { value, folder } = openTestWorkspace()
  await value('examples.open', {})
  const list = await value('projects.list', { deleted: false })
  const guangzhou = list.filter((project) => project.template === 'guangzhou-panyu-2024').map(({ id }) => id)
  const outcome = await value('export.run', { ids: guangzhou, format: 'html', single: false, job: 'a' })
  expect(outcome?.written).toHaveLength(1)
  const all = await value('export.run', { ids: list.map(({ id }) => id), format: 'json', single: true, job: 'b' })
  const file = join(folder, 'exports', all?.written[0]?.file ?? '')
  expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveLength(25)
})

test('cancelled in the dialog: nothing; cancelled on the way: no file stays', async () => {
  const { value, call, answers, workspace } = openTestWorkspace()
  await value('examples.open', {})
  const ids = (await value('projects.list', { deleted: false })).map(({ id }) => id)
  const exportTo = answers.exportTo
  answers.exportTo = null
  expect(await value('export.run', { ids, format: 'xlsx', single: false, job: 'a' })).toBeNull()
  answers.exportTo = exportTo
  const running = call('export.run', { ids, format: 'html', single: false, job: 'b' })
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(await workspace.dispatch('job.cancel', { job: 'b' })).toEqual({ ok: true, value: { cancelled: true } })
  expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect(readdirSync(exportTo ?? '')).toEqual([])
})

test('a folder that went away is told plainly', async () => {
  const { value, call, answers } = openTestWorkspace()
  const { id } = await value('projects.create', { template, year: '', unitName: '甲', unitCode: '' })
  answers.exportTo = '/nowhere/usb'
  const result = await call('export.run', { ids: [id], format: 'xlsx', single: false, job: 'a' })
  expect(result).toMatchObject({ ok: false, error: { code: 'file-noent' } })
})

test('printing hands the official pages to the host', async () => {
  const { value, printed, folder } = openTestWorkspace()
  const { id } = await value('projects.create', { template, year: '', unitName: '云溪县教育局', unitCode: '' })
  expect(await value('print.run', { ids: [id] })).toEqual({ printed: true })
  expect(printed[0]).toContain('云溪县教育局')
  expect(existsSync(folder)).toBe(true)
})

test('a table of an unknown form is kept, and shown and exported on the central form', async () => {
  const { value, workspace } = openTestWorkspace()
  const file = { ...fileOf(), tables: [{ ...table(inventedRecord(1)), template: null }] }
  const { imported, ids } = importTables({ store: workspace.store, templates: builtIn }, [file], 'imported')
  const [id = ''] = ids
  expect(imported).toBe(1)
  expect(await value('projects.open', { id })).toMatchObject({ template: 'central-2021', scope: 'project' })
  const outcome = await value('export.run', { ids: [id], format: 'html', single: false, job: 'a' })
  expect(outcome?.written).toMatchObject([{ template: 'central-2021' }])
})

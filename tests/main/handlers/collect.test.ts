/** What a collection makes of tables that were worked on here: told from the origins of their versions, file by file. */
import { builtIn } from '../../../shared/templates/built-in.ts'
import { expect, test } from 'vitest'
import { importTables } from '../../../main/handlers/import/import-tables.ts'
import { inventedRecord } from '../../support/invented-records.ts'
import { openTestWorkspace } from './test-workspace.ts'
import type { TestWorkspace } from './test-workspace.ts'
import type { ImportOutcome } from '../../../shared/ipc/import.ts'
import type { ReadFile } from '../../../shared/model/read-file.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'

const template = 'hebei-xinle-2024'

const fileOf = (file: string, ...records: ProjectRecord[]): ReadFile => ({
  file,
  error: null,
  hash: 'a'.repeat(64),
  tables: records.map((record) => ({
    template,
    kind: 'target',
    source: { sheet: '', range: '' },
    record,
    problems: [],
  })),
})

const collect = ({ workspace }: TestWorkspace, ...files: ReadFile[]): ImportOutcome =>
  importTables({ store: workspace.store, templates: builtIn }, files, 'collected')

const counts = ({ imported, updated, conflicts, skipped }: ImportOutcome) => [imported, updated, conflicts, skipped]

async function edit({ value, workspace }: TestWorkspace, id: string, purpose: string, reason: string): Promise<void> {
  const { version, record } = workspace.store.projects.read(id)
  const change = { id, version, record: { ...record, purpose } }
  await value('projects.save', { changes: [change], added: [], removed: [], reason })
}

test('collected, edited, taken back, collected again: no conflict', async () => {
  const opened = openTestWorkspace()
  const record = inventedRecord(1)
  const [id = ''] = collect(opened, fileOf('a.xlsx', record)).ids
  await edit(opened, id, '新的用途', '')
  await edit(opened, id, record.purpose, '撤销：编辑')
  expect(counts(collect(opened, fileOf('b.xlsx', { ...record, purpose: '再报' })))).toEqual([0, 1, 0, 0])
})

test.each(['导入', '收表', '示例'])(
  'what somebody typed is no file’s, though the step is called %s',
  async (reason) => {
    const opened = openTestWorkspace()
    const record = inventedRecord(1)
    const [id = ''] = collect(opened, fileOf('a.xlsx', record)).ids
    await edit(opened, id, '在这里改的', reason)
    expect(counts(collect(opened, fileOf('b.xlsx', { ...record, purpose: '再报' })))).toEqual([0, 0, 1, 0])
    expect(opened.workspace.store.projects.read(id).record.purpose).toBe('在这里改的')
  },
)

test('of a file in which one table was changed on both sides nothing is taken', async () => {
  const opened = openTestWorkspace()
  const [one, two, three] = [1, 2, 3].map((number) => inventedRecord(number)) as [
    ProjectRecord,
    ProjectRecord,
    ProjectRecord,
  ]
  const [id = ''] = collect(opened, fileOf('a.xlsx', one, two)).ids
  await edit(opened, id, '在这里改的', '')
  const again = fileOf('b.xlsx', { ...one, purpose: '再报' }, { ...two, purpose: '再报' }, three)
  const outcome = collect(opened, again, fileOf('c.xlsx', inventedRecord(4)))
  expect(counts(outcome)).toEqual([1, 0, 1, 2])
  expect(outcome.files.map(({ outcome: file }) => file)).toEqual(['conflict', 'imported'])
  expect(outcome.files[0]?.tables.map((table) => [table.outcome, table.id !== ''])).toEqual([
    ['conflict', true],
    ['skipped', false],
    ['skipped', false],
  ])
  expect(outcome.files[0]?.tables[0]?.conflicts).toEqual([
    { path: 'purpose', base: '', held: '在这里改的', incoming: '再报' },
  ])
  const held = opened.workspace.store.projects.list({ deleted: false })
  expect(held.map(({ projectName }) => projectName)).toEqual(
    [one, two, inventedRecord(4)].map(({ project }) => project.name),
  )
})

test('what came in again with a note of its own has the note, and no other version counts', () => {
  const opened = openTestWorkspace()
  const record = inventedRecord(1)
  const [id = ''] = collect(opened, fileOf('a.json', record)).ids
  const note = {
    id: 'n1',
    kind: 'comment' as const,
    path: 'purpose',
    code: '',
    text: '请写明用途',
    author: '王',
    at: '2024-05-01T00:00:00.000Z',
    replies: [],
    done: false,
  }
  const file = fileOf('b.json', record)
  const outcome = collect(opened, { ...file, tables: file.tables.map((table) => ({ ...table, notes: [note] })) })
  expect([counts(outcome), outcome.identical]).toEqual([[0, 0, 0, 1], 1])
  expect(opened.workspace.store.projects.read(id).notes).toEqual([note])
})

test('sister tables are told, and are no projects', () => {
  const opened = openTestWorkspace()
  const file = fileOf('a.xlsx', inventedRecord(1))
  const sister = { ...file, tables: file.tables.map((table) => ({ ...table, kind: 'self-evaluation' as const })) }
  expect(collect(opened, sister)).toMatchObject({
    imported: 0,
    foreign: 1,
    files: [{ outcome: 'foreign', tables: [], error: { code: 'import-no-project' } }],
  })
})

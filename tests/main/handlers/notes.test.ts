/** 说明 and 意见 through the door: checked, saved, counted, carried along by what changes the project elsewhere. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Note } from '../../../shared/model/note.ts'
import { emptyIndicator } from '../../../shared/model/project.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import { checkRecordRules } from '../../../shared/rules/check.ts'
import { builtIn } from '../../../shared/templates/built-in.ts'
import { inventedRecord } from '../../support/invented-records.ts'
import { comment, explanation } from '../../support/sample-notes.ts'
import { openTestWorkspace } from './test-workspace.ts'
import type { TestWorkspace } from './test-workspace.ts'

const korla = 'xinjiang-korla-2023'

/** Two indicators of one name, and nothing about satisfaction: findings of severity 核实. */
function doubtful(): ProjectRecord {
  const record = inventedRecord(1)
  const rows = record.indicators.filter(({ category }) => category !== '满意度指标')
  return { ...record, indicators: rows.map((row, at) => (at === 1 ? (rows[0] ?? row) : row)) }
}

const warningsOf = (record: ProjectRecord) => {
  const template = builtIn.find(korla)
  return template ? checkRecordRules(template, record).filter(({ severity }) => severity === 'warning') : []
}

async function create({ value }: TestWorkspace, record: ProjectRecord, notes?: Note[]): Promise<string> {
  const project = { template: korla, record: { ...record }, ...(notes && { notes }) }
  const { added } = await value('projects.save', { changes: [], added: [project], removed: [], reason: '' })
  return added[0]?.id ?? ''
}

const warnings = async ({ value }: TestWorkspace, id: string) =>
  (await value('projects.list', { deleted: false })).find((project) => project.id === id)?.findings.warning

test('a finding with its explanation counts no more, neither when saved nor when checked again', async () => {
  const program = openTestWorkspace()
  const record = doubtful()
  const found = warningsOf(record)
  const [doubt] = found
  if (!doubt || found.length < 2) throw new Error('nothing is doubted')
  const id = await create(program, record)
  expect(await warnings(program, id)).toBe(found.length)
  const notes = [explanation('a', doubt.code, doubt.path), explanation('b', doubt.code, 'indicators[9].target')]
  const change = { id, version: 1, record: { ...record }, notes }
  await program.value('projects.save', { changes: [change], added: [], removed: [], reason: '写说明' })
  expect(await warnings(program, id)).toBe(found.length - 1)
  expect((await program.value('projects.check', { ids: [id] })).findings.warning).toBe(found.length - 1)
  expect(await program.value('versions.list', { id })).toMatchObject([
    { origin: { note: '写说明' } },
    { origin: { kind: 'typed', note: '' } },
  ])
  expect(await program.value('versions.read', { id, version: 1 })).toEqual({ record, notes: [] })
})

test('a finding that must be mended is not explained away', async () => {
  const program = openTestWorkspace()
  const record = { ...doubtful(), project: { ...doubtful().project, name: '' } }
  const count = async (notes: Note[]) => {
    const id = await create(program, record, notes)
    return (await program.value('projects.list', { deleted: false })).find((one) => one.id === id)?.findings.error
  }
  const errors = await count([])
  expect(errors).toBeGreaterThan(0)
  expect(await count([explanation('a', 'R-ST-01', 'project.name')])).toBe(errors)
})

test.each([
  ['a foreign field', [{ ...comment('a', ''), admin: true }]],
  ['a path that is none', [comment('a', '../x')]],
  ['the same id twice', [comment('a', ''), comment('a', '')]],
])('notes with %s are refused and nothing is saved', async (_what, notes: unknown[]) => {
  const { call, workspace } = openTestWorkspace()
  const project = { template: korla, record: { ...doubtful() }, notes }
  const result = await call('projects.save', { changes: [], added: [project], removed: [], reason: '' })
  expect(result).toMatchObject({ ok: false, error: { code: 'bad-input' } })
  expect(workspace.store.projects.list({ deleted: false })).toEqual([])
})

test('a change that says nothing of notes keeps them on their rows', async () => {
  const program = openTestWorkspace()
  const record = doubtful()
  const id = await create(program, record, [comment('a', 'indicators[1].target'), comment('b', 'purpose')])
  const moved = { ...record, indicators: [{ ...emptyIndicator(), name: '新' }, ...record.indicators] }
  await program.value('projects.save', {
    changes: [{ id, version: 1, record: moved }],
    added: [],
    removed: [],
    reason: '',
  })
  const [project] = (await program.value('projects.open', { id })).projects
  expect(project?.notes.map(({ path }) => path)).toEqual(['indicators[2].target', 'purpose'])
})

test('another form keeps the notes; a copy for another year begins without', async () => {
  const program = openTestWorkspace()
  const notes = [comment('a', 'purpose')]
  const id = await create(program, doubtful(), notes)
  await program.value('projects.changeTemplate', { ids: [id], template: 'hebei-xinle-2024' })
  expect((await program.value('projects.open', { id })).projects[0]?.notes).toEqual(notes)
  const { ids } = await program.value('projects.duplicate', { ids: [id], year: '2025' })
  expect((await program.value('projects.open', { id: ids[0] ?? '' })).projects[0]?.notes).toEqual([])
})

test('an import keeps the notes on their rows; taken back, all is as before', async () => {
  const program = openTestWorkspace()
  const record = inventedRecord(1)
  const id = await create(program, record, [comment('a', 'indicators[1].target'), comment('b', 'indicators[0].name')])
  const path = join(program.folder, 'again.json')
  const fromFile = { ...record, indicators: [...record.indicators.slice(1), { ...emptyIndicator(), name: '新' }] }
  writeFileSync(path, JSON.stringify({ template: korla, record: fromFile }))
  program.answers.files = [path]
  const { token = '' } = (await program.value('import.choose', {})) ?? {}
  await program.value('import.read', { token })
  const { undo } = await program.value('import.commit', { token })
  const paths = () => program.workspace.store.projects.read(id).notes.map((note) => note.path)
  expect(paths()).toEqual(['indicators[0].target']) // the row of the other is not in the file
  await program.value('projects.undo', undo)
  expect(paths()).toEqual(['indicators[1].target', 'indicators[0].name'])
})

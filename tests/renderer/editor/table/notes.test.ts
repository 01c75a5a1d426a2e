/** Notes are part of the open table: saved, undone, kept over restarts and replaced with it, and they follow their rows. */
import { expect, test } from 'vitest'
import { keepHistory } from '../../../../renderer/editor/table/history-keeper.ts'
import { carryUnsaved } from '../../../../renderer/editor/table/carry-unsaved.ts'
import { duplicateItems, insertItems, removeItems } from '../../../../renderer/editor/commands/rows/row-commands.ts'
import { moveItems } from '../../../../renderer/editor/commands/rows/row-moves.ts'
import { changeContents } from '../../../../renderer/editor/commands/record-change.ts'
import { selectAt } from '../../../../renderer/editor/view/sheet-view.ts'
import { succeed } from '../../../../shared/ipc/result.ts'
import type { Note } from '../../../../shared/model/note.ts'
import { comment } from '../../../support/sample-notes.ts'
import { cellOf, guangzhou, indicator, korla, openView, recordWith, settle, threeIndicators } from '../open-view.ts'
import type { OpenedView } from '../open-view.ts'

const open = () => openView(korla, [recordWith('送戏下乡', threeIndicators())])
const add = ({ view }: OpenedView, note: Note, key = 'p0') =>
  changeContents(view, '写意见', key, ({ record, notes }) => ({ record, notes: [...notes, note] }))
const notesOf = ({ view }: OpenedView, project = 0) => view.editor.entries()[project]?.notes ?? []
const paths = (table: OpenedView, project = 0) => notesOf(table, project).map(({ path }) => path)
const goTo = ({ view }: OpenedView, path: string, record = 0) => selectAt(view, cellOf(view, path, record))

test('a note is a step of undo and is sent by itself, named for the list of versions', async () => {
  const table = open()
  const note = comment('a', 'project.name')
  add(table, note)
  await settle()
  expect(table.sent).toMatchObject([{ changes: [{ id: 'p0', version: 1, notes: [note] }], reason: '写意见' }])
  expect(table.view.editor.state.getState().save.kind).toBe('saved')
  table.view.editor.undo()
  expect(notesOf(table)).toEqual([])
  await settle()
  expect(table.sent[1]).toMatchObject({ changes: [{ version: 2, notes: [] }], reason: '撤销：写意见' })
  table.view.editor.redo()
  expect(notesOf(table)).toEqual([note])
})

test('the same notes again are no change', () => {
  const table = open()
  expect(changeContents(table.view, '写意见', 'p0', (contents) => contents)).toBe(false)
  expect(table.view.editor.state.getState().history.past).toEqual([])
})

test('it moves with its row, goes with it and comes back by undo', () => {
  const table = open()
  add(table, comment('a', 'indicators[1].target'))
  goTo(table, 'indicators[0].name')
  insertItems(table.view, 'above')
  expect(paths(table)).toEqual(['indicators[2].target'])
  goTo(table, 'indicators[2].name')
  moveItems(table.view, -1)
  expect(paths(table)).toEqual(['indicators[1].target'])
  duplicateItems(table.view)
  expect(paths(table)).toEqual(['indicators[1].target'])
  goTo(table, 'indicators[1].name')
  removeItems(table.view)
  expect(paths(table)).toEqual([])
  table.view.editor.undo()
  expect(paths(table)).toEqual(['indicators[1].target'])
  while (table.view.editor.undo());
  expect(paths(table)).toEqual([])
})

test('on a list form it stays with its project; a copied project has none', () => {
  const table = openView(guangzhou, [recordWith('甲', threeIndicators()), recordWith('乙', [])])
  add(table, comment('a', 'indicators[1].target'))
  goTo(table, 'project.name', 0)
  duplicateItems(table.view)
  moveItems(table.view, 1)
  expect(table.view.editor.records().map(({ project }) => project.name)).toEqual(['甲', '乙', '甲'])
  expect([0, 1, 2].map((project) => paths(table, project))).toEqual([['indicators[1].target'], [], []])
})

test('undo of a note is kept over a restart, beside steps written before there were notes', async () => {
  const kept = new Map<string, string>()
  const calls = {
    read: ({ table }: { table: string }) => Promise.resolve(succeed({ state: kept.get(table) ?? null })),
    write: ({ table, state }: { table: string; state: string }) => {
      kept.set(table, state)
      return Promise.resolve(succeed({ saved: true as const }))
    },
    later: (run: () => void) => run(),
  }
  const first = open()
  await keepHistory(first.view.editor, calls)
  goTo(first, 'indicators[0].name')
  removeItems(first.view)
  await settle()
  kept.set('p0', (kept.get('p0') ?? '').replaceAll(',"notes":[]', ''))

  const second = openView(korla, structuredClone(first.view.editor.records()))
  await keepHistory(second.view.editor, calls)
  add(second, comment('a', 'indicators[1].target'))
  await settle()
  const third = openView(korla, structuredClone(second.view.editor.records()), structuredClone(notesOf(second)))
  await keepHistory(third.view.editor, calls)
  third.view.editor.undo()
  expect(notesOf(third)).toEqual([])
  third.view.editor.redo()
  expect(paths(third)).toEqual(['indicators[1].target'])
  third.view.editor.undo()
  third.view.editor.undo()
  expect(third.view.editor.records()).toEqual(first.view.editor.state.getState().history.past[0]?.value.map(({ record }) => record)) // prettier-ignore
})

test('a history that belongs to other notes is left alone', async () => {
  const state = { now: null as string | null }
  const calls = {
    read: () => Promise.resolve(succeed({ state: state.now })),
    write: (input: { state: string }) => {
      state.now = input.state
      return Promise.resolve(succeed({ saved: true as const }))
    },
    later: (run: () => void) => run(),
  }
  const first = open()
  await keepHistory(first.view.editor, calls)
  add(first, comment('a', 'purpose'))
  await settle()
  const second = openView(korla, structuredClone(first.view.editor.records()))
  await keepHistory(second.view.editor, calls)
  expect(second.view.editor.undo()).toBeNull()
})

test('what the store has newer brings its notes; undo shows those of before', () => {
  const table = open()
  add(table, comment('a', 'purpose'))
  const record = table.record()
  const theirs = [comment('b', 'goal.annual')]
  const project = { id: 'p0', version: 9, updatedAt: '2024-01-02', status: 'draft' as const, record, notes: theirs }
  table.view.editor.replace(
    { template: korla, scope: 'project', fiscalYear: '', deleted: false, projects: [project] },
    '导入',
  )
  expect(notesOf(table)).toBe(theirs)
  table.view.editor.undo()
  expect(notesOf(table).map(({ id }) => id)).toEqual(['a'])
})

test('notes not saved yet go along into another form, among those written there, on their rows', async () => {
  const old = openView(korla, [recordWith('送戏下乡', threeIndicators())], [comment('kept', ''), comment('gone', '')])
  old.failWith('conflict')
  add(old, comment('mine', 'indicators[1].target'))
  changeContents(old.view, '删除意见', 'p0', ({ record, notes }) => ({
    record,
    notes: notes.filter(({ id }) => id !== 'gone'),
  }))
  await settle()
  const there = [comment('kept', ''), comment('gone', ''), comment('theirs', 'purpose')]
  const fresh = openView('hebei-xinle-2024', [recordWith('送戏下乡', threeIndicators())], there)
  expect(carryUnsaved(old.view.editor, fresh.view.editor)).toEqual({ projects: 1, beside: null })
  expect(notesOf(fresh).map(({ id }) => id)).toEqual(['kept', 'theirs', 'mine'])
  fresh.view.editor.undo()
  expect(notesOf(fresh)).toEqual(there)
})

test('a note of a row that was not changed stays when others are typed into, sorted or pasted over', () => {
  const mixed = [indicator('效益指标', '社会效益指标', '知晓率'), ...threeIndicators().slice(0, 2)]
  const table = openView(korla, [recordWith('送戏下乡', mixed)], [comment('a', 'indicators[0].name')])
  table.view.change(
    '按表样顺序排列',
    (records) =>
    records.map((record) => ({ ...record, indicators: record.indicators.toSorted((a, b) => (a.category > b.category ? -1 : 1)) })), // prettier-ignore
  )
  const row = table.record().indicators.findIndex(({ name }) => name === '知晓率')
  expect(paths(table)).toEqual([`indicators[${row}].name`])
})

/**
 * Whatever is done in the editor, in whatever order: records and notes stay valid, the sheet can be drawn, undo and redo lead
 * exactly back and forth, also over restarts, and the workspace file holds what the screen shows. 10,000 operations;
 * JIBIAO_EDITOR_OPERATIONS=1000000 makes a deep run with seeds of its own.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepHistory } from '../../../renderer/editor/table/history-keeper.ts'
import { openSheetView, wholeTable } from '../../../renderer/editor/view/sheet-view.ts'
import type { SheetView } from '../../../renderer/editor/view/sheet-view.ts'
import { newProjectKey } from '../../../renderer/editor/table/save-book.ts'
import { createTableEditor } from '../../../renderer/editor/table/table-editor.ts'
import type { VersionContent } from '../../../shared/model/stored/projects.ts'
import { checkNotes } from '../../../shared/model/check-notes.ts'
import { checkRecord } from '../../../shared/model/check.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import { builtIn } from '../../../shared/templates/built-in.ts'
import { formExamples } from '../../forms/form-examples.ts'
import { openTestWorkspace } from '../../main/handlers/test-workspace.ts'
import type { TestWorkspace } from '../../main/handlers/test-workspace.ts'
import { act, anyOperation } from './random-operations.ts'
import type { Operation } from './random-operations.ts'

const operationsInAll = Number(process.env['JIBIAO_EDITOR_OPERATIONS'] ?? 10_000)
const operationsARun = 50
const savedEvery = 25

const forms = builtIn.all.map(({ id }) => id)
let keys = 0

/** The table as the next start of the program opens it. */
async function openForm(program: TestWorkspace, id: string): Promise<SheetView> {
  const table = await program.value('projects.open', { id })
  const template = builtIn.find(table.template)
  if (!template) throw new Error(`no template ${table.template}`)
  const editor = createTableEditor(id, table, template, {
    send: (input) => program.call('projects.save', input),
    read: () => program.call('projects.open', { id }),
    soon: (run) => run(),
    later: (run) => run(),
    newKey: () => newProjectKey(String((keys += 1))),
  })
  await keepHistory(editor, {
    read: (input) => program.call('history.read', input),
    write: (input) => program.call('history.write', input),
    later: (run) => run(),
  })
  return openSheetView(editor, wholeTable(template))
}

/** Valid records, and a sheet whose cells cover its grid exactly once. */
function checkShown({ editor, state }: SheetView, checked: WeakSet<ProjectRecord>): void {
  for (const record of editor.records()) {
    if (!checked.has(record)) expect(checkRecord(record)).toMatchObject({ ok: true })
    checked.add(record)
  }
  for (const { notes } of editor.entries()) expect(checkNotes(notes)).toMatchObject({ ok: true })
  const { sheet, selection } = state.getState()
  const { rows, columns, owner } = sheet.owners
  const covered = sheet.layout.cells.reduce((sum, cell) => sum + cell.rowSpan * cell.colSpan, 0)
  expect([covered, owner.includes(-1)]).toEqual([rows * columns, false])
  for (const { row, column } of [selection.anchor, selection.focus]) {
    expect(row >= 0 && row < rows && column >= 0 && column < columns).toBe(true)
  }
}

/** Everything is in the workspace file; answers the id the table is found by. */
async function checkStored(program: TestWorkspace, { editor, template }: SheetView): Promise<string> {
  expect(await editor.autosave.flush()).toBe(true)
  const [first] = editor.autosave.book().values()
  if (!first) throw new Error('a table has a project')
  const stored = program.workspace.store.projects.open(first.id, template.scope)
  expect(stored.projects.map(contents).map((one) => JSON.stringify(one))).toEqual(
    editor
      .entries()
      .map(contents)
      .map((one) => JSON.stringify(one)),
  )
  return first.id
}

const contents = ({ record, notes }: VersionContent): VersionContent => ({ record, notes })

async function run(program: TestWorkspace, form: string, operations: readonly Operation[]): Promise<void> {
  const added = (formExamples[form] ?? []).map((record) => ({ template: form, record: { ...record } }))
  const saved = await program.value('projects.save', { changes: [], added, removed: [], reason: '新建' })
  let view = await openForm(program, saved.added[0]?.id ?? '')
  const start = view.editor.entries().map(contents)
  const checked = new WeakSet<ProjectRecord>()
  for (const [index, operation] of operations.entries()) {
    if (operation.do === 'restart') {
      const id = await checkStored(program, view)
      await historyWritten()
      view.close()
      view = await openForm(program, id)
    } else act(view, operation)
    checkShown(view, checked)
    if (index % savedEvery === 0) await checkStored(program, view)
  }
  const { editor } = view
  while (editor.redo());
  const end = editor.entries().map(contents)
  while (editor.undo());
  expect(editor.entries().map(contents)).toEqual(start)
  checkShown(view, checked)
  await checkStored(program, view)
  while (editor.redo());
  expect(editor.entries().map(contents)).toEqual(end)
  await checkStored(program, view)
  view.close()
  const ids = program.workspace.store.projects.list({ deleted: false }).map(({ id }) => id)
  program.workspace.store.projects.remove(ids)
  program.workspace.store.projects.purge(ids)
}

/** The history goes out with the change; its answer takes one turn of the event loop. */
const historyWritten = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test.each(forms)('%s', { timeout: 30_000 + operationsInAll * 20 }, async (form) => {
  const program = openTestWorkspace()
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyOperation, { minLength: operationsARun, maxLength: operationsARun, size: 'max' }),
      (operations) => run(program, form, operations),
    ),
    {
      numRuns: Math.ceil(operationsInAll / operationsARun / forms.length),
      ...(process.env['JIBIAO_EDITOR_OPERATIONS'] === undefined && { seed: 20_240_101 }),
    },
  )
})

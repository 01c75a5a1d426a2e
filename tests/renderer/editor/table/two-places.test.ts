/** One table open in two places of the same program: what both change within a moment is put together, and nothing is lost. */
import { expect, test } from 'vitest'
import { newProjectKey } from '../../../../renderer/editor/table/save-book.ts'
import { createTableEditor } from '../../../../renderer/editor/table/table-editor.ts'
import type { TableEditor } from '../../../../renderer/editor/table/table-editor.ts'
import { startSpot } from '../../../../renderer/editor/table/spot.ts'
import { insertIndicators } from '../../../../shared/layout/edit.ts'
import { writeField } from '../../../../shared/model/field-path.ts'
import { builtIn } from '../../../../shared/templates/built-in.ts'
import { openTestWorkspace } from '../../../main/handlers/test-workspace.ts'
import type { TestWorkspace } from '../../../main/handlers/test-workspace.ts'
import { comment } from '../../../support/sample-notes.ts'
import { guangzhou, korla, recordWith, threeIndicators } from '../open-view.ts'

let keys = 0
async function open(program: TestWorkspace, id: string): Promise<TableEditor> {
  const table = await program.value('projects.open', { id })
  const template = builtIn.find(table.template)
  if (!template) throw new Error(`no template ${table.template}`)
  return createTableEditor(id, table, template, {
    send: (input) => program.call('projects.save', input),
    read: () => program.call('projects.open', { id }),
    soon: (run) => run(),
    later: () => undefined,
    newKey: () => newProjectKey(String((keys += 1))),
  })
}
async function twice(template: string, names: string[]): Promise<[TestWorkspace, TableEditor, TableEditor]> {
  const program = openTestWorkspace()
  const saved = await program.value('projects.save', {
    changes: [],
    added: names.map((name) => ({ template, record: { ...recordWith(name, threeIndicators()) } })),
    removed: [],
    reason: '导入',
  })
  const id = saved.added[0]?.id ?? ''
  return [program, await open(program, id), await open(program, id)]
}
const write = (editor: TableEditor, path: string, text: string, at = 0): boolean =>
  editor.change('填写', startSpot, (records) =>
    records.map((record, index) => (index === at ? writeField(record, path, text) : record)),
  )
const save = (editor: TableEditor) => editor.state.getState().save

test('different cells: both stand, in the store and here; undo takes the other change out again', async () => {
  const [program, one, other] = await twice(korla, ['送戏下乡'])
  write(one, 'indicators[0].name', '演出次数')
  write(other, 'goal.annual', '送戏到村')
  expect(await one.autosave.flush()).toBe(true)
  expect(await other.autosave.flush()).toBe(true)
  expect(save(other).kind).toBe('saved')
  expect(other.records()[0]).toMatchObject({ goal: { annual: '送戏到村' }, indicators: [{ name: '演出次数' }, {}, {}] })
  const stored = await program.value('projects.open', { id: other.id })
  expect(stored.projects[0]?.record).toEqual(other.records()[0])
  other.undo()
  expect(other.records()[0]?.indicators[0]?.name).toBe('演出场次')
  expect(await other.autosave.flush()).toBe(true)
})

test('rows inserted in one place, a cell written and a comment pinned in the other', async () => {
  const [, one, other] = await twice(korla, ['送戏下乡'])
  one.change('插入行', startSpot, (records) => records.map((record) => insertIndicators(record, 0, 2)))
  await one.autosave.flush()
  other.changeEntries('填写', startSpot, (entries) =>
    entries.map((entry) => ({
      ...entry,
      record: writeField(entry.record, 'indicators[2].target', '≥95%'),
      notes: [comment('知晓率', 'indicators[2].target')],
    })),
  )
  expect(await other.autosave.flush()).toBe(true)
  expect(other.records()[0]?.indicators.map(({ target }) => target)).toEqual(['', '', '≥10场', '≥3000人', '≥95%'])
  expect(other.entries()[0]?.notes.map(({ path }) => path)).toEqual(['indicators[4].target'])
})

test('the same cell differently: the person is asked, and keeping the own text keeps the rest of the other', async () => {
  const [program, one, other] = await twice(korla, ['送戏下乡'])
  write(one, 'goal.annual', '甲写的')
  write(one, 'purpose', '甲的用途')
  await one.autosave.flush()
  write(other, 'goal.annual', '乙写的')
  expect(await other.autosave.flush()).toBe(false)
  expect(save(other)).toMatchObject({ kind: 'failed', isConflict: true })
  expect(other.records()[0]?.goal.annual).toBe('乙写的')
  other.keepOver(await program.value('projects.open', { id: other.id }))
  expect(await other.autosave.flush()).toBe(true)
  expect(other.records()[0]).toMatchObject({ goal: { annual: '乙写的' }, purpose: '甲的用途' })
})

test('projects of a list form added, changed and deleted in two places', async () => {
  const [program, one, other] = await twice(guangzhou, ['甲', '乙', '丙'])
  one.change('删除行', startSpot, (records) => records.filter((_, index) => index !== 1))
  one.change('添加', startSpot, (records) => [...records, recordWith('丁', [])])
  write(one, 'purpose', '用于送戏', 1)
  await one.autosave.flush()
  write(other, 'project.name', '丙二', 2)
  other.change('添加', startSpot, (records) => [recordWith('子', []), ...records])
  expect(await other.autosave.flush()).toBe(true)
  expect(other.records().map(({ project }) => project.name)).toEqual(['子', '甲', '丙二', '丁'])
  const stored = await program.value('projects.open', { id: other.id })
  expect(stored.projects.map(({ record }) => record.project.name)).toEqual(['子', '甲', '丙二', '丁'])
  expect(stored.projects[2]?.record['purpose']).toBe('用于送戏')
})

test('a project deleted in one place and written in the other waits for the person', async () => {
  const [, one, other] = await twice(guangzhou, ['甲', '乙'])
  one.change('删除行', startSpot, (records) => records.slice(0, 1))
  await one.autosave.flush()
  write(other, 'project.name', '乙二', 1)
  expect(await other.autosave.flush()).toBe(false)
  expect(other.records().map(({ project }) => project.name)).toEqual(['甲', '乙二'])
})

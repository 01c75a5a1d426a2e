import { describe, expect, test } from 'vitest'
import { dropDraft, keepDraft, readDraft } from '../../../../renderer/editor/table/draft.ts'
import { keepDrafts, recoverDraft } from '../../../../renderer/editor/draft-keeper.ts'
import { appendItem, removeItems } from '../../../../renderer/editor/commands/rows/row-commands.ts'
import { beginEditing, commitCell, keepTyping } from '../../../../renderer/editor/commands/sheet-commands.ts'
import { activeCell, selectAt } from '../../../../renderer/editor/view/sheet-view.ts'
import { startSpot } from '../../../../renderer/editor/table/spot.ts'
import { cellOf, guangzhou, korla, openView, recordWith, settle, threeIndicators } from '../open-view.ts'

const open = () => openView(korla, [recordWith('送戏下乡', threeIndicators())])
const type = ({ view }: Pick<ReturnType<typeof open>, 'view'>, path: string, text: string, record = 0) => {
  selectAt(view, cellOf(view, path, record))
  beginEditing(view, 'typing')
  keepTyping(view, text)
  commitCell(view)
}

const storage = () => {
  const kept = new Map<string, string>()
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  }
}

describe('autosave', () => {
  test('every committed cell is sent at once, the next with the new version', async () => {
    const table = open()
    type(table, 'project.name', '一')
    expect(table.sent).toHaveLength(1)
    await settle()
    type(table, 'project.name', '二')
    await settle()
    expect(table.sent.map(({ changes }) => changes[0]?.version)).toEqual([1, 2])
    expect(table.view.editor.state.getState().save).toEqual({ kind: 'saved', at: '2024-01-01T00:00:03Z' })
  })

  test('a long name of a step is cut between two characters', () => {
    const { view, sent } = open()
    const rename = (label: string, name: string) =>
      view.editor.change(label, startSpot, (records) =>
        records.map((record) => ({ ...record, project: { ...record.project, name } })),
      )
    rename(`${'甲'.repeat(99)}𡎚`, '一')
    expect(sent.at(-1)?.reason).toBe('甲'.repeat(99))
  })

  test('what is typed while a send is on its way goes with the next one', async () => {
    const table = open()
    type(table, 'project.name', '一')
    type(table, 'project.name', '二')
    type(table, 'project.name', '三')
    await settle()
    expect(table.sent).toHaveLength(2)
    expect(table.sent[1]?.changes[0]?.record).toMatchObject({ project: { name: '三' } })
  })

  test('a failure is shown and tried again; nothing is lost', async () => {
    const table = open()
    table.failWith('unreachable')
    type(table, 'project.name', '一')
    await settle()
    expect(table.view.editor.state.getState().save).toMatchObject({ kind: 'failed', isConflict: false })
    table.failWith(null)
    table.runLater()
    await settle()
    expect(table.sent.at(-1)?.changes[0]?.version).toBe(1)
    expect(table.view.editor.state.getState().save.kind).toBe('saved')
  })

  test('a conflict waits for the person instead of trying again', async () => {
    const table = open()
    table.failWith('conflict')
    type(table, 'project.name', '一')
    await settle()
    type(table, 'project.name', '二')
    await settle()
    expect(table.sent).toHaveLength(1)
    expect(table.view.editor.state.getState().save).toMatchObject({ kind: 'failed', isConflict: true })
    expect(table.record().project.name).toBe('二')
  })

  test('projects of a list form: added once, removed by their id, the same again after undo', async () => {
    const table = openView(guangzhou, [recordWith('甲', []), recordWith('乙', [])])
    appendItem(table.view)
    await settle()
    type(table, 'project.name', '丙', 2)
    await settle()
    expect(table.sent.map(({ added, changes }) => [added.length, changes.length])).toEqual([
      [1, 0],
      [0, 1],
    ])
    selectAt(table.view, cellOf(table.view, 'project.name', 0))
    removeItems(table.view)
    await settle()
    expect(table.sent.at(-1)?.removed).toEqual(['p0'])
    table.view.editor.undo()
    await settle()
    expect(table.sent.at(-1)).toMatchObject({ added: [{ was: 'p0' }], order: [0, 'p1', 'saved-2-0'] })
    expect(table.view.editor.autosave.book().size).toBe(3)
  })
})

describe('draft of the open cell', () => {
  test('kept once what was typed is drawn, dropped when the store has the text', async () => {
    const store = storage()
    const { view, sent } = open()
    const drawn: (() => void)[] = []
    keepDrafts(view, store, (run) => drawn.push(run))
    selectAt(view, cellOf(view, 'indicators[1].name'))
    beginEditing(view, 'typing')
    keepTyping(view, '半')
    keepTyping(view, '半句')
    expect([drawn.length, readDraft(store, 'p0')]).toEqual([1, null])
    drawn.splice(0).forEach((run) => run())
    expect(readDraft(store, 'p0')).toEqual({
      project: 'p0',
      path: 'indicators[1].name',
      text: '半句',
      before: '观众人数',
    })
    commitCell(view)
    await settle()
    expect(sent).toHaveLength(1)
    expect(readDraft(store, 'p0')).toBeNull()
  })

  test('after a crash it is written into its cell, unless the field has changed since', () => {
    const store = storage()
    keepDraft(store, 'p0', { project: 'p0', path: 'indicators[1].name', text: '半句', before: '观众人数' })
    const table = open()
    expect(recoverDraft(table.view, store)).toBe('三级指标')
    expect(table.record().indicators[1]?.name).toBe('半句')
    keepDraft(store, 'p0', { project: 'p0', path: 'indicators[1].name', text: '旧', before: '别的' })
    expect(recoverDraft(table.view, store)).toBeNull()
    expect(readDraft(store, 'p0')).toBeNull()
  })

  test('typed in the opened indicators of a list form: written there, and the cursor on the packed cell', () => {
    const store = storage()
    const table = openView(guangzhou, [recordWith('甲', []), recordWith('乙', threeIndicators())])
    keepDraft(store, 'p0', { project: 'p1', path: 'indicators[1].name', text: '半句', before: '观众人数' })
    expect(recoverDraft(table.view, store)).toBe('三级指标')
    expect(table.record(1).indicators[1]?.name).toBe('半句')
    expect(activeCell(table.view)?.binding).toMatchObject({ record: 1, kind: 'indicator-list' })
    keepDraft(store, 'p0', { project: 'gone', path: 'indicators[1].name', text: '半句', before: '观众人数' })
    expect(recoverDraft(table.view, store)).toBeNull()
    expect(readDraft(store, 'p0')).toBeNull()
  })

  test('something else under its name is no draft', () => {
    const store = storage()
    for (const text of ['{', 'null', '[]', '{"project":1}']) {
      store.setItem('draft:p0', text)
      expect(readDraft(store, 'p0')).toBeNull()
    }
    dropDraft(store, 'p0')
    expect(store.getItem('draft:p0')).toBeNull()
  })
})

/** 说明 and 意见 written, answered and deleted: each one step of undo; and the one draft that outlives its field. */
import { beforeEach, describe, expect, test } from 'vitest'
import {
  addComment,
  answerComment,
  closeComment,
  explain,
  removeComment,
  rewriteComment,
} from '../../../../renderer/editor/commands/note-commands.ts'
import { closeNote, commentPlace, keepNote, noteDraft, openNote, startComment } from '../../../../renderer/editor/commands/note-draft.ts' // prettier-ignore
import { indicatorsOf } from '../../../../renderer/editor/view/indicator-view.ts'
import { openSheetView, selectAt } from '../../../../renderer/editor/view/sheet-view.ts'
import type { SheetView } from '../../../../renderer/editor/view/sheet-view.ts'
import { applyAuthor } from '../../../../renderer/shell/author.ts'
import { checkNotes } from '../../../../shared/model/check-notes.ts'
import { keyboard } from '../../keys/keyboard.ts'
import { cellOf, guangzhou, korla, openView, recordWith, threeIndicators } from '../open-view.ts'
import type { OpenedView } from '../open-view.ts'

const at = (view: SheetView, projectKey = 'p0') => ({ view, projectKey, selection: view.state.getState().selection })
const open = () => openView(korla, [recordWith('送戏下乡', threeIndicators())])
const notesOf = ({ view }: OpenedView, project = 0) => view.editor.entries()[project]?.notes ?? []
const steps = ({ view }: OpenedView) => view.editor.state.getState().history.past.map(({ label }) => label)
const rows = [0, 1].map((row) => ({ code: 'R-ST-04', path: `indicators[${row}].subcategory` }))

beforeEach(() => {
  closeNote(false)
  applyAuthor({})
})

describe('说明', () => {
  test('one text for all rows of a merged cell, one step; written again it is the same notes', () => {
    const table = open()
    explain(at(table.view), rows, ' 县里统一 ')
    expect(notesOf(table)).toMatchObject(rows.map((row) => ({ kind: 'explanation', ...row, text: ' 县里统一 ' })))
    expect(checkNotes(notesOf(table))).toMatchObject({ ok: true })
    const ids = notesOf(table).map(({ id }) => id)
    applyAuthor({ author: '张三' })
    explain(at(table.view), rows, '市里统一')
    expect(notesOf(table).map(({ id, text, author }) => [id, text, author])).toEqual(
      ids.map((id) => [id, '市里统一', '张三']),
    )
    expect(explain(at(table.view), rows, '市里统一')).toBe(false)
    expect(steps(table)).toEqual(['写说明', '写说明'])
  })

  test('a blank text takes it away; undo brings it back', () => {
    const table = open()
    explain(at(table.view), rows, '统一')
    explain(at(table.view), rows, ' \n')
    expect(notesOf(table)).toEqual([])
    expect(steps(table)).toEqual(['写说明', '删除说明'])
    expect(explain(at(table.view), rows, '')).toBe(false)
    table.view.editor.undo()
    expect(notesOf(table)).toHaveLength(2)
  })
})

describe('意见', () => {
  test('written, answered, rewritten, dealt with, opened again, deleted: a step each', () => {
    const table = open()
    addComment(at(table.view), 'purpose', '请核对')
    const id = notesOf(table)[0]?.id ?? ''
    answerComment(at(table.view), id, '已改')
    rewriteComment(at(table.view), id, '请再核对')
    closeComment(at(table.view), id, true)
    expect(notesOf(table)).toMatchObject([
      { kind: 'comment', path: 'purpose', text: '请再核对', replies: [{ text: '已改' }], done: true },
    ])
    expect(checkNotes(notesOf(table))).toMatchObject({ ok: true })
    closeComment(at(table.view), id, false)
    removeComment(at(table.view), id)
    expect(notesOf(table)).toEqual([])
    expect(steps(table)).toEqual(['写意见', '答复意见', '改意见', '意见已处理', '重新打开意见', '删除意见'])
  })

  test('nothing written is nothing said', () => {
    const table = open()
    addComment(at(table.view), 'purpose', ' ')
    addComment(at(table.view), 'purpose', '请核对')
    const id = notesOf(table)[0]?.id ?? ''
    answerComment(at(table.view), id, '\n')
    rewriteComment(at(table.view), id, '')
    expect(steps(table)).toEqual(['写意见'])
  })

  test('is pinned to the active cell, at its row of a merged one; on a text of the form to the whole table', () => {
    const { view } = open()
    selectAt(view, cellOf(view, 'goal.annual'))
    expect(commentPlace(view)?.path).toBe('goal.annual')
    const merged = cellOf(view, 'indicators[0].category')
    selectAt(view, { ...merged, row: merged.row + 1 })
    expect(commentPlace(view)).toMatchObject({ path: 'indicators[1].category', name: '一级指标' })
    selectAt(view, { row: 0, column: 0 })
    expect(commentPlace(view)).toEqual({ projectKey: 'p0', path: '', name: '' })
  })

  test('on a list form it is pinned to the project, and in its opened indicators to the row', () => {
    const table = openView(guangzhou, [recordWith('甲', []), recordWith('乙', threeIndicators())])
    selectAt(table.view, cellOf(table.view, 'indicators', 1))
    expect(commentPlace(table.view)).toMatchObject({ projectKey: 'p1', path: 'indicators' })
    const inside = openSheetView(table.view.editor, indicatorsOf(table.view.editor, 'p1'))
    selectAt(inside, cellOf(inside, 'indicators[2].target'))
    startComment(inside)
    keepNote('偏低')
    closeNote(true)
    expect(notesOf(table, 1)).toMatchObject([{ path: 'indicators[2].target', text: '偏低' }])
  })
})

describe('the draft', () => {
  const saved: string[] = []
  const target = { kind: 'explanation', finding: 'a' } as const
  const start = (before = '') => openNote(target, before, (text) => saved.push(text))
  beforeEach(() => void saved.splice(0))

  test('is saved once when it is left, not when it is given up or unchanged', () => {
    start()
    keepNote('一')
    keepNote('一二')
    closeNote(true)
    closeNote(true)
    start()
    keepNote('三')
    closeNote(false)
    start('旧')
    closeNote(true)
    expect(saved).toEqual(['一二'])
  })

  test('keeps what it is about while one types; another one opened saves it first', () => {
    start()
    keepNote('一')
    expect(noteDraft.getState().draft?.target).toBe(target)
    openNote({ kind: 'answer', id: 'b' }, '', () => {})
    expect(saved).toEqual(['一'])
  })

  test('Shift+F2 finishes the cell being typed and begins a comment on it; F2 alone edits', () => {
    const { view } = open()
    const keys = keyboard(view)
    keys.goTo('goal.annual')
    keys.type('目标')
    keys.press('Shift+F2')
    expect(view.editor.records()[0]?.goal.annual).toBe('目标')
    expect(noteDraft.getState().draft?.target).toEqual({ kind: 'comment', place: '项目总体目标' })
    closeNote(false)
    keys.press('F2')
    expect(noteDraft.getState().draft).toBeNull()
    expect(view.state.getState().editing?.mode).toBe('editing')
  })
})

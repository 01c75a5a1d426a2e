/** What the panels and the cells show of notes. */
import { expect, test, vi } from 'vitest'
import { listComments } from '../../../../renderer/editor/panels/comments/comment-list.ts'
import { fieldSpot } from '../../../../renderer/editor/panels/field-spot.ts'
import type { ListedComment } from '../../../../renderer/editor/panels/comments/comment-list.ts'
import { fieldNames } from '../../../../renderer/editor/panels/field-names.ts'
import { noteDifference } from '../../../../renderer/editor/panels/history/note-difference.ts'
import { listProblems } from '../../../../renderer/editor/panels/problems/problem-list.ts'
import { checkedText } from '../../../../renderer/editor/actions/action-notes.ts'
import { cellLabel } from '../../../../renderer/editor/sheet/cell-label.ts'
import { appendItem } from '../../../../renderer/editor/commands/rows/row-commands.ts'
import { explain } from '../../../../renderer/editor/commands/note-commands.ts'
import { commentOf, noComments, pinnedComments } from '../../../../renderer/editor/grid/comments.ts'
import { findingOf, findingsByField } from '../../../../renderer/editor/grid/findings.ts'
import { cellAt } from '../../../../renderer/editor/grid/sheet-map.ts'
import { checkNow, followFindings } from '../../../../renderer/editor/table/check-table.ts'
import { indicatorsOf } from '../../../../renderer/editor/view/indicator-view.ts'
import { openSheetView } from '../../../../renderer/editor/view/sheet-view.ts'
import type { SheetView } from '../../../../renderer/editor/view/sheet-view.ts'
import type { Note } from '../../../../shared/model/note.ts'
import { comment, explanation } from '../../../support/sample-notes.ts'
import { cellOf, guangzhou, korla, openView, recordWith, threeIndicators } from '../open-view.ts'

/** Two rows of one name: a finding of severity 核实 on the second. */
const doubled = () =>
  threeIndicators().map((row, at) => (at === 1 ? { ...row, name: '演出场次', target: '≥5场' } : row))
const path = 'indicators[1].name'
const at = (view: SheetView, projectKey = 'p0') => ({ view, projectKey, selection: view.state.getState().selection })
const open = (notes: Note[] = []) => openView(korla, [recordWith('送戏下乡', doubled())], notes).view
const warnings = (view: SheetView) =>
  view.editor.state.getState().problems.filter(({ code, severity }) => severity === 'warning' && code === 'R-ST-09')
const shownCell = (view: SheetView, at: string, record = 0) => {
  const cell = cellAt(view.state.getState().sheet, cellOf(view, at, record))
  if (!cell) throw new Error('no cell')
  return cell
}

test('an explained finding stands at the end, by itself, and counts no more', () => {
  const view = open()
  checkNow(view.editor)
  const { sheet } = view.state.getState()
  const before = listProblems(sheet, view.editor.state.getState().problems)
  expect(before.some(({ isExplained }) => isExplained)).toBe(false)
  explain(at(view), [{ code: 'R-ST-09', path }], '两个场地')
  checkNow(view.editor)
  const { problems } = view.editor.state.getState()
  const after = listProblems(sheet, problems)
  expect(after.at(-1)).toMatchObject({ isExplained: true, listed: [{ problem: { path, explanation: '两个场地' } }] })
  expect(after.slice(0, -1).flatMap(({ listed }) => listed)).not.toContainEqual(
    expect.objectContaining({ problem: expect.objectContaining({ code: 'R-ST-09' }) as object }),
  )
  const [own] = warnings(view)
  if (!own) throw new Error('nothing is doubted')
  expect(checkedText([own])).toBe('检查完成，没有发现问题。')
  expect(findingOf(shownCell(view, path), findingsByField([own], 0))).toEqual({
    severity: 'warning',
    isExplained: true,
    text: `${own.message}（已说明：两个场地）`,
  })
  const worse = { ...own, severity: 'hint' as const, explanation: undefined, message: '名称太短' }
  expect(findingOf(shownCell(view, path), findingsByField([own, worse], 0))).toMatchObject({ severity: 'hint' })
})

test('a finding keeps its name in the list when it is explained and when its words change', () => {
  const view = open()
  checkNow(view.editor)
  const idOf = () =>
    listProblems(view.state.getState().sheet, view.editor.state.getState().problems)
      .flatMap(({ listed }) => listed)
      .find(({ problem }) => problem.code === 'R-ST-09')?.id
  const id = idOf()
  explain(at(view), [{ code: 'R-ST-09', path }], '两个场地')
  checkNow(view.editor)
  expect(idOf()).toBe(id)
})

test('what is written shows at once, what is typed into cells after a pause', () => {
  vi.useFakeTimers()
  const view = open()
  const end = followFindings(view.editor)
  vi.advanceTimersByTime(1000)
  expect(warnings(view)).toMatchObject([{ path }])
  expect(warnings(view)[0]?.explanation).toBeUndefined()
  explain(at(view), [{ code: 'R-ST-09', path }], '两个场地')
  expect(warnings(view)).toMatchObject([{ explanation: '两个场地' }])
  view.editor.undo()
  expect(warnings(view)[0]?.explanation).toBeUndefined()
  appendItem(view)
  const found = view.editor.state.getState().problems
  vi.advanceTimersByTime(1000)
  expect(view.editor.state.getState().problems).not.toBe(found)
  end()
  vi.useRealTimers()
})

test('an explanation of a finding that is gone is kept, and shown as no finding', () => {
  const view = open([explanation('a', 'R-ST-09', 'indicators[2].name')])
  checkNow(view.editor)
  expect(warnings(view)).toMatchObject([{ path }])
  expect(view.editor.state.getState().problems.some((one) => one.explanation !== undefined)).toBe(false)
  expect(view.editor.entries()[0]?.notes).toHaveLength(1)
})

test('comments in the order of their cells, those dealt with apart', () => {
  const done = { ...comment('done', 'goal.annual'), done: true }
  const view = open([
    comment('row', 'indicators[2].target'),
    comment('later', 'project.name', '二'),
    comment('table', ''),
    done,
    comment('unprinted', 'termFunding.total'),
    explanation('no comment', 'R-ST-09', path),
    { ...comment('sooner', 'project.name', '一'), at: '2023-01-01T00:00:00.000Z' },
  ])
  const { open: waiting, done: closed } = listComments(view.state.getState().sheet, view.editor.entries())
  const { row } = cellOf(view, 'indicators[2].target')
  expect(waiting.map(({ note, place }) => [note.id, place])).toEqual([
    ['table', '整张表'],
    ['sooner', `第 ${cellOf(view, 'project.name').row + 1} 行 项目名称`],
    ['later', `第 ${cellOf(view, 'project.name').row + 1} 行 项目名称`],
    ['row', `第 ${row + 1} 行 指标值`],
    ['unprinted', '实施期资金总额'],
  ])
  expect(closed.map(({ note }) => note.id)).toEqual(['done'])
  expect(spotOf(view, waiting[3] ?? fail())).toMatchObject({ view: 'form', selection: { anchor: { row } } })
})

const spotOf = (view: SheetView, { note, projectKey, cell }: ListedComment) =>
  fieldSpot(view, cell, projectKey, note.path)

test('a comment inside a packed cell: its place in words, its mark on the cell, its way into the opened indicators', () => {
  const records = [recordWith('甲', []), recordWith('乙', threeIndicators())]
  const { view } = openView(guangzhou, records)
  const { editor } = view
  const pinned = comment('a', 'indicators[2].target', '偏低')
  editor.changeEntries('写意见', { view: 'form', selection: view.state.getState().selection }, (entries) =>
    entries.map((entry) => (entry.key === 'p1' ? { ...entry, notes: [pinned] } : entry)),
  )
  const [listed = fail()] = listComments(view.state.getState().sheet, editor.entries()).open
  const packed = shownCell(view, 'indicators', 1)
  expect(listed.place).toBe(`第 ${packed.row + 1} 行 第 3 个指标 指标值`)
  const marks = pinnedComments(editor.entries(), 0)
  expect(commentOf(packed, marks)).toBe('本机：偏低')
  expect(commentOf(shownCell(view, 'indicators', 0), marks)).toBe('')
  const inside = openSheetView(editor, indicatorsOf(editor, 'p1'))
  const place = cellOf(inside, 'indicators[2].target')
  expect(spotOf(view, listed)).toMatchObject({ view: 'indicators:p1', selection: { anchor: place } })
  const own = pinnedComments(editor.entries(), inside.offset())
  expect(commentOf(shownCell(inside, 'indicators[2].target'), own)).toBe('本机：偏低')
  expect(commentOf(shownCell(inside, 'indicators[1].target'), own)).toBe('')
})

test('a table without comments has one and the same empty list: nothing is drawn again', () => {
  const view = open()
  expect(pinnedComments(view.editor.entries(), 0)).toBe(noComments)
})

test('a screen reader hears of a comment with the cell', () => {
  const view = open()
  expect(cellLabel(shownCell(view, path), '演出场次', null, '张三：请核对')).toMatch(/演出场次，有意见：张三：请核对$/)
})

test('a version differs in its notes too, and each can be put back', () => {
  const view = open()
  const record = view.editor.records()[0] ?? fail()
  const names = fieldNames(view.state.getState().sheet.layout)
  const was = [comment('gone', 'purpose', '旧'), comment('same', ''), explanation('changed', 'R-ST-09', path, '旧')]
  const is = [comment('same', ''), explanation('changed', 'R-ST-09', path, '新'), comment('come', 'goal.annual', '新')]
  const found = noteDifference({ record, notes: was }, { record, notes: is }, names)
  expect(found.map((one) => [one.name, one.was, one.is])).toEqual([
    ['意见（资金用途）', '旧', ''],
    ['说明（第 2 个指标 三级指标）', '旧', '新'],
    ['意见（项目总体目标）', '', '新'],
  ])
  const back = found.reduce((notes, { restore }) => restore(notes), is)
  expect(new Set(back)).toEqual(new Set(was))
  expect(noteDifference({ record, notes: is }, { record, notes: is }, names)).toEqual([])
})

const fail = (): never => {
  throw new Error('it is not there')
}

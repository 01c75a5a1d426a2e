/**
 * Undo and redo of what is done by a command: each is exactly one step, undo gives every record and its place back, redo
 * the result, the store is sent both, and so it is when the table was closed in between.
 */
import { describe, expect, test } from 'vitest'
import { cellOffer } from '../../../renderer/editor/commands/cell-offer.ts'
import {
  canFillPlan,
  canFillUsual,
  fillPlan,
  fillUsualChoices,
} from '../../../renderer/editor/commands/derived-commands.ts'
import { findCells, replaceCells } from '../../../renderer/editor/find/find-cells.ts'
import { indicatorsOf } from '../../../renderer/editor/view/indicator-view.ts'
import { formatHistory, parseHistory } from '../../../renderer/editor/table/kept-history.ts'
import { changedElsewhere } from '../../../renderer/editor/table/table-editor.ts'
import { dropFromLibrary, insertFromLibrary } from '../../../renderer/editor/commands/rows/insert-indicator.ts'
import { libraryPlace } from '../../../renderer/editor/commands/library-drag.ts'
import { changeProject } from '../../../renderer/editor/commands/record-change.ts'
import { dropPlace } from '../../../renderer/editor/commands/rows/row-drag.ts'
import { moveItemsTo, sortItems } from '../../../renderer/editor/commands/rows/row-moves.ts'
import { copySelection, pasteTexts } from '../../../renderer/editor/clipboard/clipboard-events.ts'
import { selectAll, selectOnly } from '../../../renderer/editor/grid/selection.ts'
import { openSheetView } from '../../../renderer/editor/view/sheet-view.ts'
import type { SheetView } from '../../../renderer/editor/view/sheet-view.ts'
import { versionDifference } from '../../../renderer/editor/panels/history/version-difference.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import { cellOf, guangzhou, indicator, korla, openView, recordWith, settle } from '../editor/open-view.ts'
import type { OpenedView } from '../editor/open-view.ts'
import { cursorTo, handles } from '../editor/rows/open-forms.ts'

const mixed = () => [
  indicator('效益指标', '社会效益指标', '演出知晓率', '>=90%'),
  indicator('产出指标', '数量指标', '演出场次', '≥10场'),
  indicator('产出指标', '数量指标', '演出人次', '≥3000人'),
]
const project = (name: string, rows = mixed()): ProjectRecord => {
  const record = recordWith(name, rows)
  return { ...record, funding: { ...record.funding, unit: '万元', fiscal: '80', other: '20' } }
}

const fromLibrary = {
  subcategory: '质量指标',
  name: '设备完好率',
  description: '完好的占全部的比例',
  termTarget: '≥95%',
  target: '≥95%',
  basis: '',
  scoring: '',
  evidence: '',
}

const openKorla = () => openView(korla, [project('演出甲')])
const openHebei = () =>
  openView('hebei-xinle-2024', [{ ...project('演出甲'), funding: { ...project('').funding, total: '80' } }])
const openGuangzhou = () =>
  openView(guangzhou, [project('演出甲'), project('演出乙', []), project('丙', mixed().toReversed())])
const forms = [
  ['the merged form', openKorla],
  ['the list form', openGuangzhou],
] as const

/** What is in the table, and where: keys, records, order. */
const content = ({ editor }: SheetView): string => JSON.stringify(editor.entries())
const past = ({ editor }: SheetView) => editor.state.getState().history.past

/** Runs `act` as the only step, back and forth. */
async function isExact({ view, sent }: OpenedView, act: () => unknown): Promise<void> {
  const { editor } = view
  const before = content(view)
  act()
  const after = content(view)
  expect(after).not.toBe(before)
  expect(past(view)).toHaveLength(1)
  for (let round = 0; round < 2; round++) {
    editor.undo()
    expect(content(view)).toBe(before)
    editor.redo()
    expect(content(view)).toBe(after)
  }
  const { history } = editor.state.getState()
  const kept = parseHistory(formatHistory(history), history.present)
  expect(JSON.stringify(kept?.past[0]?.value)).toBe(before)
  await settle()
  editor.undo()
  await settle()
  expect(sent.length).toBeGreaterThan(0)
  expect(editor.state.getState().save.kind).toBe('saved')
  const saved = [...editor.autosave.book()].map(([key, { record, notes }]) => ({ key, record, notes }))
  expect(JSON.stringify(saved)).toBe(before)
}

describe.each(forms)('%s', (_, open) => {
  test('import into the open table', async () => {
    const opened = open()
    const { editor, template } = opened.view
    const book = [...editor.autosave.book().values()]
    const imported = book.map(({ id, record, notes }, index) => ({
      id,
      version: 2,
      updatedAt: '2024-05-01T00:00:00Z',
      status: 'draft' as const,
      record: index === 0 ? { ...record, purpose: '导入的用途', indicators: record.indicators.slice(1) } : record,
      notes,
    }))
    await isExact(opened, () =>
      editor.replace(
        { template: template.id, scope: template.scope, fiscalYear: '', deleted: false, projects: imported },
        changedElsewhere,
      ),
    )
  })

  test('one cell of an earlier version, and all of it', async () => {
    const version = { ...project('旧名'), goal: { term: '', annual: '旧目标' }, indicators: mixed().slice(1) }
    const one = open()
    const [difference] = versionDifference(version, one.record(), new Map())
    if (!difference) throw new Error('versions differ')
    await isExact(one, () => changeProject(one.view, '恢复', 'p0', difference.restore))
    const all = open()
    await isExact(all, () => changeProject(all.view, '恢复', 'p0', () => version))
    all.view.editor.redo()
    expect(all.record()).toEqual(version)
  })

  test('a total taken from its parts by F4', async () => {
    const opened = open()
    cursorTo(opened.view, 'funding.total')
    await isExact(opened, () => cellOffer(opened.view)?.accept())
    opened.view.editor.redo()
    expect(opened.record().funding.total).toBe('100')
  })

  test('find and replace all', async () => {
    const opened = open()
    const { view } = opened
    const request = { search: '演出', exact: false, whole: false }
    const cells = findCells(view.template, view.records(), view.state.getState().sheet, request).map(({ cell }) => cell)
    await isExact(opened, () =>
      view.change('全部替换', (records) => replaceCells(view.template, records, cells, request, '展演')),
    )
    view.editor.redo()
    expect(content(view)).not.toContain('演出')
  })

  test('rows in the order of the form', async () => {
    const opened = open()
    await isExact(opened, () => sortItems(opened.view))
  })

  test.each([
    ['a cell', 'funding.fiscal', 'funding.other', false],
    ['a goal', 'goal.annual', 'project.name', false],
    ['whole rows', 'row', 'row', true],
  ])('cut and pasted: %s', async (_, from, to, isRow) => {
    const opened = open()
    const { view } = opened
    const row = view.template.scope === 'unit' ? 'project.name' : 'indicators[0].name'
    const lastRow = view.template.scope === 'unit' ? 'project.name' : 'indicators[2].name'
    if (isRow) handles(view, [row, row])
    else cursorTo(view, from)
    const data = new Map<string, string>()
    copySelection(view, { setData: (type, text) => data.set(type, text) }, true)
    view.state.setState({
      selection: selectOnly(cellOf(view, isRow ? lastRow : to, isRow && row === lastRow ? 2 : 0)),
    })
    await isExact(opened, () => pasteTexts(view, data.get('text/html') ?? '', data.get('text/plain') ?? ''))
  })

  test('an indicator of the library, by the cursor and dropped', async () => {
    const byKey = open()
    cursorTo(byKey.view, 'project.name')
    await isExact(byKey, () => insertFromLibrary(byKey.view, fromLibrary))
    const dropped = open()
    const isList = dropped.view.template.scope === 'unit'
    const { row } = cellOf(dropped.view, isList ? 'project.name' : 'indicators[1].name')
    const place = libraryPlace(dropped.view, row, true)
    await isExact(dropped, () => place && dropFromLibrary(dropped.view, fromLibrary, place))
  })

  test('rows dragged', async () => {
    const opened = open()
    const { view } = opened
    const isList = view.template.scope === 'unit'
    if (isList) handles(view, ['project.name', 'project.name'], [1, 2])
    else handles(view, ['indicators[1].name', 'indicators[2].name'])
    const top = isList ? cellOf(view, 'project.name', 0) : cellOf(view, 'indicators[0].name')
    const place = dropPlace(view, top.row, false)
    await isExact(opened, () => place && moveItemsTo(view, place.before))
  })
})

describe('in the opened indicators of a list form', () => {
  const inside = (act: (view: SheetView) => unknown) => {
    const opened = openGuangzhou()
    const view = openSheetView(opened.view.editor, indicatorsOf(opened.view.editor, 'p0'))
    return isExact(opened, () => act(view))
  }
  test('a sign rewritten by F4', () =>
    inside((view) => {
      cursorTo(view, 'indicators[0].target')
      cellOffer(view)?.accept()
    }))
  test('find and replace all', () =>
    inside((view) => {
      const request = { search: '演出', exact: false, whole: false }
      const cells = findCells(view.template, view.records(), view.state.getState().sheet, request)
      view.change('全部替换', (records) =>
        replaceCells(
          view.template,
          records,
          cells.map(({ cell }) => cell),
          request,
          '',
        ),
      )
    }))
  test('an indicator of the library', () =>
    inside((view) => {
      cursorTo(view, 'indicators[1].name')
      insertFromLibrary(view, fromLibrary)
    }))
  test('rows in the order of the form', () => inside(sortItems))
  test('rows dragged', () =>
    inside((view) => {
      handles(view, ['indicators[0].name', 'indicators[0].name'])
      moveItemsTo(view, 3)
    }))
})

test('a sign rewritten by F4 on the merged form', async () => {
  const opened = openKorla()
  cursorTo(opened.view, 'indicators[0].target')
  await isExact(opened, () => cellOffer(opened.view)?.accept())
})

test('usual choices filled in; a form without these columns has no such command', async () => {
  const opened = openKorla()
  opened.view.state.setState(({ sheet }) => ({ selection: selectAll(sheet) }))
  await isExact(opened, () => fillUsualChoices(opened.view, []))
  expect(canFillUsual(openGuangzhou().view)).toBe(false)
})

test('an indicator of the library into a blank row', async () => {
  const opened = openView(korla, [project('演出甲', [...mixed(), indicator('产出指标', '数量指标', '')])])
  cursorTo(opened.view, 'indicators[3].name')
  await isExact(opened, () => insertFromLibrary(opened.view, fromLibrary))
})

test('the payment plan by command and by F4; a form without a plan has no such command', async () => {
  const byCommand = openHebei()
  await isExact(byCommand, () => fillPlan(byCommand.view))
  const byKey = openHebei()
  cursorTo(byKey.view, 'paymentPlan[0]')
  await isExact(byKey, () => cellOffer(byKey.view)?.accept())
  byKey.view.editor.redo()
  expect(byKey.record().paymentPlan).toEqual(['20.00', '40.00', '60.00', '80.00'])
  expect([openKorla(), openGuangzhou()].map(({ view }) => canFillPlan(view))).toEqual([false, false])
})

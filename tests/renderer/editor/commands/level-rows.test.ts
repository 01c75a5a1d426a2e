/** One row (or some) of a merged group gets another level; the group keeps its own, and the merged cells follow. */
import { describe, expect, test } from 'vitest'
import { changeLevel } from '../../../../renderer/editor/commands/rows/level-commands.ts'
import { clickedRow, levelRows } from '../../../../renderer/editor/commands/rows/level-rows.ts'
import { insertItems } from '../../../../renderer/editor/commands/rows/row-commands.ts'
import { selectOnly, selectRows } from '../../../../renderer/editor/grid/selection.ts'
import { activeCell, openSheetView } from '../../../../renderer/editor/view/sheet-view.ts'
import type { SheetView } from '../../../../renderer/editor/view/sheet-view.ts'
import { indicatorsOf } from '../../../../renderer/editor/view/indicator-view.ts'
import { choicesFor } from '../../../../renderer/editor/commands/suggestions.ts'
import { keyboard } from '../../keys/keyboard.ts'
import { cellOf, guangzhou, indicator, korla, openView, recordWith } from '../open-view.ts'

const five = () => ['一', '二', '三', '四', '五'].map((name) => indicator('产出指标', '数量指标', name, '≥1次'))
const openForm = () => openView(korla, [recordWith('送戏下乡', five())])
const openPacked = () => {
  const opened = openView(guangzhou, [recordWith('甲', five())])
  const { editor } = opened.view
  return { ...opened, view: openSheetView(editor, indicatorsOf(editor, 'p0')) }
}

const levels = (opened: ReturnType<typeof openForm>) =>
  opened.record().indicators.map(({ category, subcategory }) => `${category.slice(0, 2)}/${subcategory.slice(0, 2)}`)
const spans = (view: SheetView, kind: string) =>
  view.state
    .getState()
    .sheet.layout.cells.filter(({ binding, role }) => role === 'input' && binding?.kind === kind)
    .map(({ rowSpan }) => rowSpan)

describe.each([
  ['the merged form', openForm, '社会效益指标'],
  ['the indicators of a list form', openPacked, '社会效益'], // so this form prints it
])('%s', (_, open, benefit) => {
  test('Ctrl+L in the row’s own cell: the second level of this row alone', () => {
    const opened = open()
    const keys = keyboard(opened.view)
    keys.goTo('indicators[2].name')
    keys.press('Ctrl+L')
    keys.view.state.setState(({ editing }) => ({ editing: editing && { ...editing, text: '' } }))
    keys.type('质量指标')
    keys.press('Enter')
    expect(levels(opened)).toEqual(['产出/数量', '产出/数量', '产出/质量', '产出/数量', '产出/数量'])
    expect(spans(opened.view, 'category')).toEqual([5])
    expect(spans(opened.view, 'subcategory')).toEqual([2, 1, 2])
    keys.press('Ctrl+Z')
    expect(levels(opened)).toEqual(Array.from({ length: 5 }, () => '产出/数量'))
  })

  test('a second level of another first level takes that one along; all of them are offered, the own first', () => {
    const opened = open()
    const keys = keyboard(opened.view)
    keys.goTo('indicators[4].target')
    keys.press('Ctrl+L')
    const offered = choicesFor(opened.view, activeCell(opened.view))
    expect(offered.slice(0, 3)).toEqual(['数量指标', '质量指标', '时效指标'])
    expect(offered).toContain(benefit)
    keys.view.state.setState(({ editing }) => ({ editing: editing && { ...editing, text: benefit } }))
    keys.press('Enter')
    expect(levels(opened)).toEqual(['产出/数量', '产出/数量', '产出/数量', '产出/数量', '效益/社会'])
    expect(spans(opened.view, 'category')).toEqual([4, 1])
    keys.press('Ctrl+Z')
    expect(spans(opened.view, 'category')).toEqual([5])
  })

  test('several rows at once, and the rows around stay', () => {
    const opened = open()
    const keys = keyboard(opened.view)
    keys.goTo('indicators[1].name')
    keys.extendTo('indicators[2].name')
    keys.press('Ctrl+L')
    keys.view.state.setState(({ editing }) => ({ editing: editing && { ...editing, text: '时效指标' } }))
    keys.press('Tab')
    expect(levels(opened)).toEqual(['产出/数量', '产出/时效', '产出/时效', '产出/数量', '产出/数量'])
    expect(spans(opened.view, 'subcategory')).toEqual([1, 2, 2])
  })

  test('Delete and Ctrl+Minus behind Ctrl+L mean this row alone too', () => {
    const opened = open()
    const keys = keyboard(opened.view)
    keys.goTo('indicators[3].name')
    keys.press('Ctrl+L', 'Escape', 'Escape')
    keys.press('Delete')
    expect(levels(opened)).toEqual(['产出/数量', '产出/数量', '产出/数量', '产出/', '产出/数量'])
    keys.press('Ctrl+Z', 'Ctrl+Minus')
    expect(opened.record().indicators.map(({ name }) => name)).toEqual(['一', '二', '三', '五'])
  })

  test('an arrow key ends it: the merged cell is one cell again', () => {
    const opened = open()
    const keys = keyboard(opened.view)
    keys.goTo('indicators[2].name')
    keys.press('Ctrl+L', 'Escape')
    expect(levelRows(opened.view)).not.toBeNull()
    keys.press('ArrowRight', 'ArrowLeft')
    expect(levelRows(opened.view)).toBeNull()
    keys.type('质量指标')
    keys.press('Enter')
    expect(levels(opened)).toEqual(Array.from({ length: 5 }, () => '产出/质量'))
  })

  test('with whole rows selected from the level, a level typed is written into these rows', () => {
    const opened = open()
    const { row } = cellOf(opened.view, 'indicators[2].name')
    const active = { row, column: cellOf(opened.view, 'indicators[0].category').column }
    opened.view.state.setState(({ sheet }) => ({ selection: selectRows(sheet, row, row + 1, active) }))
    const keys = keyboard(opened.view)
    keys.type('效益指标')
    keys.press('Enter')
    expect(levels(opened)).toEqual(['产出/数量', '产出/数量', '效益/数量', '效益/数量', '产出/数量'])
  })

  test('rows selected by their numbers: what is typed goes into the first cell that is the row’s own', () => {
    const opened = open()
    const { row } = cellOf(opened.view, 'indicators[2].name')
    opened.view.state.setState(({ sheet }) => ({ selection: selectRows(sheet, row, row + 1) }))
    const keys = keyboard(opened.view)
    keys.type('新名字')
    keys.press('Enter')
    expect(levels(opened)).toEqual(Array.from({ length: 5 }, () => '产出/数量'))
    expect(opened.record().indicators[2]?.name).toBe('新名字')
  })
})

test('a new row that undo took back leaves no trace: a level typed afterwards is that of the whole group', () => {
  const opened = openForm()
  const keys = keyboard(opened.view)
  keys.goTo('indicators[0].name')
  keys.press('Ctrl+Plus')
  keys.press('Ctrl+Z')
  keys.goTo('indicators[0].subcategory')
  keys.type('质量指标')
  keys.press('Enter')
  expect(levels(opened)).toEqual(Array.from({ length: 5 }, () => '产出/质量'))
})

test('where there are no rows of indicators the command does nothing', () => {
  const { view, record } = openForm()
  const before = record()
  view.state.setState({ selection: selectOnly(cellOf(view, 'project.name')) })
  changeLevel(view)
  expect(view.state.getState().editing).toBeNull()
  expect(record()).toBe(before)
})

test('a click on a merged level means a row just added that is under the pointer, else the whole cell', () => {
  const { view } = openForm()
  const keys = keyboard(view)
  keys.goTo('indicators[2].name')
  insertItems(view, 'above')
  const merged = cellOf(view, 'indicators[0].subcategory')
  const fresh = cellOf(view, 'indicators[2].name').row
  expect(clickedRow(view, merged, fresh)).toBe(fresh)
  expect(clickedRow(view, merged, fresh + 1)).toBe(merged.row)
  expect(clickedRow(view, merged, null)).toBe(merged.row)
  expect(clickedRow(view, cellOf(view, 'indicators[0].name'), fresh)).toBe(merged.row)
})

test('where blocks are parallel, the row’s own indicator of each block; a first level of both', () => {
  const both = (name: string) => ({ ...indicator('产出指标', '数量指标', name, '3'), termTarget: '9' })
  const term = { ...indicator('产出指标', '数量指标', '仅中期'), termTarget: '6' }
  const annual = indicator('产出指标', '数量指标', '仅年度', '7')
  const opened = openView('central-2021', [recordWith('设施', [both('一'), term, annual, both('二')])])
  const keys = keyboard(opened.view)
  const change = (from: string, text: string) => {
    keys.goTo(from)
    keys.press('Ctrl+L')
    keys.view.state.setState(({ editing }) => ({ editing: editing && { ...editing, text } }))
    keys.press('Enter')
    return levels(opened)
  }
  expect(change('indicators[2].name', '质量指标')).toEqual(['产出/数量', '产出/数量', '产出/质量', '产出/数量'])
  keys.press('Ctrl+Z')
  const { row, column } = cellOf(opened.view, 'indicators[0].category')
  opened.view.state.setState({
    selection: { anchor: { row: row + 1, column }, focus: { row: row + 1, column }, rowsAlone: true },
  })
  keys.type('效益指标')
  keys.press('Enter')
  expect(levels(opened)).toEqual(['产出/数量', '效益/数量', '效益/数量', '产出/数量'])
})

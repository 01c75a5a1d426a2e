import { readField } from '../../../../shared/model/field-path.ts'
import { describe, expect, test } from 'vitest'
import { applyWrites } from '../../../../renderer/editor/commands/cell-writes.ts'
import { runKeyCommand } from '../../../../renderer/editor/actions/key-commands.ts'
import {
  appendItem,
  duplicateItems,
  insertItems,
  removeItems,
} from '../../../../renderer/editor/commands/rows/row-commands.ts'
import { moveItems } from '../../../../renderer/editor/commands/rows/row-moves.ts'
import { extendTo, selectOnly, selectRows } from '../../../../renderer/editor/grid/selection.ts'
import {
  beginEditing,
  clearSelected,
  commitCell,
  fillRange,
  fillSelection,
  keepTyping,
  restoreCell,
} from '../../../../renderer/editor/commands/sheet-commands.ts'
import { selectAt } from '../../../../renderer/editor/view/sheet-view.ts'
import { cellOf, guangzhou, korla, names, openView, recordWith, threeIndicators } from '../open-view.ts'

const open = () => openView(korla, [recordWith('送戏下乡', threeIndicators())])
type Opened = ReturnType<typeof open>
const type = ({ view }: Opened, path: string, text: string) => {
  selectAt(view, cellOf(view, path))
  beginEditing(view, 'typing')
  keepTyping(view, text)
}

describe('editing', () => {
  test('typing replaces, Esc restores, commit writes once', () => {
    const table = open()
    type(table, 'indicators[0].name', '新')
    restoreCell(table.view)
    expect(names(table.record())[0]).toBe('演出场次')
    type(table, 'indicators[0].name', '新名称')
    commitCell(table.view)
    commitCell(table.view)
    expect(names(table.record())[0]).toBe('新名称')
    expect(table.view.editor.state.getState().history.past).toHaveLength(1)
  })

  test('an untouched cell is no change', () => {
    const table = open()
    selectAt(table.view, cellOf(table.view, 'indicators[0].name'))
    beginEditing(table.view, 'editing')
    commitCell(table.view)
    expect(table.view.editor.state.getState().history.past).toHaveLength(0)
    expect(table.sent).toHaveLength(0)
  })

  test('a label takes no editing', () => {
    const table = open()
    selectAt(table.view, { row: 0, column: 0 })
    expect(beginEditing(table.view, 'typing')).toBe(false)
  })

  test('full-width digits of money become plain; words are kept as typed', () => {
    const table = open()
    type(table, 'funding.total', '１２３．５０')
    commitCell(table.view)
    type(table, 'indicators[0].target', '≥１０场')
    commitCell(table.view)
    expect(table.record().funding.total).toBe('123.50')
    expect(table.record().indicators[0]?.target).toBe('≥１０场')
  })

  test('a point typed with a Chinese input method is a point of an amount and a weight', () => {
    const table = open()
    const typed = (path: string, text: string) => {
      type(table, path, text)
      commitCell(table.view)
      return readField(table.record(), path)
    }
    expect(typed('funding.total', '12。5')).toBe('12.5')
    expect(typed('funding.total', '1，200。50')).toBe('1,200.50')
    expect(typed('indicators[0].weight', '2。5')).toBe('2.5')
    expect(typed('indicators[0].name', '2。5')).toBe('2。5')
  })

  test('a merged level writes all of its rows', () => {
    const table = open()
    type(table, 'indicators[0].category', '成本指标')
    commitCell(table.view)
    expect(table.record().indicators.map(({ category }) => category)).toEqual(['成本指标', '成本指标', '效益指标'])
  })

  test('undo and redo of any number of steps, with the cursor', () => {
    const table = open()
    for (const text of ['一', '二', '三']) {
      type(table, 'indicators[0].name', text)
      commitCell(table.view)
    }
    const place = cellOf(table.view, 'indicators[0].name')
    expect(table.view.editor.undo()?.selection.anchor).toEqual(place)
    table.view.editor.undo()
    expect(names(table.record())[0]).toBe('一')
    table.view.editor.redo()
    table.view.editor.redo()
    expect(table.view.editor.redo()).toBeNull()
    expect(names(table.record())[0]).toBe('三')
  })
})

test('a change after undo ends what could be redone', () => {
  const table = open()
  type(table, 'indicators[0].name', '一')
  commitCell(table.view)
  table.view.editor.undo()
  type(table, 'indicators[0].name', '二')
  commitCell(table.view)
  expect(table.view.editor.redo()).toBeNull()
  expect(names(table.record())[0]).toBe('二')
})

describe('ranges of cells', () => {
  test('clear empties only input cells', () => {
    const table = open()
    const { view } = table
    view.state.setState({
      selection: extendTo(selectOnly({ row: 0, column: 0 }), cellOf(view, 'indicators[0].target')),
    })
    clearSelected(view)
    expect(table.record().project.name).toBe('')
    expect(table.record().indicators[0]).toMatchObject({ name: '', target: '' })
    expect(table.record().indicators[2]?.name).toBe('群众知晓率')
  })

  test('fill down copies the first row of the range; a single cell takes the one above', () => {
    const table = open()
    const { view } = table
    view.state.setState({
      selection: extendTo(selectOnly(cellOf(view, 'indicators[0].target')), cellOf(view, 'indicators[2].target')),
    })
    fillRange(view, 'down')
    expect(table.record().indicators.map(({ target }) => target)).toEqual(['≥10场', '≥10场', '≥10场'])
    selectAt(view, cellOf(view, 'indicators[1].name'))
    fillRange(view, 'down')
    expect(names(table.record())[1]).toBe('演出场次')
  })

  test('fill right copies the first column', () => {
    const table = open()
    const { view } = table
    view.state.setState({
      selection: extendTo(selectOnly(cellOf(view, 'indicators[0].target')), cellOf(view, 'indicators[0].lastActual')),
    })
    fillRange(view, 'right')
    expect(table.record().indicators[0]).toMatchObject({ basis: '≥10场', lastActual: '≥10场' })
  })

  test('Ctrl+Enter writes the open text into the selection', () => {
    const table = open()
    const { view } = table
    view.state.setState({
      selection: extendTo(selectOnly(cellOf(view, 'indicators[0].evidence')), cellOf(view, 'indicators[2].evidence')),
    })
    beginEditing(view, 'typing')
    keepTyping(view, '工作资料')
    fillSelection(view)
    expect(table.record().indicators.map(({ evidence }) => evidence)).toEqual(['工作资料', '工作资料', '工作资料'])
  })
})

describe('rows', () => {
  test('insert, duplicate, move, remove; the merged levels follow', () => {
    const table = open()
    const { view } = table
    selectAt(view, cellOf(view, 'indicators[1].name'))
    insertItems(view, 'above')
    expect(names(table.record())).toEqual(['演出场次', '', '观众人数', '群众知晓率'])
    expect(table.record().indicators[1]?.category).toBe('产出指标')
    removeItems(view)
    selectAt(view, cellOf(view, 'indicators[0].name'))
    duplicateItems(view)
    expect(names(table.record())).toEqual(['演出场次', '演出场次', '观众人数', '群众知晓率'])
    view.editor.undo()
    selectAt(view, cellOf(view, 'indicators[0].name'))
    moveItems(view, 1)
    expect(names(table.record())).toEqual(['观众人数', '演出场次', '群众知晓率'])
    expect(view.state.getState().selection.anchor).toEqual(cellOf(view, 'indicators[1].name'))
  })

  test('rows selected by their handles are exactly these, also inside a merged level', () => {
    const table = open()
    const { row } = cellOf(table.view, 'indicators[1].name')
    table.view.state.setState(({ sheet }) => ({ selection: selectRows(sheet, row, row) }))
    removeItems(table.view)
    expect(names(table.record())).toEqual(['演出场次', '群众知晓率'])
  })

  test('with the cursor on a merged level one row is inserted', () => {
    const table = open()
    selectAt(table.view, cellOf(table.view, 'indicators[0].category'))
    insertItems(table.view, 'below')
    expect(names(table.record())).toEqual(['演出场次', '观众人数', '', '群众知晓率'])
  })

  test('Tab in the last input cell adds a row and goes to it', () => {
    const table = open()
    const { view } = table
    const inputs = view.state.getState().sheet.layout.cells.filter((cell) => cell.role === 'input')
    const last = inputs.at(-1)
    if (!last) throw new Error('no input')
    selectAt(view, last)
    runKeyCommand(view, { do: 'tab', back: false })
    expect(table.record().indicators).toHaveLength(4)
    expect(view.state.getState().selection.anchor.row).toBe(cellOf(view, 'indicators[3].name').row)
  })

  test('rows of a list form are projects; deleting the last leaves a blank one', () => {
    const { view, record } = openView(guangzhou, [recordWith('甲', [])])
    selectAt(view, cellOf(view, 'project.name'))
    appendItem(view)
    expect(view.editor.records()).toHaveLength(2)
    expect(record(1).unit.name).toBe('云溪县文化馆')
    view.editor.undo()
    selectAt(view, cellOf(view, 'project.name'))
    removeItems(view)
    expect(view.editor.records()).toHaveLength(1)
    expect(record().project.name).toBe('')
  })
})

test('writes that change nothing leave the records as they are', () => {
  const { view } = open()
  const records = view.editor.records()
  const cell = view.state.getState().sheet.layout.cells.find(({ binding }) => binding?.path === 'indicators[0].name')
  if (!cell?.binding) throw new Error('no cell')
  expect(applyWrites(view.template, records, [{ binding: cell.binding, text: '演出场次' }])).toBe(records)
})

import { describe, expect, test } from 'vitest'
import { runKeyCommand } from '../../../../renderer/editor/actions/key-commands.ts'
import { appendItem, insertItems, removeItems } from '../../../../renderer/editor/commands/rows/row-commands.ts'
import {
  beginEditing,
  clearSelected,
  commitCell,
  keepTyping,
} from '../../../../renderer/editor/commands/sheet-commands.ts'
import { pasteRows } from '../../../../renderer/editor/clipboard/paste.ts'
import { selectAt } from '../../../../renderer/editor/view/sheet-view.ts'
import { cellOf, indicator, korla, names, openView, recordWith } from '../open-view.ts'

const open = () =>
  openView(korla, [
    recordWith('送戏下乡', [
      indicator('产出指标', '数量指标', '演出场次', '≥10场'),
      indicator('产出指标', '数量指标', '观众人数', '≥3000人'),
    ]),
  ])
type Opened = ReturnType<typeof open>

const left = ({ view }: Opened) => runKeyCommand(view, { do: 'move', direction: 'left', extend: false })
const tab = ({ view }: Opened) => runKeyCommand(view, { do: 'tab', back: false })
const type = ({ view }: Opened, text: string) => {
  beginEditing(view, 'typing')
  keepTyping(view, text)
  commitCell(view)
}
const levels = (table: Opened) => table.record().indicators.map((one) => `${one.category}/${one.subcategory}`)

describe('levels of a new row', () => {
  test('written from the new row they are its own; the rows above stay', () => {
    const table = open()
    appendItem(table.view)
    left(table)
    left(table)
    type(table, '效益指标')
    tab(table)
    type(table, '社会效益指标')
    expect(levels(table)).toEqual(['产出指标/数量指标', '产出指标/数量指标', '效益指标/社会效益指标'])
  })

  test('the second level alone; Tab over the first keeps the row', () => {
    const table = open()
    appendItem(table.view)
    left(table)
    left(table)
    tab(table)
    type(table, '质量指标')
    expect(levels(table).at(-1)).toBe('产出指标/质量指标')
    expect(levels(table)[0]).toBe('产出指标/数量指标')
  })

  test('cleared and pasted for the new row alone', () => {
    const table = open()
    appendItem(table.view)
    left(table)
    clearSelected(table.view)
    expect(levels(table)).toEqual(['产出指标/数量指标', '产出指标/数量指标', '产出指标/'])
    pasteRows(table.view, [[{ text: '时效指标', continues: false }]])
    expect(levels(table)).toEqual(['产出指标/数量指标', '产出指标/数量指标', '产出指标/时效指标'])
  })

  test('a block pasted at the new row leaves the rows above', () => {
    const table = open()
    appendItem(table.view)
    runKeyCommand(table.view, { do: 'edge', edge: 'start', of: 'row', extend: false })
    const texts = (...row: string[]) => row.map((text) => ({ text, continues: false }))
    pasteRows(table.view, [texts('效益指标', '社会效益指标', '知晓率'), texts('效益指标', '生态效益指标', '绿化率')])
    expect(levels(table).slice(1)).toEqual(['产出指标/数量指标', '效益指标/社会效益指标', '效益指标/生态效益指标'])
  })

  test('a new row between two others leaves both as they are', () => {
    const table = open()
    selectAt(table.view, cellOf(table.view, 'indicators[1].name'))
    insertItems(table.view, 'above')
    left(table)
    type(table, '质量指标')
    expect(levels(table)).toEqual(['产出指标/数量指标', '产出指标/质量指标', '产出指标/数量指标'])
  })

  test('named first, then given its level: until the cursor has left the row', () => {
    const table = open()
    appendItem(table.view)
    type(table, '及时率')
    left(table)
    type(table, '时效指标')
    expect(levels(table)).toEqual(['产出指标/数量指标', '产出指标/数量指标', '产出指标/时效指标'])
    const other = open()
    appendItem(other.view)
    type(other, '及时率')
    selectAt(other.view, cellOf(other.view, 'indicators[0].name'))
    selectAt(other.view, cellOf(other.view, 'indicators[2].name'))
    left(other)
    type(other, '时效指标')
    expect(new Set(levels(other))).toEqual(new Set(['产出指标/时效指标']))
  })

  test('of several rows inserted at once each has its own levels', () => {
    const table = open()
    selectAt(table.view, cellOf(table.view, 'indicators[0].name'))
    table.view.state.setState(({ selection }) => ({
      selection: { ...selection, focus: cellOf(table.view, 'indicators[1].name') },
    }))
    insertItems(table.view, 'above')
    selectAt(table.view, cellOf(table.view, 'indicators[1].name'))
    type(table, '及时率')
    left(table)
    type(table, '时效指标')
    expect(levels(table)[1]).toBe('产出指标/时效指标')
    expect(levels(table).slice(2)).toEqual(['产出指标/数量指标', '产出指标/数量指标'])
  })

  test('Shift+Tab goes into the merged level of the row, then along the row above', () => {
    const table = open()
    selectAt(table.view, cellOf(table.view, 'indicators[1].name'))
    const back = () => runKeyCommand(table.view, { do: 'tab', back: true })
    const at = () => table.view.state.getState().selection.anchor
    const { row, column } = at()
    back()
    expect(at()).toEqual({ row, column: column - 1 })
    back()
    expect(at()).toEqual({ row, column: column - 2 })
    back()
    expect(at().row).toBe(row - 1)
    expect(at().column).toBeGreaterThan(column)
  })

  test('a cleared merged level is filled again as one', () => {
    const table = open()
    selectAt(table.view, cellOf(table.view, 'indicators[0].subcategory'))
    clearSelected(table.view)
    expect(levels(table)).toEqual(['产出指标/', '产出指标/'])
    type(table, '质量指标')
    expect(levels(table)).toEqual(['产出指标/质量指标', '产出指标/质量指标'])
    clearSelected(table.view)
    pasteRows(table.view, [[{ text: '时效指标', continues: false }]])
    expect(levels(table)).toEqual(['产出指标/时效指标', '产出指标/时效指标'])
  })

  test('deleted from its level it goes alone, and the row in its place is not new', () => {
    const table = open()
    selectAt(table.view, cellOf(table.view, 'indicators[1].name'))
    insertItems(table.view, 'above')
    type(table, '新行')
    left(table)
    expect(removeItems(table.view)).toBe(1)
    expect(names(table.record())).toEqual(['演出场次', '观众人数'])
    selectAt(table.view, cellOf(table.view, 'indicators[1].name'))
    left(table)
    type(table, '质量指标')
    expect(levels(table)).toEqual(['产出指标/质量指标', '产出指标/质量指标'])
  })

  test('a second level cleared and written anew leaves the first level alone', () => {
    const table = open()
    selectAt(table.view, cellOf(table.view, 'indicators[0].subcategory'))
    clearSelected(table.view)
    type(table, '社会效益指标')
    expect(levels(table)).toEqual(['产出指标/社会效益指标', '产出指标/社会效益指标'])
  })

  test('a row that holds something is part of its merged cell', () => {
    const table = open()
    selectAt(table.view, cellOf(table.view, 'indicators[1].name'))
    left(table)
    type(table, '质量指标')
    expect(levels(table)).toEqual(['产出指标/质量指标', '产出指标/质量指标'])
  })
})

import { describe, expect, test } from 'vitest'
import { nextInput, rowEdge, sheetEdge, step } from '../../../../renderer/editor/grid/navigation.ts'
import { extendTo, inputsIn, rangeOf, selectOnly, selectRows } from '../../../../renderer/editor/grid/selection.ts'
import { cellAt } from '../../../../renderer/editor/grid/sheet-map.ts'
import { cellOf, korla, openView, recordWith, threeIndicators } from '../open-view.ts'

const { view } = openView(korla, [recordWith('送戏下乡', threeIndicators())])
const { sheet } = view.state.getState()
const first = cellOf(view, 'indicators[0].category')
const firstName = cellOf(view, 'indicators[0].name')
const secondName = cellOf(view, 'indicators[1].name')
const third = cellOf(view, 'indicators[2].category')

describe('arrows', () => {
  test('a merged level is one step: down from it leaves it, whatever row the cursor came in by', () => {
    expect(step(sheet, first, 'down')).toEqual(third)
    expect(step(sheet, { row: first.row + 1, column: first.column }, 'down')).toEqual(third)
    expect(step(sheet, third, 'up')).toEqual({ row: third.row - 1, column: third.column })
    expect(cellAt(sheet, step(sheet, third, 'up'))).toBe(cellAt(sheet, first))
  })

  test('left into a merged cell and right again keeps the row', () => {
    const left = step(sheet, step(sheet, secondName, 'left'), 'left')
    expect(cellAt(sheet, left)?.binding?.path).toBe('indicators[0].category')
    expect(step(sheet, step(sheet, left, 'right'), 'right')).toEqual(secondName)
  })

  test('the edge of the sheet stops', () => {
    expect(step(sheet, { row: 0, column: 0 }, 'up')).toEqual({ row: 0, column: 0 })
    expect(step(sheet, { row: 0, column: 0 }, 'left')).toEqual({ row: 0, column: 0 })
  })
})

describe('Tab', () => {
  test('walks every input cell once, in reading order, and back again', () => {
    const inputs = sheet.layout.cells.filter((cell) => cell.role === 'input')
    const walked = [sheetEdge(sheet, 'start')]
    for (;;) {
      const next = nextInput(sheet, walked.at(-1) ?? first, 1)
      if (!next) break
      walked.push(next)
    }
    expect(walked).toEqual(inputs.map(({ row, column }) => ({ row, column })))
    expect(nextInput(sheet, walked[5] ?? first, -1)).toEqual(walked[4])
    expect(nextInput(sheet, sheetEdge(sheet, 'end'), 1)).toBeNull()
  })
})

test('Home and End stay in the row', () => {
  expect(rowEdge(sheet, secondName, 'start')).toEqual({ row: secondName.row, column: first.column })
  expect(cellAt(sheet, rowEdge(sheet, secondName, 'end'))?.binding?.path).toBe('indicators[1].evidence')
})

describe('ranges', () => {
  test('a range grows until it cuts no merged cell', () => {
    const range = rangeOf(sheet, extendTo(selectOnly(secondName), first))
    expect(range).toEqual({
      row: first.row,
      column: first.column,
      lastRow: secondName.row,
      lastColumn: secondName.column,
    })
    expect(rangeOf(sheet, extendTo(selectOnly(secondName), { row: secondName.row, column: first.column })).row).toBe(
      firstName.row,
    )
  })

  test('whole rows stay these rows', () => {
    const range = rangeOf(sheet, selectRows(sheet, secondName.row, secondName.row))
    expect([range.row, range.lastRow]).toEqual([secondName.row, secondName.row])
    expect(inputsIn(sheet, range)).toHaveLength(9)
  })
})

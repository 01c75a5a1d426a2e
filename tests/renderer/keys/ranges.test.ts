import { describe, expect, test } from 'vitest'
import { rangeOf, selectRows } from '../../../renderer/editor/grid/selection.ts'
import { onGuangzhou, onKorla, onPackedCell } from './keyboard.ts'
import type { Keyboard } from './keyboard.ts'

const range = ({ view }: Keyboard) => {
  const { sheet, selection } = view.state.getState()
  return rangeOf(sheet, selection)
}

describe('on a merged form', () => {
  test('Shift+arrow grows to whole merges, goes on at the next press, and comes back', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].name')
    keys.press('Shift+ArrowLeft')
    expect(range(keys)).toEqual({ row: 7, lastRow: 8, column: 1, lastColumn: 2 })
    keys.press('Shift+ArrowDown')
    expect(range(keys)).toEqual({ row: 7, lastRow: 9, column: 1, lastColumn: 2 })
    keys.press('Shift+ArrowUp', 'Shift+ArrowRight')
    expect(range(keys)).toEqual({ row: 7, lastRow: 8, column: 2, lastColumn: 2 })
  })

  test('a press that would stay inside what the range grew over goes past it', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].subcategory')
    keys.press('Shift+ArrowRight', 'Shift+ArrowDown')
    expect(range(keys)).toEqual({ row: 7, lastRow: 9, column: 1, lastColumn: 2 })
  })

  test('Shift+click takes everything between, over whole merges', () => {
    const keys = onKorla()
    keys.goTo('indicators[1].target')
    keys.extendTo('indicators[0].category')
    expect(keys.selected()).toEqual([
      '0:indicators[0].category',
      '0:indicators[0].subcategory',
      '0:indicators[0].name',
      '0:indicators[0].target',
      '0:indicators[1].name',
      '0:indicators[1].target',
    ])
  })

  test('Ctrl+A selects all, Ctrl+Shift+End to the last input cell, Ctrl+Shift+Home to the first', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].name')
    keys.press('Ctrl+A')
    expect(range(keys)).toEqual({ row: 0, lastRow: 9, column: 0, lastColumn: 8 })
    keys.goTo('indicators[2].name')
    keys.press('Ctrl+Shift+End')
    expect(keys.selected()).toHaveLength(7)
    keys.press('Ctrl+Shift+Home')
    expect(range(keys)).toMatchObject({ row: 1, column: 0 })
  })

  test('whole rows hold exactly these rows, also through a merged level', () => {
    const keys = onKorla()
    keys.view.state.setState(({ sheet }) => ({ selection: selectRows(sheet, 8, 8) }))
    expect(range(keys)).toMatchObject({ row: 8, lastRow: 8 })
  })

  test('an arrow without Shift leaves the range from its active cell', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].target')
    keys.press('Shift+ArrowDown', 'ArrowDown')
    expect(keys.selected()).toEqual(['0:indicators[1].target'])
  })
})

describe('on the list form', () => {
  test('Shift+arrow goes over projects and their packed cells', () => {
    const keys = onGuangzhou()
    keys.goTo('goal.annual', 0)
    keys.press('Shift+ArrowDown', 'Shift+ArrowRight')
    expect(keys.selected()).toEqual(['0:goal.annual', '0:indicators', '1:goal.annual', '1:indicators'])
  })

  test('in the opened packed cell a range grows over merged levels', () => {
    const keys = onPackedCell()
    keys.goTo('indicators[0].name')
    keys.press('Shift+ArrowLeft')
    expect(keys.selected()).toEqual(['0:indicators[0].subcategory', '0:indicators[0].name', '0:indicators[1].name'])
  })
})

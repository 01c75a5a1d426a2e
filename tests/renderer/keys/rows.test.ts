import { describe, expect, test } from 'vitest'
import { selectRows } from '../../../renderer/editor/grid/selection.ts'
import { names } from '../editor/open-view.ts'
import { onGuangzhou, onKorla, onPackedCell } from './keyboard.ts'
import type { TypedKeyboard } from './keyboard.ts'

const selectRow = (keys: TypedKeyboard, row: number, last = row) =>
  keys.view.state.setState(({ sheet }) => ({ selection: selectRows(sheet, row, last) }))

describe('on a merged form', () => {
  test('Ctrl+Plus inserts above, in the levels of the row; the merged level grows', () => {
    const keys = onKorla()
    keys.goTo('indicators[1].name')
    keys.press('Ctrl+Plus')
    expect(names(keys.record())).toEqual(['演出场次', '', '观众人数', '群众知晓率'])
    const level = keys.view.state
      .getState()
      .sheet.layout.cells.find(({ binding }) => binding?.path === 'indicators[0].category')
    expect(level?.rowSpan).toBe(3)
    expect(keys.at()).toBe('0:indicators[1].name')
  })

  test('Ctrl+Minus deletes the selected rows without asking; undo brings them back', () => {
    const keys = onKorla()
    selectRow(keys, 7, 8)
    keys.press('Ctrl+Minus')
    expect(names(keys.record())).toEqual(['群众知晓率'])
    keys.press('Ctrl+Z')
    expect(names(keys.record())).toEqual(['演出场次', '观众人数', '群众知晓率'])
  })

  test('Alt+↑ and Alt+↓ move the selected row, and the selection goes along', () => {
    const keys = onKorla()
    selectRow(keys, 7)
    keys.press('Alt+ArrowDown')
    expect(names(keys.record())).toEqual(['观众人数', '演出场次', '群众知晓率'])
    keys.press('Alt+ArrowUp')
    expect(names(keys.record())).toEqual(['演出场次', '观众人数', '群众知晓率'])
    expect(keys.position().row).toBe(7)
  })

  test('outside the indicators nothing is deleted or moved', () => {
    const keys = onKorla()
    keys.goTo('project.name')
    keys.press('Ctrl+Minus', 'Alt+ArrowUp')
    expect(keys.sent).toEqual([])
  })
})

describe('on the list form', () => {
  test('rows are projects: inserted, moved, deleted', () => {
    const keys = onGuangzhou()
    selectRow(keys, 6)
    keys.press('Ctrl+Plus')
    expect(keys.view.editor.records().map(({ project }) => project.name)).toEqual(['甲项目', '', '乙项目'])
    selectRow(keys, 7)
    keys.press('Alt+ArrowUp')
    expect(keys.view.editor.records().map(({ project }) => project.name)).toEqual(['甲项目', '乙项目', ''])
    selectRow(keys, 7)
    keys.press('Ctrl+Minus')
    expect(keys.view.editor.records()).toHaveLength(2)
  })

  test('in the opened packed cell rows are its indicators', () => {
    const keys = onPackedCell()
    keys.goTo('indicators[0].name')
    keys.press('Ctrl+Minus')
    expect(names(keys.record())).toEqual(['观众人数', '群众知晓率'])
    keys.press('Ctrl+Plus')
    keys.type('补一行')
    keys.press('Enter')
    expect(names(keys.record())[0]).toBe('补一行')
  })
})

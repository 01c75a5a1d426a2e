/** What people bring from Excel: Ctrl+arrows, pages, Enter and Tab inside a range, Enter after a row of Tabs. */
import { describe, expect, test } from 'vitest'
import { wholeRowsLabel } from '../../../renderer/editor/sheet/cell-label.ts'
import { onGuangzhou, onKorla, onPackedCell } from './keyboard.ts'

describe('Ctrl and an arrow', () => {
  test('over filled cells to the last one, over merged cells as one', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].target')
    keys.press('Ctrl+ArrowLeft')
    expect(keys.at()).toBe('0:indicators[0].category')
    keys.goTo('indicators[0].target')
    keys.press('Ctrl+ArrowDown')
    expect(keys.at()).toBe('0:indicators[2].target')
  })

  test('over blank cells to the next filled one, else to the edge', () => {
    const keys = onKorla()
    keys.goTo('indicators[1].target')
    keys.press('Ctrl+ArrowRight')
    expect(keys.at()).toBe('0:indicators[1].evidence')
    keys.press('Ctrl+ArrowLeft')
    expect(keys.at()).toBe('0:indicators[1].target')
  })

  test('with Shift the range goes there', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].target')
    keys.press('Ctrl+Shift+ArrowDown')
    expect(keys.selected()).toEqual(['0:indicators[0].target', '0:indicators[1].target', '0:indicators[2].target'])
  })

  test('on the list form and in the opened packed cell', () => {
    const list = onGuangzhou()
    list.goTo('project.name', 0)
    list.press('Ctrl+ArrowDown')
    expect(list.at()).toBe('1:project.name')
    const packed = onPackedCell()
    packed.goTo('indicators[0].name')
    packed.press('Ctrl+ArrowDown')
    expect(packed.at()).toBe('0:indicators[2].name')
  })

  test("while a text is open it is the text's own", () => {
    const keys = onKorla()
    keys.goTo('indicators[0].target')
    keys.press('F2', 'Ctrl+ArrowDown')
    expect(keys.at()).toBe('0:indicators[0].target')
    expect(keys.view.state.getState().editing).not.toBeNull()
  })
})

test('Page Up and Page Down go a screen of rows, with Shift the range does', () => {
  const keys = onKorla()
  keys.goTo('indicators[0].target')
  keys.press('PageUp')
  expect(keys.position().row).toBe(3)
  keys.press('Shift+PageDown')
  expect(keys.selected()).toContain('0:indicators[0].target')
})

describe('Enter and Tab inside a selected range', () => {
  test('Enter goes down its columns and begins again; the range stays', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].weight')
    keys.extendTo('indicators[1].scoring')
    for (const text of ['10', '20', '直接赋分']) {
      keys.type(text)
      keys.press('Enter')
    }
    expect(keys.at()).toBe('0:indicators[1].scoring')
    expect(keys.record().indicators.map(({ weight }) => weight)).toEqual(['10', '20', ''])
    expect(keys.record().indicators.map(({ scoring }) => scoring)).toEqual(['直接赋分', '', ''])
    expect(keys.selected()).toHaveLength(4)
    keys.press('Enter')
    expect(keys.at()).toBe('0:indicators[0].weight')
    keys.press('Shift+Enter')
    expect(keys.at()).toBe('0:indicators[1].scoring')
  })

  test('Tab goes along its rows, and skips labels', () => {
    const keys = onKorla()
    keys.goTo('project.name')
    keys.extendTo('goal.annual')
    const walked = Array.from({ length: 6 }, () => {
      keys.press('Tab')
      return keys.at()
    })
    expect(walked).toEqual(
      ['project.leader', 'funding.total', 'funding.fiscal', 'funding.other', 'goal.annual', 'project.name'].map(
        (path) => `0:${path}`,
      ),
    )
  })

  test('what is typed goes into the one cell, what is cleared or filled into the whole range', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].target')
    keys.extendTo('indicators[2].target')
    keys.press('Enter')
    keys.type('≥5次')
    keys.press('Enter')
    expect(keys.record().indicators.map(({ target }) => target)).toEqual(['≥10场', '≥5次', '≥90%'])
    keys.press('Delete')
    expect(keys.record().indicators.map(({ target }) => target)).toEqual(['', '', ''])
  })

  test('an arrow gives the range up', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].target')
    keys.extendTo('indicators[1].target')
    keys.press('Enter', 'ArrowDown')
    expect([keys.at(), keys.selected().length]).toEqual(['0:indicators[2].target', 1])
  })

  test('rows deleted from inside it are those of the range', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].target')
    keys.extendTo('indicators[1].target')
    keys.press('Enter', 'Ctrl+Minus')
    expect(keys.record().indicators.map(({ name }) => name)).toEqual(['群众知晓率'])
  })
})

describe('Enter after a row of Tabs', () => {
  test('goes below the cell where they began', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].name')
    for (const text of ['演出', '≥12场', '计划标准']) {
      keys.type(text)
      keys.press('Tab')
    }
    keys.press('Enter')
    expect(keys.at()).toBe('0:indicators[1].name')
  })

  test('from the new row that Tab has added the next Enter stays in its column', () => {
    const keys = onKorla()
    keys.goTo('indicators[1].scoring')
    keys.press('Tab', 'Tab', 'Enter')
    expect(keys.position().row).toBeGreaterThan(8)
  })

  test('an arrow in between makes it begin anew', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].name')
    keys.press('Tab', 'Tab', 'ArrowLeft', 'Enter')
    expect(keys.at()).toBe('0:indicators[1].target')
  })
})

describe('whole rows', () => {
  test('Shift+Space keeps the active cell, what is typed goes there', () => {
    const keys = onKorla()
    keys.goTo('indicators[1].target')
    keys.press('Shift+Space')
    expect(keys.at()).toBe('0:indicators[1].target')
    keys.type('≥99人')
    keys.press('Enter')
    expect(keys.record().indicators[1]).toMatchObject({ category: '产出指标', target: '≥99人' })
  })

  test('from a merged level the active cell is the row’s own', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].category')
    keys.press('Shift+Space')
    keys.type('场次')
    keys.press('Enter')
    expect(keys.record().indicators.map(({ category }) => category)).toEqual(['产出指标', '产出指标', '效益指标'])
    expect(keys.record().indicators[0]?.name).toBe('场次')
  })

  test('Shift+arrows grow them by rows, Delete clears them', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].name')
    keys.press('Shift+Space', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowUp', 'Shift+ArrowRight')
    keys.press('Ctrl+Minus')
    expect(keys.record().indicators.map(({ name }) => name)).toEqual(['群众知晓率'])
  })

  test('several rows inserted or copied are selected, the cursor in the first one’s own cell', () => {
    const keys = onPackedCell()
    keys.goTo('indicators[0].name')
    keys.press('Shift+Space', 'Shift+ArrowDown', 'Ctrl+Shift+D')
    expect(keys.at()).toBe('0:indicators[2].name')
    keys.press('Ctrl+Minus')
    expect(keys.record().indicators).toHaveLength(3)
    keys.goTo('indicators[0].name')
    keys.press('Shift+Space', 'Shift+ArrowDown', 'Ctrl+Plus')
    expect(keys.record().indicators).toHaveLength(5)
    keys.press('Ctrl+Minus')
    expect(keys.record().indicators.map(({ name }) => name)).toEqual(['演出场次', '观众人数', '群众知晓率'])
  })

  test('one whole row that was copied is selected whole; moved rows keep the column of the cursor', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].target')
    keys.press('Shift+Space', 'Alt+ArrowDown')
    expect(keys.at()).toBe('0:indicators[1].target')
    keys.press('Ctrl+Shift+D', 'Ctrl+Minus')
    expect(keys.record().indicators).toHaveLength(3)
    expect(wholeRowsLabel(keys.view.state.getState().selection)).not.toBe('')
  })
})

test('a cleared range over merged levels stays selected', () => {
  const keys = onKorla()
  keys.goTo('indicators[0].category')
  keys.extendTo('indicators[0].subcategory')
  const before = keys.selected()
  keys.press('Delete')
  expect(before).toHaveLength(2)
  expect(keys.selected()).toHaveLength(4)
})

import { describe, expect, test } from 'vitest'
import { fillOver, fillTarget } from '../../../renderer/editor/commands/fill-range.ts'
import { rangeOf } from '../../../renderer/editor/grid/selection.ts'
import { onGuangzhou, onKorla, onPackedCell } from './keyboard.ts'
import type { TypedKeyboard } from './keyboard.ts'

const targets = (keys: TypedKeyboard) => keys.record().indicators.map(({ target }) => target)

/** The corner of the selection dragged to a cell. */
function dragTo(keys: TypedKeyboard, row: number, column: number): void {
  const { sheet, selection } = keys.view.state.getState()
  const source = rangeOf(sheet, selection)
  const target = fillTarget(sheet, source, { row, column })
  if (target) fillOver(keys.view, source, target)
}

describe('Ctrl+D and Ctrl+R', () => {
  test('the first row of a range goes down; a single cell takes the one above', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].target')
    keys.extendTo('indicators[2].target')
    keys.press('Ctrl+D')
    expect(targets(keys)).toEqual(['≥10场', '≥10场', '≥10场'])
    keys.goTo('indicators[2].name')
    keys.press('Ctrl+D')
    expect(keys.text('indicators[2].name')).toBe('观众人数')
  })

  test('a merged level fills the rows below it, which then join it', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].category')
    keys.extendTo('indicators[2].category')
    keys.press('Ctrl+D')
    expect(keys.record().indicators.map(({ category }) => category)).toEqual(['产出指标', '产出指标', '产出指标'])
    const cells = keys.view.state.getState().sheet.layout.cells
    expect(cells.find(({ binding }) => binding?.path === 'indicators[0].category')?.rowSpan).toBe(3)
  })

  test('to the right, over projects of a list form', () => {
    const keys = onGuangzhou()
    keys.goTo('funding.total', 0)
    keys.type('12')
    keys.press('Enter')
    keys.goTo('funding.total', 0)
    keys.extendTo('funding.other', 0)
    keys.press('Ctrl+R')
    expect(keys.record().funding).toMatchObject({ total: '12', fiscal: '12', special: '12', other: '12' })
    keys.goTo('indicators', 1)
    keys.press('Ctrl+D')
    expect(keys.record(1).indicators.map(({ name }) => name)).toEqual(['演出场次', '观众人数', '群众知晓率'])
  })
})

describe('Ctrl+Enter', () => {
  test('the open text goes into every selected input cell, as one step', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].evidence')
    keys.extendTo('indicators[2].evidence')
    keys.type('工作资料')
    keys.press('Ctrl+Enter')
    expect(keys.record().indicators.map(({ evidence }) => evidence)).toEqual(['工作资料', '工作资料', '工作资料'])
    keys.press('Ctrl+Z')
    expect(keys.record().indicators.map(({ evidence }) => evidence)).toEqual(['', '', ''])
  })

  test('on the list form and in the opened packed cell', () => {
    const list = onGuangzhou()
    list.goTo('goal.annual', 0)
    list.extendTo('goal.annual', 1)
    list.type('完成全年任务')
    list.press('Ctrl+Enter')
    expect([list.record(0).goal.annual, list.record(1).goal.annual]).toEqual(['完成全年任务', '完成全年任务'])
    const packed = onPackedCell()
    packed.goTo('indicators[0].target')
    packed.extendTo('indicators[2].target')
    packed.type('100%')
    packed.press('Ctrl+Enter')
    expect(targets(packed)).toEqual(['100%', '100%', '100%'])
  })
})

test('Ctrl+D into a cell wider than the source takes what stands above its first column', () => {
  const keys = onKorla()
  keys.goTo('unit.name')
  keys.extendTo('project.name')
  keys.press('Ctrl+D')
  expect(keys.record().project).toMatchObject({ name: '云溪县文化馆', leader: '' })
  const list = onKorla()
  list.goTo('funding.total')
  list.type('3')
  list.press('Tab')
  list.goTo('funding.total')
  list.extendTo('goal.annual')
  list.press('Ctrl+D')
  expect(list.record().goal.annual).toBe('')
})

describe('the fill handle', () => {
  test('rows of the source repeat as a pattern over what it is dragged to; one step of undo', () => {
    const keys = onKorla()
    keys.press('Ctrl+End')
    keys.press('Tab')
    keys.goTo('indicators[0].target')
    keys.extendTo('indicators[1].target')
    dragTo(keys, 10, 3)
    expect(targets(keys)).toEqual(['≥10场', '≥3000人', '≥10场', '≥3000人'])
    expect(keys.selected()).toHaveLength(4)
    keys.press('Ctrl+Z')
    expect(targets(keys)).toEqual(['≥10场', '≥3000人', '≥90%', ''])
  })

  test('upwards the pattern ends at the source', () => {
    const keys = onKorla()
    keys.goTo('indicators[2].target')
    dragTo(keys, 7, 3)
    expect(targets(keys)).toEqual(['≥90%', '≥90%', '≥90%'])
  })

  test('a merged level drags its text into the rows below', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].subcategory')
    dragTo(keys, 9, 1)
    expect(keys.record().indicators.map(({ subcategory }) => subcategory)).toEqual(['数量指标', '数量指标', '数量指标'])
  })

  test('to the right the farther way counts, labels take nothing', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].target')
    dragTo(keys, 8, 6)
    expect(keys.record().indicators[0]).toMatchObject({ basis: '≥10场', lastActual: '≥10场', weight: '≥10场' })
    expect(keys.record().indicators[1]?.basis).toBe('')
    keys.goTo('project.name')
    dragTo(keys, 3, 8)
    expect(keys.record().project.leader).toBe('送戏下乡')
  })

  test('cells wider than the source take nothing, and nothing is written beside it', () => {
    const keys = onKorla()
    keys.goTo('funding.fiscal')
    keys.type('7.5')
    keys.press('Enter')
    keys.goTo('funding.fiscal')
    dragTo(keys, 2, keys.position().column)
    expect(keys.record()).toMatchObject({
      unit: { name: '云溪县文化馆' },
      project: { name: '送戏下乡', leader: '' },
      funding: { total: '', fiscal: '7.5', other: '' },
    })
    expect(keys.view.state.getState().editing).toBeNull()
  })

  test('a wide cell dragged down goes into the cells below that stand in its columns', () => {
    const keys = onKorla()
    keys.goTo('goal.annual')
    keys.type('演出')
    keys.press('Enter')
    keys.goTo('goal.annual')
    const { row, column } = keys.position()
    dragTo(keys, row + 2, column)
    expect(keys.record().indicators[0]).toMatchObject({ subcategory: '数量指标', name: '演出', target: '演出' })
  })

  test('inside the source nothing happens', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].category')
    dragTo(keys, 8, 0)
    expect(keys.sent).toEqual([])
  })

  test('from project to project of a list form, packed cells included', () => {
    const keys = onGuangzhou()
    keys.goTo('goal.annual', 0)
    keys.type('做好工作')
    keys.press('Tab')
    keys.goTo('goal.annual', 0)
    keys.extendTo('indicators', 0)
    dragTo(keys, 6, 6)
    expect(keys.record(1).goal.annual).toBe('做好工作')
    expect(keys.record(1).indicators).toHaveLength(3)
  })

  test('down the indicators of the opened packed cell', () => {
    const keys = onPackedCell()
    keys.goTo('indicators[0].target')
    const { row, column } = keys.position()
    dragTo(keys, row + 2, column)
    expect(targets(keys)).toEqual(['≥10场', '≥10场', '≥10场'])
  })
})

import { describe, expect, test } from 'vitest'
import { findAction } from '../../../../renderer/editor/actions/actions.ts'
import type { ActionContext } from '../../../../renderer/editor/actions/actions.ts'
import { removeItems } from '../../../../renderer/editor/commands/rows/row-commands.ts'
import type { SheetView } from '../../../../renderer/editor/view/sheet-view.ts'
import {
  categorySpans,
  cursorTo,
  handles,
  indicatorGrid,
  names,
  openGuangzhou,
  openKorla,
  openParallel,
  projectNames,
  steps,
} from './open-forms.ts'

describe('delete', () => {
  test('selected rows go, the merged level shrinks; one step brings them back', () => {
    const table = openKorla()
    handles(table.view, ['indicators[1].name', 'indicators[1].name'])
    expect(removeItems(table.view)).toBe(1)
    expect(names(table.record())).toEqual(['演出场次', '群众知晓率'])
    expect(categorySpans(table.view)).toEqual([
      ['产出指标', 1],
      ['效益指标', 1],
    ])
    table.view.editor.undo()
    expect(names(table.record())).toEqual(['演出场次', '观众人数', '群众知晓率'])
  })

  test('a row with two indicators loses both', () => {
    const { view, record } = openParallel()
    handles(view, ['indicators[1].name', 'indicators[1].name'])
    expect(removeItems(view)).toBe(2)
    expect(names(record())).toEqual(['一', '四'])
  })

  test('every row: blank rows stay for filling in; deleting those is nothing', () => {
    const table = openKorla()
    handles(table.view, ['indicators[0].name', 'indicators[2].name'])
    expect(removeItems(table.view)).toBe(3)
    expect(removeItems(table.view)).toBe(0)
    expect(steps(table)).toBe(1)
  })

  test('list form: projects; the last leaves a blank one of the unit; in the grid: indicators', () => {
    const table = openGuangzhou()
    handles(table.view, ['project.name', 'project.name'], [1, 2])
    expect(removeItems(table.view)).toBe(2)
    expect(projectNames(table)).toEqual(['甲'])
    const grid = indicatorGrid(table)
    cursorTo(grid, 'indicators[0].name')
    removeItems(grid)
    expect(names(table.record())).toEqual(['观众人数', '群众知晓率'])
    cursorTo(table.view, 'project.name')
    removeItems(table.view)
    expect(projectNames(table)).toEqual([''])
    expect(table.record().unit.name).toBe('云溪县文化馆')
  })
})

test('the action offers to undo it in a note and asks nothing', () => {
  const { view } = openKorla()
  const noted: [SheetView, number][] = []
  const context = { view, noteRemoved: (from: SheetView, count: number) => void noted.push([from, count]) }
  handles(view, ['indicators[0].name', 'indicators[1].name'])
  findAction('remove-row')?.run(context as ActionContext) // all this action asks of the page
  expect(noted).toEqual([[view, 2]])
})

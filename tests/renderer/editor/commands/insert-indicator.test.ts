/** An indicator of the library put into a table: which row, what is in it, where the cursor goes. */
import { describe, expect, test } from 'vitest'
import {
  dropFromLibrary,
  insertFromLibrary,
  levelAtCursor,
  targetProject,
} from '../../../../renderer/editor/commands/rows/insert-indicator.ts'
import { libraryPlace } from '../../../../renderer/editor/commands/library-drag.ts'
import { beginEditing, keepTyping } from '../../../../renderer/editor/commands/sheet-commands.ts'
import { insertItems } from '../../../../renderer/editor/commands/rows/row-commands.ts'
import { activeCell, selectAt } from '../../../../renderer/editor/view/sheet-view.ts'
import type { SheetView } from '../../../../renderer/editor/view/sheet-view.ts'
import type { LibraryTexts } from '../../../../shared/library/to-indicator.ts'
import { cellOf, indicator, korla, openView, recordWith, threeIndicators } from '../open-view.ts'
import {
  categorySpans,
  cursorTo,
  handles,
  indicatorGrid,
  names,
  openGuangzhou,
  openKorla,
  openParallel,
  steps,
} from '../rows/open-forms.ts'

const texts = (subcategory: string, name = '新指标', more: Partial<LibraryTexts> = {}): LibraryTexts => ({
  subcategory,
  name,
  description: '新指标的解释',
  termTarget: '',
  target: '',
  basis: '',
  scoring: '',
  evidence: '',
  ...more,
})

/** `产出指标/数量指标/演出场次` of each row. */
const rows = (view: SheetView, record = 0) =>
  view.records()[record]?.indicators.map(({ subcategory, name }) => `${subcategory} ${name}`)
const at = (view: SheetView) => activeCell(view)?.binding?.path

describe('by the cursor', () => {
  test('below its row, in one step of undo named after it; the cursor on the value that is to be filled in', () => {
    const opened = openKorla()
    const { view, record } = opened
    cursorTo(view, 'indicators[0].weight')
    expect(insertFromLibrary(view, texts('数量指标', '新指标'.repeat(20)))).toBe(true)
    expect(names(record())).toEqual(['演出场次', '新指标'.repeat(20), '观众人数', '群众知晓率'])
    expect(at(view)).toBe('indicators[1].target')
    expect(categorySpans(view)).toEqual([
      ['产出指标', 3],
      ['效益指标', 1],
    ])
    expect(steps(opened)).toBe(1)
    const label = view.editor.state.getState().history.past[0]?.label ?? ''
    expect(label).toMatch(/^插入指标：新指标/)
    expect(label.length).toBeLessThan(60)
    view.editor.undo()
    expect(names(record())).toEqual(['演出场次', '观众人数', '群众知晓率'])
  })

  test('a rare character stands whole in the name of the step, wherever the name is cut', () => {
    for (let length = 30; length < 50; length++) {
      const { view, sent } = openKorla()
      cursorTo(view, 'indicators[0].name')
      insertFromLibrary(view, texts('数量指标', `${'字'.repeat(length)}𡎚头村等行政村`))
      const label = view.editor.state.getState().history.past[0]?.label ?? ''
      expect(label.isWellFormed()).toBe(true)
      expect(sent[0]?.reason).toBe(label)
    }
  })

  test('one after the other', () => {
    const { view, record } = openKorla()
    cursorTo(view, 'indicators[0].name')
    for (const name of ['一', '二', '三']) insertFromLibrary(view, texts('数量指标', name))
    expect(names(record())).toEqual(['演出场次', '一', '二', '三', '观众人数', '群众知晓率'])
  })

  test('below the last row of its group another level stands where it is; inside a merged group it goes to its own', () => {
    const last = openKorla()
    cursorTo(last.view, 'indicators[2].name')
    insertFromLibrary(last.view, texts('满意度指标'))
    expect(rows(last.view)?.at(-1)).toBe('满意度指标 新指标')
    const inside = openKorla()
    cursorTo(inside.view, 'indicators[0].name')
    insertFromLibrary(inside.view, texts('质量指标'))
    expect(rows(inside.view)).toEqual([
      '数量指标 演出场次',
      '数量指标 观众人数',
      '质量指标 新指标',
      '社会效益指标 群众知晓率',
    ])
    expect(at(inside.view)).toBe('indicators[2].target')
  })

  test('on no indicator row: behind the last of its level, else where the form has its level', () => {
    const { view } = openKorla()
    cursorTo(view, 'project.name')
    insertFromLibrary(view, texts('数量指标', '量'))
    cursorTo(view, 'project.name')
    insertFromLibrary(view, texts('经济成本指标', '成本'))
    cursorTo(view, 'project.name')
    insertFromLibrary(view, texts('满意度指标', '满意'))
    expect(rows(view)).toEqual([
      '数量指标 演出场次',
      '数量指标 观众人数',
      '数量指标 量',
      '经济成本指标 成本',
      '社会效益指标 群众知晓率',
      '满意度指标 满意',
    ])
  })

  test('its group is where it stands, in whatever order the table is', () => {
    const { view } = openView(korla, [recordWith('x', threeIndicators().toReversed())])
    cursorTo(view, 'project.name')
    insertFromLibrary(view, texts('社会效益指标'))
    expect(rows(view)?.slice(0, 2)).toEqual(['社会效益指标 群众知晓率', '社会效益指标 新指标'])
  })

  test('of a merged level cell, and of several rows: below them all', () => {
    const { view } = openKorla()
    cursorTo(view, 'indicators[0].subcategory')
    insertFromLibrary(view, texts('数量指标', '量'))
    expect(rows(view)?.[2]).toBe('数量指标 量')
    handles(view, ['indicators[0].name', 'indicators[1].name'])
    insertFromLibrary(view, texts('数量指标', '又'))
    expect(rows(view)?.[2]).toBe('数量指标 又')
  })

  test('into a row without name and value: what else was typed there stays', () => {
    const opened = openKorla()
    const { view, record } = opened
    cursorTo(view, 'indicators[1].name')
    insertItems(view, 'below')
    view.change('权重', (records) =>
      records.map((one) => ({
        ...one,
        indicators: one.indicators.map((row, index) =>
          index === 2 ? { ...row, weight: '8', basis: '计划标准', extra: { 备注: '看' } } : row,
        ),
      })),
    )
    insertFromLibrary(view, texts('质量指标', '新指标', { target: '≥95%' }))
    expect(record().indicators).toHaveLength(4)
    expect(record().indicators[2]).toMatchObject({
      category: '产出指标',
      subcategory: '质量指标',
      name: '新指标',
      target: '≥95%',
      weight: '8',
      extra: { 备注: '看' },
      basis: '计划标准',
      scoring: '按照正常比例赋分',
    })
    expect(steps(opened)).toBe(3)
  })

  test('into the blank row of a form without indicators', () => {
    const { view, record } = openView(korla, [recordWith('新项目', [])])
    cursorTo(view, 'indicators[0].name')
    insertFromLibrary(view, texts('数量指标'))
    expect(names(record())).toEqual(['新指标'])
    expect(at(view)).toBe('indicators[0].target')
  })

  test('a text that is still open is kept first', () => {
    const { view, record } = openKorla()
    cursorTo(view, 'indicators[1].name')
    beginEditing(view, 'typing')
    keepTyping(view, '听众人数')
    insertFromLibrary(view, texts('数量指标'))
    expect(names(record())).toEqual(['演出场次', '听众人数', '新指标', '群众知晓率'])
  })

  test('a level the form does not have is not inserted', () => {
    const opened = openKorla()
    cursorTo(opened.view, 'indicators[0].name')
    expect(insertFromLibrary(opened.view, texts('可持续影响指标'))).toBe(false)
    expect(steps(opened)).toBe(0)
  })

  test('with the explanation where the form has a column for it', () => {
    const { view, record } = openView('hebei-xinle-2024', [recordWith('新项目', threeIndicators())])
    cursorTo(view, 'indicators[0].name')
    insertFromLibrary(view, texts('经济成本指标'))
    expect(record().indicators.find(({ name }) => name === '新指标')).toMatchObject({
      category: '产出指标',
      subcategory: '成本指标',
      description: '新指标的解释',
    })
  })

  test('a row with two indicators is passed whole', () => {
    const { view, record } = openParallel()
    cursorTo(view, 'indicators[1].name')
    insertFromLibrary(view, texts('数量指标'))
    expect(names(record())).toEqual(['一', '二', '三', '新指标', '四'])
    expect(at(view)).toBe('indicators[3].termTarget')
  })
})

describe('on the list form', () => {
  test("into the packed indicators of the cursor's project, by its level; the cursor on the packed cell", () => {
    const { view } = openGuangzhou()
    cursorTo(view, 'funding.total', 0)
    expect(insertFromLibrary(view, texts('质量指标'))).toBe(true)
    expect(rows(view, 0)).toEqual([
      '数量指标 演出场次',
      '数量指标 观众人数',
      '质量指标 新指标',
      '社会效益指标 群众知晓率',
    ])
    expect(activeCell(view)?.binding).toMatchObject({ record: 0, kind: 'indicator-list' })
    cursorTo(view, 'goal.annual', 1)
    insertFromLibrary(view, texts('社会效益指标'))
    expect(rows(view, 1)).toEqual(['社会效益 新指标'])
    expect(activeCell(view)?.text).toContain('22-社会效益；新指标')
  })

  test('on no project: nothing, and it says so', () => {
    const { view } = openGuangzhou()
    selectAt(view, cellOf(view, 'unit.name', 'all'))
    expect(targetProject(view)).toBeNull()
    expect(insertFromLibrary(view, texts('质量指标'))).toBe(false)
  })

  test('in the opened indicators of a project as on any form', () => {
    const opened = openGuangzhou()
    const grid = indicatorGrid(opened)
    cursorTo(grid, 'indicators[0].name')
    insertFromLibrary(grid, texts('数量指标', '量', { target: '≥5次', termTarget: '≥15次' }))
    expect(names(opened.record(0))).toEqual(['演出场次', '量', '观众人数', '群众知晓率'])
    expect(opened.record(0).indicators[1]).toMatchObject({ target: '≥5次', termTarget: '≥15次' })
    expect(opened.record(1).indicators).toEqual([])
  })
})

describe('dropped', () => {
  const drop = (view: SheetView, path: string, half: 'upper' | 'lower', name = '新指标', record = 0) => {
    const place = libraryPlace(view, cellOf(view, path, record).row, half === 'lower')
    return place !== null && dropFromLibrary(view, texts('数量指标', name), place)
  }

  test('before or behind the row under the pointer, wherever the cursor is', () => {
    const { view, record } = openKorla()
    drop(view, 'indicators[1].name', 'upper', '上')
    drop(view, 'indicators[2].name', 'lower', '下')
    expect(names(record())).toEqual(['演出场次', '上', '观众人数', '下', '群众知晓率'])
    expect(at(view)).toBe('indicators[3].target')
  })

  test('above the rows at their start, on the blank row of an empty form as the first', () => {
    const { view, record } = openKorla()
    drop(view, 'project.name', 'lower')
    expect(names(record())[0]).toBe('新指标')
    const empty = openView(korla, [recordWith('新项目', [])])
    drop(empty.view, 'indicators[0].name', 'lower')
    expect(names(empty.record())).toEqual(['新指标'])
  })

  test('on a list form into the project under the pointer, on no project nowhere', () => {
    const { view } = openGuangzhou()
    expect(drop(view, 'project.name', 'upper', '新指标', 1)).toBe(true)
    expect(rows(view, 1)).toEqual(['数量指标 新指标'])
    expect(libraryPlace(view, 0, true)).toBeNull()
  })
})

test("the second level of the cursor's row", () => {
  const { view } = openKorla()
  cursorTo(view, 'indicators[2].target')
  expect(levelAtCursor(view)).toBe('社会效益指标')
  cursorTo(view, 'project.name')
  expect(levelAtCursor(view)).toBe('')
  selectAt(view, { row: cellOf(view, 'indicators[1].name').row, column: 1 })
  expect(levelAtCursor(view)).toBe('数量指标')
})

test('a row whose levels are not filled in is no group', () => {
  const { view, record } = openView(korla, [
    recordWith('x', [indicator('', '', '甲', '1次'), indicator('', '', '乙', '1次')]),
  ])
  cursorTo(view, 'indicators[0].name')
  insertFromLibrary(view, texts('数量指标'))
  expect(names(record())).toEqual(['甲', '新指标', '乙'])
})

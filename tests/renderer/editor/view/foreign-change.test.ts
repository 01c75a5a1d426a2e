/** The table changes under the cursor by something else than the sheet itself: cursor and open cell stay with their field. */
import { describe, expect, test } from 'vitest'
import type { ProjectRecord } from '../../../../shared/model/project.ts'
import { commitCell } from '../../../../renderer/editor/commands/sheet-commands.ts'
import { cellAt } from '../../../../renderer/editor/grid/sheet-map.ts'
import { indicatorsOf } from '../../../../renderer/editor/view/indicator-view.ts'
import { spotOnForm } from '../../../../renderer/editor/view/spot-in-view.ts'
import { openSheetView } from '../../../../renderer/editor/view/sheet-view.ts'
import type { SheetView } from '../../../../renderer/editor/view/sheet-view.ts'
import { keyboard } from '../../keys/keyboard.ts'
import { guangzhou, indicator, korla, names, openView, recordWith, threeIndicators } from '../open-view.ts'

/** Another window has saved this table. */
function changeElsewhere(view: SheetView, edit: (records: ProjectRecord[]) => { id: string; record: ProjectRecord }[]) {
  const copies = structuredClone(view.editor.records())
  view.editor.replace(
    {
      template: view.editor.template.id,
      scope: view.editor.template.scope,
      fiscalYear: '',
      deleted: false,
      projects: edit(copies).map((one) => ({
        ...one,
        notes: [],
        status: 'draft',
        version: 9,
        updatedAt: '2024-05-01T00:00:00Z',
      })),
    },
    '别处的改动',
  )
}

const withIndicators = (record: ProjectRecord, indicators: ProjectRecord['indicators']): ProjectRecord => ({
  ...record,
  indicators,
})

function onKorla() {
  const opened = openView(korla, [recordWith('送戏下乡', threeIndicators())])
  const keys = keyboard(opened.view)
  const change = (edit: (all: ProjectRecord['indicators']) => ProjectRecord['indicators']) =>
    changeElsewhere(opened.view, ([record]) =>
      record ? [{ id: 'p0', record: withIndicators(record, edit(record.indicators)) }] : [],
    )
  return { ...opened, keys, change }
}

describe('a change made elsewhere while a cell is open', () => {
  test('a row inserted above: the text goes into the row it was begun in', () => {
    const { view, record, keys, change } = onKorla()
    keys.goTo('indicators[1].name')
    keys.type('看戏人数')
    change((all) => [indicator('产出指标', '数量指标', '新行'), ...all])
    expect(view.state.getState().editing?.text).toBe('看戏人数')
    commitCell(view)
    expect(names(record())).toEqual(['新行', '演出场次', '看戏人数', '群众知晓率'])
  })

  test('the row before was deleted: the cursor moves up with its row', () => {
    const { keys, change } = onKorla()
    keys.goTo('indicators[1].target')
    change((all) => all.slice(1))
    expect(keys.at()).toBe('0:indicators[0].target')
  })

  test('a merged level keeps the row the cursor came to', () => {
    const { view, keys, change } = onKorla()
    keys.goTo('indicators[0].subcategory')
    keys.press('ArrowRight', 'ArrowDown', 'ArrowLeft')
    const row = keys.position().row
    change((all) => [indicator('产出指标', '数量指标', '新行'), ...all])
    expect(keys.position().row).toBe(row + 1)
    expect(cellAt(view.state.getState().sheet, keys.position())?.binding?.kind).toBe('subcategory')
  })

  test('the row itself was deleted: nothing is written elsewhere, the text is given back', () => {
    const { view, record, keys, change } = onKorla()
    keys.goTo('indicators[1].name')
    keys.type('看戏人数')
    change((all) => all.toSpliced(1, 1))
    expect(view.state.getState()).toMatchObject({ editing: null, homeless: { name: '三级指标', text: '看戏人数' } })
    commitCell(view)
    expect(names(record())).toEqual(['演出场次', '群众知晓率'])
  })

  test('whole rows stay whole, and the same rows', () => {
    const { record, keys, change } = onKorla()
    keys.goTo('indicators[1].target')
    keys.press('Shift+Space')
    change((all) => [indicator('产出指标', '数量指标', '新行'), ...all])
    expect(keys.at()).toBe('0:indicators[2].target')
    expect(keys.selected().length).toBeGreaterThan(5)
    keys.press('Ctrl+Minus')
    expect(names(record())).toEqual(['新行', '演出场次', '群众知晓率'])
  })

  test('a field of the head stays open', () => {
    const { view, record, keys, change } = onKorla()
    keys.goTo('goal.annual')
    keys.type('送戏到村')
    change((all) => all.slice(2))
    commitCell(view)
    expect(record().goal.annual).toBe('送戏到村')
  })
})

test('undo by a button: the cursor of the other view stays with its project', () => {
  const opened = openView(guangzhou, [recordWith('甲项目', threeIndicators()), recordWith('乙项目', threeIndicators())])
  const { editor } = opened.view
  const inset = openSheetView(editor, indicatorsOf(editor, 'p1'))
  keyboard(inset).goTo('indicators[2].target')
  keyboard(opened.view).goTo('project.name', 0)
  keyboard(opened.view).press('Ctrl+Minus')
  expect(editor.records()).toHaveLength(1)
  expect(keyboard(inset).at()).toBe('0:indicators[2].target')
  editor.undo()
  expect(keyboard(inset).at()).toBe('0:indicators[2].target')
})

test('projects in another order: the open cell goes with its project', () => {
  const opened = openView(guangzhou, [recordWith('甲项目', []), recordWith('乙项目', [])])
  const keys = keyboard(opened.view)
  keys.goTo('project.name', 1)
  keys.type('乙项目（续）')
  changeElsewhere(
    opened.view,
    ([one, two]) =>
    one && two ? [{ id: 'p1', record: two }, { id: 'p0', record: one }] : [], // prettier-ignore
  )
  commitCell(opened.view)
  expect(opened.view.records().map(({ project }) => project.name)).toEqual(['乙项目（续）', '甲项目'])
})

test('a change made elsewhere taken back: the cursor stays with its cell, whichever that is', () => {
  const { view, keys, change } = onKorla()
  keys.goTo('indicators[1].target')
  change(([first, ...rest]) => [...(first ? [{ ...first, name: '别处的名字' }] : []), ...rest])
  const spot = view.editor.undo()
  expect(spot && spotOnForm(view, spot)).toBeNull()
  expect(keys.at()).toBe('0:indicators[1].target')
})

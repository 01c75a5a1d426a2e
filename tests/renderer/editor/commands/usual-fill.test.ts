import { describe, expect, test } from 'vitest'
import { beginEditing, commitCell, keepTyping } from '../../../../renderer/editor/commands/sheet-commands.ts'
import { selectAt } from '../../../../renderer/editor/view/sheet-view.ts'
import { fillUsual, hasUsualFields } from '../../../../renderer/editor/commands/usual-fill.ts'
import { builtIn } from '../../../../shared/templates/built-in.ts'
import type { Template } from '../../../../shared/templates/template.ts'
import { cellOf, guangzhou, indicator, korla, openView, recordWith } from '../open-view.ts'

const open = (target = '', more = {}) =>
  openView(korla, [recordWith('送戏下乡', [{ ...indicator('产出指标', '数量指标', '演出场次', target), ...more }])])
type Opened = ReturnType<typeof open>
const enter = ({ view }: Opened, path: string, text: string) => {
  selectAt(view, cellOf(view, path))
  beginEditing(view, 'typing')
  keepTyping(view, text)
  commitCell(view)
}
const choices = ({ record }: Opened, at = 0) => {
  const row = record().indicators[at]
  return [row?.basis, row?.scoring, row?.evidence]
}
const usual = ['历史标准', '按照正常比例赋分', '工作资料']

describe('a row becomes known', () => {
  test('by its value: blank fields are preset, in a step of their own', () => {
    const table = open()
    enter(table, 'indicators[0].target', '≥10场')
    expect(choices(table)).toEqual(usual)
    table.view.editor.undo()
    expect(choices(table)).toEqual(['', '', ''])
    expect(table.record().indicators[0]?.target).toBe('≥10场')
    table.view.editor.redo()
    expect(choices(table)).toEqual(usual)
  })

  test('by its second level', () => {
    const table = open('≤3万元', { subcategory: '' })
    enter(table, 'indicators[0].subcategory', '经济成本指标')
    expect(choices(table)).toEqual(['预算支出标准', '按照正常比例赋分', '原始凭证'])
  })

  test('in the blank rows of an empty form', () => {
    const table = openView(korla, [recordWith('送戏下乡', [])])
    enter(table, 'indicators[0].subcategory', '质量指标')
    expect(choices(table)).toEqual(['', '', ''])
    enter(table, 'indicators[0].target', '=100%')
    expect(choices(table)).toEqual(['历史标准', '直接赋分', '工作资料'])
  })

  test('what was typed stays', () => {
    const table = open('', { scoring: '自定规则' })
    enter(table, 'indicators[0].target', '≥10场')
    expect(choices(table)).toEqual(['历史标准', '自定规则', '工作资料'])
  })
})

test('a row that was known is left alone: emptied fields stay empty', () => {
  const table = open('≥10场')
  enter(table, 'indicators[0].target', '≥12场')
  enter(table, 'indicators[0].name', '场次')
  expect(choices(table)).toEqual(['', '', ''])
})

test('a placeholder is no value', () => {
  const table = open()
  enter(table, 'indicators[0].target', '/')
  expect(choices(table)).toEqual(['', '', ''])
  enter(table, 'indicators[0].target', '≥10场')
  expect(choices(table)).toEqual(usual)
})

test('on request: the habit of the table before what was observed, only wanted rows, blank cells only', () => {
  const rows = ['甲', '乙', '丙'].map((name) => indicator('产出指标', '数量指标', name, '≥1次'))
  const table = openView(korla, [
    recordWith('送戏下乡', [{ ...indicator('产出指标', '数量指标', '头', '≥9次'), basis: '计划标准' }, ...rows]),
  ])
  expect(fillUsual(table.view, [], (index) => index === 1)).toBe(3)
  expect(choices(table, 1)).toEqual(['计划标准', '按照正常比例赋分', '工作资料'])
  expect(choices(table, 2)).toEqual(['', '', ''])
  expect(fillUsual(table.view, [], (index) => index <= 1)).toBe(2)
  expect(choices(table, 0)).toEqual(['计划标准', '按照正常比例赋分', '工作资料'])
  expect(fillUsual(table.view, [], (index) => index <= 1)).toBe(0)
})

function form(id: string): Template {
  const template = builtIn.find(id)
  if (!template) throw new Error(`no template ${id}`)
  return template
}

test('only forms with these columns are filled', () => {
  expect(hasUsualFields(form(korla))).toBe(true)
  expect(hasUsualFields(form(guangzhou))).toBe(false)
  const table = openView('hebei-xinle-2024', [recordWith('送戏下乡', [indicator('产出指标', '数量指标', '场次')])])
  enter(table, 'indicators[0].target', '≥10场')
  expect(choices(table)).toEqual(['', '', ''])
})

describe('habits of the unit in its other tables', () => {
  const rows = (...all: [subcategory: string, target: string, basis: string, uses: number][]) =>
    all.map(([subcategory, target, basis, uses]) => ({ subcategory, target, basis, scoring: '', evidence: '', uses }))
  const all = () => true

  test('most used first, for like rows, before what was observed; one step of undo', () => {
    const table = open('≥10场')
    const habits = rows(
      ['数量指标', '≥1次', '计划标准', 2],
      ['数量指标', '≥2次', '行业或国家标准', 3],
      ['数量指标', '及时', '预算支出标准', 9],
      ['质量指标', '≥1次', '预算支出标准', 9],
    )
    expect(fillUsual(table.view, habits, all)).toBe(3)
    expect(choices(table)).toEqual(['行业或国家标准', '按照正常比例赋分', '工作资料'])
    table.view.editor.undo()
    expect(choices(table)).toEqual(['', '', ''])
  })

  test('what the table itself does comes first; what the form does not offer is left out', () => {
    const own = { ...indicator('产出指标', '数量指标', '观众', '≥1人'), basis: '计划标准' }
    const table = openView(korla, [recordWith('送戏下乡', [indicator('产出指标', '数量指标', '场次', '≥10场'), own])])
    fillUsual(table.view, rows(['数量指标', '≥1次', '行业或国家标准', 5]), all)
    expect(choices(table)[0]).toBe('计划标准')
    const other = open('≥10场')
    fillUsual(other.view, rows(['数量指标', '≥1次', '《某县志》', 5], ['数量指标', '≥1次', '行业或国家标准', 1]), all)
    expect(choices(other)[0]).toBe('行业或国家标准')
  })
})

import { describe, expect, test } from 'vitest'
import type { ActionContext } from '../../../../renderer/editor/actions/actions.ts'
import { createPastEntries, entryField } from '../../../../renderer/editor/commands/past-entries.ts'
import type { AskEntries } from '../../../../renderer/editor/commands/past-entries.ts'
import { pressKey } from '../../../../renderer/editor/actions/press-key.ts'
import { cellAt } from '../../../../renderer/editor/grid/sheet-map.ts'
import { selectRows } from '../../../../renderer/editor/grid/selection.ts'
import { commitCell } from '../../../../renderer/editor/commands/sheet-commands.ts'
import { selectAt } from '../../../../renderer/editor/view/sheet-view.ts'
import { choicesFor, hasChoices, matchingChoices } from '../../../../renderer/editor/commands/suggestions.ts'
import { fail, succeed } from '../../../../shared/ipc/result.ts'
import { cellOf, guangzhou, indicator, korla, names, openView, recordWith, threeIndicators } from '../open-view.ts'

const open = () => openView(korla, [recordWith('送戏下乡', threeIndicators())])
const cell = ({ view }: ReturnType<typeof open>, path: string) =>
  cellAt(view.state.getState().sheet, cellOf(view, path))

describe('choices of a cell', () => {
  test('second levels of the own first level only, whatever other rows hold', () => {
    const table = open()
    expect(choicesFor(table.view, cell(table, 'indicators[0].subcategory'))).toEqual([
      '数量指标',
      '质量指标',
      '时效指标',
    ])
    expect(choicesFor(table.view, cell(table, 'indicators[2].subcategory'))).not.toContain('数量指标')
  })

  test('the vocabulary first, then what the unit wrote, then what the column holds; each once', () => {
    const rows = threeIndicators().map((one, at) => ({ ...one, basis: ['历史标准', '自定依据', ''][at] ?? '' }))
    const table = openView(korla, [recordWith('送戏下乡', rows)])
    expect(choicesFor(table.view, cell(table, 'indicators[2].basis'), ['县里要求', '历史标准'])).toEqual([
      '计划标准',
      '行业或国家标准',
      '历史标准',
      '预算支出标准',
      '其他标准',
      '县里要求',
      '自定依据',
    ])
    expect(choicesFor(table.view, cell(table, 'indicators[0].name'), ['演出场次', '开放天数'])).toEqual([
      '开放天数',
      '观众人数',
      '群众知晓率',
    ])
  })

  test('cells without a list and outside the indicators offer nothing', () => {
    const table = open()
    expect(hasChoices(cell(table, 'project.name'))).toBe(false)
    expect(choicesFor(table.view, cell(table, 'project.name'), ['别的项目'])).toEqual([])
    expect(hasChoices(cellAt(table.view.state.getState().sheet, { row: 0, column: 0 }))).toBe(false)
    expect(entryField('indicators[3].target')).toBe('target')
    expect(entryField('indicators[3].category')).toBeNull()
    expect(entryField('indicators[3].extra.备注')).toBeNull()
  })
})

describe('typing filters', () => {
  const choices = ['满意度赋分', '直接赋分', '按照正常比例赋分', '赋分另行规定', '按评判等级赋分']
  test.each([
    ['赋分', ['赋分另行规定', '满意度赋分', '直接赋分', '按照正常比例赋分', '按评判等级赋分']],
    ['比例', ['按照正常比例赋分']],
    ['zjff', ['直接赋分']],
    ['manyidu', ['满意度赋分']],
    ['pingpan', ['按评判等级赋分']],
    ['直接赋分', []],
    ['没有这种', []],
  ])('%s', (typed, found) => {
    expect(matchingChoices(choices, typed)).toEqual(found)
  })

  test('width and case of what is typed do not matter', () => {
    expect(matchingChoices(['≥95%', 'A类'], '９５％')).toEqual(['≥95%'])
    expect(matchingChoices(['≥95%', 'A类'], 'ａ')).toEqual(['A类'])
  })
})

describe('past entries', () => {
  const question = { unitName: '云溪县文化馆', field: 'name' as const, subcategory: '数量指标' }

  test('under the own second level first, then all; asked once', async () => {
    const asked: string[] = []
    const ask: AskEntries = ({ subcategory }) => {
      asked.push(subcategory)
      const texts = subcategory === '' ? ['知晓率', '开放天数', '场次'] : ['场次', '开放天数']
      return Promise.resolve(succeed(texts.map((text, at) => ({ text, uses: 9 - at }))))
    }
    const past = createPastEntries(ask)
    expect(await past.read(question)).toEqual(['场次', '开放天数', '知晓率'])
    expect(await past.read(question)).toEqual(['场次', '开放天数', '知晓率'])
    expect(asked).toEqual(['数量指标', ''])
  })

  test('a failed answer is none and is asked for again; without a unit nothing is asked', async () => {
    let works = false
    let asked = 0
    const past = createPastEntries(() => {
      asked += 1
      return Promise.resolve(works ? succeed([{ text: '场次', uses: 1 }]) : fail('busy', '忙'))
    })
    expect(await past.read(question)).toEqual([])
    works = true
    expect(await past.read(question)).toEqual(['场次'])
    asked = 0
    expect(await past.read({ ...question, unitName: '' })).toEqual([])
    expect(asked).toBe(0)
  })
})

describe('Alt+↓', () => {
  const altDown = { key: 'ArrowDown', code: 'ArrowDown', ctrlKey: false, metaKey: false, shiftKey: false, altKey: true }
  const press = ({ view }: ReturnType<typeof open>) =>
    pressKey(view, altDown, {
      context: { view, leaveCell: () => commitCell(view) } as ActionContext, // this key asks the page for nothing else
      input: null,
      pageFrom: (row) => row,
      openPacked: null,
    })

  test('opens the choices of a list and of a column with past entries', () => {
    for (const path of ['indicators[0].basis', 'indicators[0].name']) {
      const table = open()
      selectAt(table.view, cellOf(table.view, path))
      expect(press(table)).toBe(true)
      expect(table.view.state.getState().editing).toMatchObject({ mode: 'editing', listOpen: true })
    }
  })

  test('moves the row when the row is selected', () => {
    const table = open()
    const { row } = cellOf(table.view, 'indicators[0].name')
    table.view.state.setState(({ sheet }) => ({ selection: selectRows(sheet, row, row) }))
    press(table)
    expect(names(table.record())[0]).toBe('观众人数')
  })

  test('the projects of a list form have no choices: nothing opens', () => {
    const table = openView(guangzhou, [recordWith('甲', [indicator('产出指标', '数量指标', '场次')])])
    selectAt(table.view, cellOf(table.view, 'project.name'))
    press(table)
    expect(table.view.state.getState().editing).toBeNull()
  })
})

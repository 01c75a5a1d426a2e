import { beforeEach, describe, expect, test } from 'vitest'
import { countOf, findCells, nextMatch, replaceCells } from '../../../renderer/editor/find/find-cells.ts'
import type { FindRequest } from '../../../renderer/editor/find/find-cells.ts'
import { closeFind, findState } from '../../../renderer/editor/find/find-state.ts'
import { findInTables, replaceInTables } from '../../../renderer/editor/find/find-tables.ts'
import { findInText, replaceInText } from '../../../renderer/editor/find/find-text.ts'
import { fail, succeed } from '../../../shared/ipc/result.ts'
import { onGuangzhou, onKorla, onPackedCell } from './keyboard.ts'
import type { Keyboard } from './keyboard.ts'

const loose = { exact: false, whole: false }
const request = (search: string, options: Partial<FindRequest> = {}): FindRequest => ({ ...loose, search, ...options })
const find = ({ view }: Keyboard, wanted: FindRequest) =>
  findCells(view.template, view.records(), view.state.getState().sheet, wanted)
const paths = (keys: Keyboard, wanted: FindRequest) =>
  find(keys, wanted).map(({ cell }) => `${cell.binding?.record}:${cell.binding?.path}`)

describe('Ctrl+F and Ctrl+H', () => {
  beforeEach(closeFind)

  test('open the bar, and an open cell is written first', () => {
    const keys = onKorla()
    keys.goTo('indicators[0].name')
    keys.type('新名称')
    keys.press('Ctrl+F')
    expect(findState.getState().open).toBe('find')
    expect(keys.record().indicators[0]?.name).toBe('新名称')
    keys.press('Ctrl+H')
    expect(findState.getState().open).toBe('replace')
  })
})

describe('a text in a text', () => {
  test.each<[string, string, Partial<FindRequest>, string]>([
    ['演出场次，演出', '演出', {}, '〔演出〕场次，〔演出〕'],
    ['ＡＢ１ ab1', 'ab1', {}, '〔ＡＢ１〕 〔ab1〕'],
    ['ＡＢ１ ab1', 'ab1', { exact: true }, 'ＡＢ１ 〔ab1〕'],
    ['演出场次', '演出', { whole: true }, '演出场次'],
    ['演出', '演出', { whole: true }, '〔演出〕'],
    ['aaa', 'aa', {}, '〔aa〕a'],
    ['㎡和m2', 'm2', {}, '〔㎡〕和〔m2〕'],
    ['😀演出', '演出', {}, '😀〔演出〕'],
    ['a.c abc', 'a.c', {}, '〔a.c〕 abc'],
    ['任何', '', {}, '任何'],
  ])('%s / %s %j', (text, search, options, shown) => {
    const found = findInText(text, search, { ...loose, ...options })
    const marked = found
      .toReversed()
      .reduce((all, { start, end }) => `${all.slice(0, start)}〔${all.slice(start, end)}〕${all.slice(end)}`, text)
    expect(marked).toBe(shown)
  })

  test('a replacement is taken as it is, dollar signs and all, and may be empty', () => {
    expect(replaceInText('10场，10场', '10', '$&1', loose)).toBe('$&1场，$&1场')
    expect(replaceInText('约10场', '约', '', loose)).toBe('10场')
  })
})

describe('in one table', () => {
  test('merged levels count once; labels are not searched; next goes round', () => {
    const keys = onKorla()
    expect(paths(keys, request('产出'))).toEqual(['0:indicators[0].category'])
    expect(paths(keys, request('预算单位'))).toEqual([])
    const matches = find(keys, request('≥'))
    keys.goTo('indicators[1].target')
    const place = keys.position()
    expect(matches[nextMatch(matches, place, 1)]?.cell.binding?.path).toBe('indicators[2].target')
    expect(matches[nextMatch(matches, place, -1)]?.cell.binding?.path).toBe('indicators[0].target')
    keys.goTo('indicators[2].target')
    expect(nextMatch(matches, keys.position(), 1)).toBe(0)
    expect(nextMatch([], place, 1)).toBe(-1)
  })

  test('replace all is one step and writes every row of a merged level', () => {
    const keys = onKorla()
    const wanted = request('指标')
    const cells = find(keys, wanted).map(({ cell }) => cell)
    keys.view.change('全部替换', (records) => replaceCells(keys.view.template, records, cells, wanted, '目标'))
    expect(keys.record().indicators.map(({ category, subcategory }) => `${category}/${subcategory}`)).toEqual([
      '产出目标/数量目标',
      '产出目标/数量目标',
      '效益目标/社会效益目标',
    ])
    keys.press('Ctrl+Z')
    expect(keys.record().indicators[0]?.category).toBe('产出指标')
  })

  test('list form: inside the packed cell, and in the opened one', () => {
    const keys = onGuangzhou()
    expect(paths(keys, request('观众'))).toEqual(['0:indicators'])
    const wanted = request('观众人数')
    const cells = find(keys, wanted).map(({ cell }) => cell)
    keys.view.change('替换', (records) => replaceCells(keys.view.template, records, cells, wanted, '观众人次'))
    expect(keys.record().indicators.map(({ name }) => name)).toEqual(['演出场次', '观众人次', '群众知晓率'])
    expect(paths(onPackedCell(), request('观众'))).toEqual(['0:indicators[1].name'])
  })

  test('list form: the words the packed cell prints between its contents are neither found nor replaced', () => {
    const keys = onGuangzhou()
    expect(paths(keys, request('年度'))).toEqual([])
    const wanted = request('指标')
    const cells = find(keys, wanted).map(({ cell }) => cell)
    keys.view.change('替换', (records) => replaceCells(keys.view.template, records, cells, wanted, '目标'))
    expect(keys.record().indicators[0]).toMatchObject({ category: '产出目标', name: '演出场次', target: '≥10场' })
    expect(keys.text('indicators', 0)).toContain('年度指标值')
  })
})

describe('in all selected tables', () => {
  test('each table once, replaced and undone by itself; one that does not open is told', async () => {
    const present = onKorla().view.editor
    const list = onGuangzhou().view.editor
    const other = onKorla().view.editor
    const ids = ['p0', 'list', 'other', 'gone']
    const open = (id: string) =>
      Promise.resolve(id === 'gone' ? fail('not-found', '没有这个项目') : succeed(id === 'list' ? list : other))
    const wanted = request('场次')
    const { tables, failures } = await findInTables(ids, present, open, wanted)
    expect(tables.map(({ name, count }) => [name, count])).toEqual([
      ['送戏下乡', 1],
      ['云溪县文化馆', 1],
      ['送戏下乡', 1],
    ])
    expect(failures.map(({ message }) => message)).toEqual(['没有这个项目'])
    const editors = tables.map(({ editor }) => editor)
    expect(replaceInTables(editors, ids, wanted, '次数')).toEqual({ places: 3, tables: 3 })
    expect(list.records()[0]?.indicators[0]?.name).toBe('演出次数')
    list.undo()
    expect(list.records()[0]?.indicators[0]?.name).toBe('演出场次')
    expect(other.records()[0]?.indicators[0]?.name).toBe('演出次数')
  })

  test('in a list table only the selected projects are looked at, and written to', async () => {
    const list = onGuangzhou().view.editor
    const open = () => Promise.resolve(fail('never', ''))
    const both = request('项目')
    const { tables } = await findInTables(['p1'], list, open, both)
    expect(tables).toMatchObject([{ count: 1, first: { project: 'p1' } }])
    expect(replaceInTables([list], ['p1'], both, '工程')).toEqual({ places: 1, tables: 1 })
    expect(list.records().map(({ project }) => project.name)).toEqual(['甲项目', '乙工程'])
    expect((await findInTables(['p1'], list, open, request('云溪县'))).tables).toEqual([]) // the unit is that of both
    expect((await findInTables(['p0', 'p1'], list, open, request('云溪县'))).tables).toMatchObject([{ count: 1 }])
  })

  test('projects of one list table are one table', async () => {
    const present = onGuangzhou().view.editor
    let opened = 0
    const open = () => {
      opened += 1
      return Promise.resolve(fail('never', ''))
    }
    const { tables } = await findInTables(['p0', 'p1'], present, open, request('项目'))
    expect(tables).toHaveLength(1)
    expect(opened).toBe(0)
    expect(countOf([])).toBe(0)
  })
})

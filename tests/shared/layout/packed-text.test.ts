/** A packed indicator cell that somebody filled in freely: written in the editor, or read from a file. */
import { describe, expect, test } from 'vitest'
import { writeBinding } from '../../../shared/layout/binding.ts'
import { build } from '../../../shared/layout/build.ts'
import { keepUnprinted } from '../../../shared/layout/keep-unprinted.ts'
import { readGrid } from '../../../shared/reading/read-grid.ts'
import { emptyIndicator, emptyRecord } from '../../../shared/model/project.ts'
import type { Indicator, ProjectRecord } from '../../../shared/model/project.ts'
import { guangzhouPanyu2024 as template } from '../../../shared/templates/guangzhou-panyu-2024.ts'
import { gridOfLayout, withoutSpans } from '../../support/layout-grid.ts'

const { levels } = template.vocabulary
const binding = { path: 'indicators', kind: 'indicator-list' } as const
const indicator = (fields: Partial<Indicator>): Indicator => ({ ...emptyIndicator(), ...fields })
const project = (name: string, indicators: Indicator[]): ProjectRecord => {
  const record = emptyRecord()
  return { ...record, project: { ...record.project, name }, unit: { code: '', name: '云溪县文化馆' }, indicators }
}
const free = '1、数量指标：维修3次；2、质量指标：合格率100%；其他说明文字'
const read = [
  indicator({ category: '产出指标', subcategory: '数量指标', name: '维修', target: '3次' }),
  indicator({ category: '产出指标', subcategory: '质量指标', name: '合格率', target: '100%' }),
  indicator({ name: '其他说明文字' }),
]

test('text written over the cell is kept, understood or not', () => {
  const before = project('管理用房维修', [indicator({ name: '旧' })])
  expect(writeBinding(before, binding, free, levels).indicators).toEqual(read)
  expect(writeBinding(before, binding, '随便写的', levels).indicators).toEqual([indicator({ name: '随便写的' })])
  expect(writeBinding(before, binding, '', levels).indicators).toEqual([])
})

describe('what the cell does not print stays with its indicator', () => {
  const old = [
    indicator({
      category: '产出指标',
      name: '甲',
      target: '1次',
      weight: '10',
      extra: { 备注: '一', 一级指标编码: '7' },
    }),
    indicator({ category: '产出指标', name: '乙', target: '2次', weight: '20' }),
  ]
  test('of the same levels and name, wherever it stands now', () => {
    const written = [indicator({ name: '新' }), indicator({ category: '产出指标', name: '乙', target: '3次' })]
    expect(keepUnprinted(old, [...written, indicator({ name: '再' })])).toEqual([
      indicator({ name: '新' }),
      indicator({ category: '产出指标', name: '乙', target: '3次', weight: '20' }),
      indicator({ name: '再' }),
    ])
  })
  test('of the same place where none was added or taken away; a code is print', () => {
    const written = old.map((one) => ({ ...one, name: `${one.name}改`, weight: '', extra: {} }))
    expect(keepUnprinted(old, written)).toEqual([
      { ...old[0], name: '甲改', extra: { 备注: '一' } },
      { ...old[1], name: '乙改' },
    ])
  })
})

describe.each(['own', 'foreign', 'text'])('a file with such a cell (%s)', (origin) => {
  const records = [project('馆舍维修', [indicator({ name: '？' })]), project('送戏下乡', read.slice(0, 2))]
  const grid = gridOfLayout(build(template, records), origin === 'own' ? 'own' : 'foreign')
  const tablesWith = (text: string) => {
    const cells = grid.cells.map((cell) => (cell.text.includes('？') ? { ...cell, text } : cell))
    return readGrid(origin === 'text' ? withoutSpans({ ...grid, cells }) : { ...grid, cells }, [template])
  }
  test('is read, and the doubt names project and cell', () => {
    const [first, second] = tablesWith(free)
    expect(first?.record.indicators).toEqual(read)
    expect(first?.record.extra).toEqual({})
    expect(first?.problems.map(({ path, message }) => [path, message])).toEqual([
      [
        'indicators[2].name',
        '项目“馆舍维修”的“绩效指标”一格：这几段没有看懂，已原样放进三级指标：“其他说明文字”。请补填一级、二级指标和指标值。',
      ],
    ])
    expect(second?.problems).toEqual([])
  })
  test('text that was taken apart is a hint', () => {
    const [first] = tablesWith('数量指标：维修3次')
    expect(first?.record.indicators).toEqual(read.slice(0, 1))
    expect(first?.problems.map(({ severity }) => severity)).toEqual(['hint'])
  })
  test('entries in the grammar that lack something are doubtful too', () => {
    const [first] = tablesWith('1、1-产出指标；11-数量指标；户数。')
    expect(first?.problems.map(({ message }) => message)).toEqual(['第1条指标：没有找到“年度指标值:”，请补填指标值。'])
  })
})

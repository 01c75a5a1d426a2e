/** What is written in one half of a form with parallel halves stays there. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { build } from '../../../shared/layout/build.ts'
import { halvesOf, printedInHalf, standingIn } from '../../../shared/model/halves.ts'
import type { Half, HalfTexts } from '../../../shared/model/halves.ts'
import { readGrid } from '../../../shared/reading/read-grid.ts'
import { gridOfLayout } from '../../support/layout-grid.ts'
import { setCells } from '../../../shared/layout/set-cells.ts'
import { writeInHalves } from '../../../shared/layout/write-halves.ts'
import { emptyIndicator, emptyRecord } from '../../../shared/model/project.ts'
import type { Indicator, ProjectRecord } from '../../../shared/model/project.ts'
import { builtIn } from '../../../shared/templates/built-in.ts'

const one = (name: string, termTarget: string, target: string): Indicator => ({
  ...emptyIndicator(),
  category: '产出指标',
  subcategory: '数量指标',
  name,
  termTarget,
  target,
})
const shown = (indicators: readonly Indicator[]) =>
  indicators.map((each) => [
    each.name,
    each.termTarget,
    each.target,
    Object.entries(halvesOf(each))
      .flatMap(([half, stands]) => (stands ? half : []))
      .join(),
  ])
const write = (indicators: Indicator[], half: Half, row: number, texts: Partial<HalfTexts>) =>
  writeInHalves(indicators, new Map([[row, { [half]: texts }]]))
const name = (text: string) => ({ name: text })

describe('a name', () => {
  test('of an indicator with both values: two indicators', () => {
    expect(shown(write([one('甲', '3', '1')], 'annual', 0, name('年度甲')))).toEqual([
      ['甲', '3', '', 'term'],
      ['年度甲', '', '1', 'annual'],
    ])
    expect(shown(write([one('甲', '3', '1')], 'term', 0, name('中期甲')))).toEqual([
      ['中期甲', '3', '', 'term'],
      ['甲', '', '1', 'annual'],
    ])
  })

  test('written in the other half too: one indicator again, with all it had', () => {
    const described = { ...one('甲', '3', '1'), description: '说明' }
    const apart = write([described], 'annual', 0, name('乙'))
    expect(write([...apart], 'term', 0, name('乙'))).toEqual([{ ...described, name: '乙' }])
  })

  test('in the half that is blank: an indicator of its own, before its value is there', () => {
    const apart = write([one('甲', '3', '')], 'annual', 0, { subcategory: '数量指标', name: '乙' })
    expect(shown(apart)).toEqual([
      ['甲', '3', '', 'term'],
      ['乙', '', '', 'annual'],
    ])
    expect(shown(write([...apart], 'annual', 1, { value: '1' }))).toEqual([
      ['甲', '3', '', 'term'],
      ['乙', '', '1', 'annual'],
    ])
    expect(write([...apart], 'annual', 1, { value: '1' }).map(({ extra }) => extra)).toEqual([{}, {}])
  })

  test('of an indicator without values parts it too', () => {
    expect(shown(write([one('甲', '', '')], 'annual', 0, name('乙')))).toEqual([
      ['甲', '', '', 'term'],
      ['乙', '', '', 'annual'],
    ])
  })

  test('others that stand beside each other are left alone', () => {
    const others = [one('丙', '3', ''), one('丙', '', '1')]
    expect(write([...others, one('甲', '3', '1')], 'term', 2, name('乙')).slice(0, 2)).toEqual(others)
  })
})

test('a value before its name is of the half it stands in; a value alone does not part an indicator', () => {
  expect(shown(write([one('甲', '3', '')], 'annual', 0, { value: '1' }))).toEqual([
    ['甲', '3', '', 'term'],
    ['', '', '1', 'annual'],
  ])
  expect(shown(write([one('甲', '', '')], 'term', 0, { value: '3' }))).toEqual([['甲', '3', '', 'term,annual']])
  expect(shown(write([one('甲', '3', '1')], 'term', 0, { value: '' }))).toEqual([['甲', '', '1', 'term,annual']])
})

test('what is said already changes nothing, and the word stands only where values do not tell', () => {
  const both = [one('甲', '3', '1')]
  expect(writeInHalves(both, new Map([[0, { term: name('甲'), annual: { subcategory: '数量指标' } }]]))).toBe(both)
  const [plain] = both
  expect(plain && standingIn(plain, { term: true, annual: true })).toBe(plain)
})

/** The rows of the central form as a person sees them: seven texts a row, the first level shown in each of its rows. */
const central = builtIn.find('central-2021')
const columns = 7

function texts(record: ProjectRecord): string[][] {
  if (!central) throw new Error('the central form')
  const layout = build(central, [record])
  const rows = layout.rows.flatMap((row, at) => (row.item ? [at] : []))
  return rows.map((row) =>
    Array.from({ length: columns }, (_, at) => {
      const cell = layout.cells.find(
        (each) => each.column === at + 1 && each.row <= row && row < each.row + each.rowSpan,
      )
      expect(cell?.role).toBe('input')
      return cell?.text ?? ''
    }),
  )
}

function typed(record: ProjectRecord, row: number, column: number, text: string): ProjectRecord {
  if (!central) throw new Error('the central form')
  const layout = build(central, [record])
  const first = layout.rows.findIndex(({ item }) => item !== undefined)
  const cell = layout.cells.find((each) => each.row === first + row && each.column === column + 1)
  if (!cell?.binding) throw new Error(`no cell ${row} ${column}`)
  const [written = record] = setCells(central, [record], [{ binding: cell.binding, text }])
  return written
}

test('blank rows filled left to right, row by row, shows after each cell exactly what was typed', () => {
  const wanted = [
    ['产出指标', '数量指标', '甲', '≥3', '数量指标', '乙', '≥1'],
    ['效益指标', '社会效益指标', '丙', '≥5', '社会效益指标', '丙', '≥2'],
    ['满意度指标', '满意度指标', '丁', '', '满意度指标', '戊', '≥9'],
  ]
  let record: ProjectRecord = { ...emptyRecord(), indicators: wanted.map(() => emptyIndicator()) }
  const expected = wanted.map(() => Array.from({ length: columns }, () => ''))
  wanted.forEach((cells, row) =>
    cells.forEach((text, column) => {
      record = typed(record, row, column, text)
      const own = expected[row]
      if (own) own[column] = text
      const now = texts(record)
      for (const [at, line] of expected.entries()) {
        if (line.some((each) => each !== '')) expect(now[at], `${row} ${column}`).toEqual(line)
      }
    }),
  )
  expect(record.indicators.map((each) => [each.name, each.termTarget, each.target])).toEqual([
    ['甲', '≥3', ''],
    ['乙', '', '≥1'],
    ['丙', '≥5', '≥2'],
    ['丁', '', ''],
    ['戊', '', '≥9'],
  ])
  expect(record.indicators.map(({ extra }) => extra)).toEqual([{}, {}, {}, { 所在栏: '中期' }, {}])
})

test('whatever is typed in one row in any order, its seven cells show it', () => {
  const cell = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom('', '甲', '乙', '≥1'))
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 20 }), (cells) => {
      let record = typed(emptyRecord(), 0, 0, '产出指标')
      const expected = ['产出指标', '', '', '', '', '', '']
      for (const [column, text] of cells) {
        record = typed(record, 0, column, text)
        expected[column] = text
        expect(texts(record)[0]).toEqual(expected)
        expect(record.indicators.length).toBeLessThanOrEqual(2)
      }
    }),
  )
})

test('what is printed is read back as the same record, whatever stands in the halves', () => {
  const text = fc.constantFrom('', '甲', '乙')
  const half = fc.record({
    subcategory: fc.constantFrom('', '数量指标', '质量指标'),
    name: text,
    value: fc.constantFrom('', '≥1'),
  })
  const rows = fc.array(fc.record({ term: half, annual: half }), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(rows, (lines) => {
      if (!central) throw new Error('the central form')
      let record: ProjectRecord = { ...emptyRecord(), indicators: lines.map(() => emptyIndicator()) }
      record.project.name = '设施运行'
      const lastRow = lines.length
      for (const [row, { term, annual }] of lines.entries()) {
        record = typed(record, row, 0, '产出指标')
        const cells = [term.subcategory, term.name, term.value, annual.subcategory, annual.name, annual.value]
        for (const [column, each] of cells.entries()) record = typed(record, row, column + 1, each)
        expect(texts(record)).toHaveLength(lastRow) // none moves up beside the one above
      }
      const [back, ...others] = readGrid(gridOfLayout(build(central, [record])), [central])
      expect(others).toEqual([])
      expect(back?.record.indicators).toEqual(record.indicators)
    }),
  )
})

test('fields of the halves; other forms have none', () => {
  expect(printedInHalf('indicators[12].name')).toEqual({ row: 12, field: 'name' })
  expect(printedInHalf('indicators[2].termTarget')).toEqual({ row: 2, field: 'value' })
  expect(['indicators[0].category', 'goal.annual'].map(printedInHalf)).toEqual([null, null])
  for (const form of builtIn.all) {
    const halves = build(form, [emptyRecord()]).cells.filter(({ binding }) => binding?.half !== undefined)
    expect(halves.length > 0).toBe(form.id === 'central-2021')
  }
})

/** What is written in one half of a form with parallel halves stays there. */
import { describe, expect, test } from 'vitest'
import { halfOfColumn, printedInBoth, writeInHalves } from '../../../shared/layout/halves.ts'
import type { Half } from '../../../shared/layout/halves.ts'
import { emptyIndicator } from '../../../shared/model/project.ts'
import type { Indicator } from '../../../shared/model/project.ts'
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
  indicators.map(({ name, termTarget, target }) => [name, termTarget, target])
const writeInHalf = (indicators: Indicator[], half: Half, row: number, text: string) =>
  writeInHalves(indicators, new Map([[row, { [half]: { name: text } }]]))

describe('a name', () => {
  test('of an indicator with both values: two indicators', () => {
    expect(shown(writeInHalf([one('甲', '3', '1')], 'annual', 0, '年度甲'))).toEqual([
      ['甲', '3', ''],
      ['年度甲', '', '1'],
    ])
    expect(shown(writeInHalf([one('甲', '3', '1')], 'term', 0, '中期甲'))).toEqual([
      ['中期甲', '3', ''],
      ['甲', '', '1'],
    ])
  })

  test('written in the other half too: one indicator again, with all it had', () => {
    const described = { ...one('甲', '3', '1'), description: '说明' }
    const apart = writeInHalf([described], 'annual', 0, '乙')
    expect(writeInHalf([...apart], 'term', 0, '乙')).toEqual([{ ...described, name: '乙' }])
  })

  test('of an indicator with one value or none: it is its name', () => {
    for (const [term, annual] of [
      ['3', ''],
      ['', '1'],
      ['', ''],
    ] as const) {
      expect(shown(writeInHalf([one('甲', term, annual)], 'annual', 0, '乙'))).toEqual([['乙', term, annual]])
    }
  })

  test('others that stand beside each other are left alone', () => {
    const others = [one('丙', '3', ''), one('丙', '', '1')]
    const written = writeInHalf([...others, one('甲', '3', '1')], 'term', 2, '乙')
    expect(written.slice(0, 2)).toEqual(others)
  })
})

test('rows that say two indicators: nothing either half says is lost, whatever values they have', () => {
  for (const [term, annual] of [
    ['3', '1'],
    ['3', ''],
    ['', '1'],
    ['', ''],
  ] as const) {
    expect(
      shown(writeInHalves([one('甲', term, annual)], new Map([[0, { term: { name: '甲' }, annual: { name: '乙' } }]]))),
    ).toEqual([
      ['甲', term, ''],
      ['乙', '', annual],
    ])
  }
})

test('both halves say the same: one, with all it had; what is said already changes nothing', () => {
  const both = [one('甲', '3', '1')]
  expect(shown(writeInHalves(both, new Map([[0, { term: { name: '乙' }, annual: { name: '乙' } }]])))).toEqual([
    ['乙', '3', '1'],
  ])
  expect(writeInHalves(both, new Map([[0, { term: { name: '甲' }, annual: { subcategory: '数量指标' } }]]))).toBe(both)
})

test('columns and fields of the halves; other forms have none', () => {
  const halves = (id: string) =>
    builtIn.all
      .filter((form) => form.id === id)
      .flatMap((form) => form.columnsMm.map((_, at) => halfOfColumn(form, at)))
  expect(halves('central-2021')).toEqual([null, null, 'term', 'term', 'term', 'annual', 'annual', 'annual'])
  for (const { id } of builtIn.all.filter((form) => form.id !== 'central-2021')) {
    expect(halves(id).every((half) => half === null)).toBe(true)
  }
  expect(printedInBoth('indicators[12].name')).toEqual({ row: 12, field: 'name' })
  expect(['indicators[0].target', 'indicators[0].category', 'goal.annual'].map(printedInBoth)).toEqual([
    null,
    null,
    null,
  ])
})

/** Which row is which: by identity, by name and levels, by name, by what stands between the same neighbours. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchRows } from '../../../shared/compare/match-rows.ts'
import { movedPlaces } from '../../../shared/compare/row-order.ts'
import { emptyIndicator } from '../../../shared/model/project.ts'
import type { Indicator } from '../../../shared/model/project.ts'
import { anyRow } from './any-record.ts'
import { drawnRecord } from './drawn-rows.ts'

const rows = (text: string): Indicator[] => drawnRecord(text).indicators
/** For each old row its new place, `×` where it is gone. */
const matched = (before: string, after: string): string =>
  matchRows(rows(before), rows(after))
    .map((place) => place ?? '×')
    .join(' ')

describe('rows are the same', () => {
  test.each([
    ['in their place', '甲1 乙2 丙3', '甲1 乙2 丙3', '0 1 2'],
    ['by name, wherever they stand', '甲1 乙2 丙3', '丙9 甲8 乙7', '1 2 0'],
    ['by name in other spelling', '甲（一）1 乙“二”2', '乙"二"9 甲(一)8', '1 0'],
    ['by levels and name before the name alone', 'a/甲1 b/甲2', 'b/甲5 a/甲6', '1 0'],
    ['by the name alone where the level changed', 'a/甲1 b/乙2', 'b/乙5 c/甲6', '1 0'],
    ['of several of one name those equal throughout', '甲1 甲2 甲3', '甲3 甲9 甲1', '2 1 0'],
    ['then in their order', '甲1 甲2', '甲8 甲9', '0 1'],
    ['without a name by all they say', '-1 -2 甲3', '甲3 -2', '× 1 0'],
    ['renamed between two neighbours', '甲1 乙2 丙3', '甲1 新2 丙3', '0 1 2'],
    ['renamed, and one put before it', '甲1 乙2 丙3', '甲1 另9 新2 丙3', '0 2 3'],
    ['all renamed', '甲1 乙2', '子1 丑2', '0 1'],
    ['renamed beside a moved one', '甲1 乙2 丙3 丁4', '甲1 新3 丁4 乙2', '0 3 1 2'],
    ['not where a neighbour is another', '甲1 乙2 丙3', '甲1 丙3 新2', '0 × 1'],
    ['gone', '甲1 乙2 丙3', '甲1 丙3', '0 × 1'],
  ])('%s', (_, before, after, places) => expect(matched(before, after)).toBe(places))

  test('by a hidden identity before anything else', () => {
    const ids = { before: ['a', 'b', ''], after: ['b', '', 'a'] }
    expect(matchRows(rows('甲1 乙2 丙3'), rows('甲1 丙3 乙2'), ids)).toEqual([2, 0, 1])
  })

  test('by being one object before anything else', () => {
    const [one, other] = rows('甲1 甲1')
    if (!one || !other) throw new Error('two rows')
    expect(matchRows([one, other], [other, { ...one }])).toEqual([1, 0])
  })
})

describe('moved are the fewest rows, of equal choices the lower ones', () => {
  test.each<[string, number[], number[]]>([
    ['none', [0, 1, 2], []],
    ['two changed places: the lower one', [1, 0], [1]],
    ['the last came first', [1, 2, 3, 0], [0]],
    ['the first came last', [3, 0, 1, 2], [3]],
    ['turned round: all but the first', [3, 2, 1, 0], [1, 2, 3]],
    ['two choices of two: the lower ones', [2, 3, 0, 1], [2, 3]],
  ])('%s', (_, places, moved) => {
    expect([...movedPlaces(places)].toSorted((one, other) => one - other)).toEqual(moved)
  })

  test('rows that came or went move none', () => {
    expect(movedPlaces([null, 1, null, 3])).toEqual(new Set())
  })

  test('no fewer would do', () => {
    const order = fc.uniqueArray(fc.nat({ max: 30 }), { maxLength: 7 })
    fc.assert(
      fc.property(order, (places) => {
        expect(movedPlaces(places).size).toBe(places.length - longest(places))
      }),
    )
  })
})

/** Length of the longest rising part, tried one by one. */
function longest(numbers: readonly number[]): number {
  let best = 0
  for (let bits = 0; bits < 1 << numbers.length; bits++) {
    const part = numbers.filter((_, index) => (bits >> index) & 1)
    if (part.every((one, index) => index === 0 || one > (part[index - 1] ?? 0))) best = Math.max(best, part.length)
  }
  return best
}

test('no row has two places and no place two rows; equal lists match row by row', () => {
  const list = fc.array(anyRow, { maxLength: 10 })
  fc.assert(
    fc.property(list, list, (before, after) => {
      const places = matchRows(before, after).filter((place) => place !== null)
      expect(new Set(places).size).toBe(places.length)
      for (const place of places) expect(after[place]).toBeDefined()
      expect(movedPlaces(matchRows(before, structuredClone(before)))).toEqual(new Set())
    }),
  )
})

test('two thousand rows, all renamed, are not compared each with each', () => {
  let read = 0
  const counted = (name: string): Indicator => ({
    ...emptyIndicator(),
    get name() {
      read += 1
      return name
    },
  })
  const before = Array.from({ length: 2000 }, (_, index) => counted(`甲${index}`))
  const after = Array.from({ length: 2000 }, (_, index) => counted(`乙${index}`))
  expect(matchRows(before, after)).toEqual(before.map((_, index) => index))
  expect(read).toBeLessThan(100_000)
})

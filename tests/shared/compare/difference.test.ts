/** A difference leads from one record to the other and back, and names as little as possible. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyChanges, reverseChanges, takeBack } from '../../../shared/compare/apply.ts'
import { difference } from '../../../shared/compare/difference.ts'
import { contentText } from '../../../shared/identity/content.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import { inventedRecord } from '../../support/invented-records.ts'
import { anyEdits, anyRecord } from './any-record.ts'
import { drawnRecord, shownChanges, shownRows } from './drawn-rows.ts'

const shown = (before: string, after: string): string =>
  shownChanges(difference(drawnRecord(before), drawnRecord(after))).join(', ')
const content = (record: ProjectRecord) => JSON.parse(contentText(record)) as unknown

describe('what is named', () => {
  test.each([
    ['甲1 乙2 丙3', '甲1 乙2 丙3', ''],
    ['甲1 乙2 丙3', '甲1 乙5 丙3', 'indicators[1].weight 2→5'],
    ['甲1 乙2 丙3', '甲1 新2 丙3', 'indicators[1].name 乙→新'],
    ['甲1 乙2 丙3', '新9 甲1 乙2 丙3', '+0新'],
    ['甲1 乙2 丙3', '甲1 丙3', '×1乙'],
    ['甲1 乙2 丙3', '乙2 丙3', '×0甲'],
    ['甲1 乙2 丙3', '乙2 丙3 甲1', '↕0→2甲'],
    ['甲1 乙2 丙3', '丙3 甲1 乙2', '↕2→0丙'],
    ['甲1 乙2 丙3', '乙2 甲1 丙3', '↕0→1甲'],
    ['甲1 乙2 丙3', '丙4 甲1 乙2', '↕2→0丙, indicators[0].weight 3→4'],
    [
      '甲1 乙2 丙3 丁4',
      '新9 乙2 丁5 丙3',
      'indicators[0].name 甲→新, indicators[0].weight 1→9, indicators[2].weight 4→5, ↕2→3丙',
    ],
    ['甲1 乙2', '甲1 丙9 乙2 丁8', '+1丙, +3丁'],
  ])('%s ⇒ %s: %s', (before, after, expected) => expect(shown(before, after)).toBe(expected))

  test('fields in the order of the record, extras by their key, points of the plan', () => {
    const before = inventedRecord(1)
    const after: ProjectRecord = {
      ...before,
      extra: { 备注: '新' },
      purpose: '别的',
      paymentPlan: [...before.paymentPlan.slice(0, 3), '9'],
      funding: { ...before.funding, fiscal: '' },
    }
    expect(difference(before, after).map(({ path, from, to }) => [path, from, to])).toEqual([
      ['funding.fiscal', '101.30', ''],
      ['purpose', before.purpose, '别的'],
      ['paymentPlan[3]', '101.30', '9'],
      ['extra.备注', '', '新'],
    ])
  })
})

const pairs = fc.tuple(anyRecord, anyRecord)
const edited = fc.tuple(anyRecord, anyEdits()).map(([record, edit]) => [record, edit(record)] as const)

describe.each([
  ['any two records', pairs],
  ['a record and what was made of it', edited],
] as const)('%s', (_, records) => {
  test('apply(difference(a, b), a) is b', () => {
    fc.assert(
      fc.property(records, ([before, after]) => {
        expect(content(applyChanges(before, difference(before, after)))).toEqual(content(after))
      }),
      { numRuns: 200 },
    )
  })

  test('the reverse leads back, and its reverse is the difference', () => {
    fc.assert(
      fc.property(records, ([before, after]) => {
        const changes = difference(before, after)
        const back = reverseChanges(changes)
        expect(content(applyChanges(after, back))).toEqual(content(before))
        expect(reverseChanges(back)).toEqual(changes)
      }),
      { numRuns: 200 },
    )
  })

  test('nothing differs exactly where the content is the same', () => {
    fc.assert(
      fc.property(records, ([before, after]) => {
        const [one, other] = [withoutLastBlanks(before), withoutLastBlanks(after)]
        expect(difference(one, other).length === 0).toBe(contentText(one) === contentText(other))
        expect(difference(before, structuredClone(before))).toEqual([])
      }),
    )
  })

  test('one change after the other taken back gives the record of before', () => {
    fc.assert(
      fc.property(records, fc.nat(), ([before, after], start) => {
        let present = after
        let changes = difference(before, present)
        // rows that say the same may be told apart anew, so that a step does not always leave one fewer: always another one
        for (let steps = changes.length * 4; changes.length > 0 && steps > 0; steps--) {
          const one = changes[(start + steps) % changes.length]
          if (!one) throw new Error('there is one')
          present = takeBack(present, changes, one)
          changes = difference(before, present)
        }
        expect(shownChanges(changes)).toEqual([])
        expect(content(present)).toEqual(content(before))
      }),
      { numRuns: 150 },
    )
  })
})

/** A blank row at the end is no content: it has no text that could differ. */
const withoutLastBlanks = (record: ProjectRecord): ProjectRecord => {
  const last = record.indicators.findLastIndex(
    (row) => contentText({ ...record, indicators: [row] }) !== contentText({ ...record, indicators: [] }),
  )
  return { ...record, indicators: record.indicators.slice(0, last + 1) }
}

test('a change of another record is refused', () => {
  const changes = difference(drawnRecord('甲1 乙2 丙3'), drawnRecord('丙3 甲1 乙2'))
  expect(() => applyChanges(drawnRecord('甲1'), changes)).toThrow('not one of this record')
})

test('rows taken back stand where they stood', () => {
  const [before, after] = [drawnRecord('甲1 乙2 丙3 丁4'), drawnRecord('丙3 丁4 甲1')]
  const changes = difference(before, after)
  expect(shownChanges(changes)).toEqual(['×1乙', '↕0→2甲'])
  expect(changes.map((one) => shownRows(takeBack(after, changes, one)))).toEqual(['乙2 丙3 丁4 甲1', '甲1 丙3 丁4'])
})

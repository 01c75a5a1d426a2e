/** What two places changed of one record stands together; where both changed one place, it is named and the own text stands. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { duplicateIndicators, insertIndicators, moveIndicators, removeIndicators } from '../../../shared/layout/edit.ts'
import { readField, writeField } from '../../../shared/model/field-path.ts'
import { mergeRecords } from '../../../shared/model/merge-records.ts'
import { emptyIndicator, emptyRecord } from '../../../shared/model/project.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'

type Change = (record: ProjectRecord) => ProjectRecord

const base: ProjectRecord = {
  ...emptyRecord(),
  purpose: '用于送戏下乡',
  paymentPlan: ['25', '50', '75', '100'],
  extra: { 备注: '' },
  indicators: ['甲', '乙', '丙', '丁'].map((name) => ({ ...emptyIndicator(), name, weight: '10' })),
}
const write =
  (path: string, text: string): Change =>
  (record) =>
    writeField(record, path, text)
/** As read from the store: no object in common. */
const merge = (mine: Change, theirs: Change) => mergeRecords(base, mine(base), structuredClone(theirs(base)))
const shown = ({ indicators }: ProjectRecord) => indicators.map(({ name, weight }) => `${name}${weight}`).join(' ')

describe('fields', () => {
  test('of both sides, also in one object, one list of texts, one row', () => {
    const { record, overlaps } = merge(
      (all) => write('indicators[0].weight', '20')(write('funding.total', '5')(write('paymentPlan[0]', '20')(all))),
      (all) => write('indicators[0].name', '子')(write('funding.fiscal', '4')(write('paymentPlan[3]', '99')(all))),
    )
    expect(overlaps).toEqual([])
    expect(record.funding).toMatchObject({ total: '5', fiscal: '4' })
    expect(record.paymentPlan).toEqual(['20', '50', '75', '99'])
    expect(shown(record)).toBe('子20 乙10 丙10 丁10')
  })

  test('the same text on both sides is no contradiction; another is, and the own stands', () => {
    expect(merge(write('purpose', '新'), write('purpose', '新'))).toMatchObject({
      overlaps: [],
      record: { purpose: '新' },
    })
    expect(merge(write('purpose', '我'), write('purpose', '他'))).toMatchObject({
      overlaps: ['purpose'],
      record: { purpose: '我' },
    })
  })

  test('what one side left alone is the other record itself', () => {
    const theirs = structuredClone(write('purpose', '他')(base))
    expect(mergeRecords(base, base, theirs).record).toBe(theirs)
    const mine = write('purpose', '我')(base)
    expect(mergeRecords(base, mine, structuredClone(base)).record).toBe(mine)
  })
})

describe('rows that one side moved about', () => {
  const text = write('indicators[2].weight', '30')
  test.each<[string, Change, string]>([
    ['inserted', (all) => insertIndicators(all, 1, 1), '甲10  乙10 丙30 丁10'],
    ['deleted', (all) => removeIndicators(all, 0, 1), '乙10 丙30 丁10'],
    ['moved', (all) => moveIndicators(all, 2, 1, 0), '丙30 甲10 乙10 丁10'],
    ['duplicated', (all) => duplicateIndicators(all, 0, 1), '甲10 甲10 乙10 丙30 丁10'],
  ])('%s', (_, rows, expected) => {
    for (const merged of [merge(rows, text), merge(text, rows)]) {
      expect(merged.overlaps).toEqual([])
      expect(shown(merged.record)).toBe(expected)
    }
  })

  test('a row one side deleted and the other wrote in is for a person to decide; so are rows moved on both sides', () => {
    const gone: Change = (all) => removeIndicators(all, 2, 1)
    expect(merge(gone, text).overlaps).toEqual(['indicators[2]'])
    expect(merge(text, gone).overlaps).toEqual(['indicators[2]'])
    const both = merge(
      (all) => insertIndicators(all, 0, 1),
      (all) => removeIndicators(all, 3, 1),
    )
    expect(both.overlaps).toEqual(['indicators'])
    expect(both.record.indicators).toHaveLength(5)
  })
})

test('whatever fields two places change: each has its own, and only those both changed differently are named', () => {
  const paths = [
    'year',
    'purpose',
    'goal.annual',
    'funding.total',
    'unit.name',
    'paymentPlan[1]',
    'extra.备注',
    ...['name', 'weight', 'target'].flatMap((field) => [0, 1, 3].map((row) => `indicators[${row}].${field}`)),
  ]
  const texts = fc.dictionary(fc.constantFrom(...paths), fc.constantFrom('一', '二', '三'), { maxKeys: 8 })
  const apply = (changes: Record<string, string>): ProjectRecord =>
    Object.entries(changes).reduce((record, [path, text]) => writeField(record, path, text), base)
  fc.assert(
    fc.property(texts, texts, (mine, theirs) => {
      const merged = mergeRecords(base, apply(mine), structuredClone(apply(theirs)))
      for (const path of paths) {
        const wanted = mine[path] ?? theirs[path] ?? readField(base, path)
        expect([path, readField(merged.record, path)]).toEqual([path, wanted])
      }
      const clashing = paths.filter((path) => mine[path] && theirs[path] && mine[path] !== theirs[path])
      expect(merged.overlaps.toSorted()).toEqual(clashing.toSorted())
    }),
  )
})

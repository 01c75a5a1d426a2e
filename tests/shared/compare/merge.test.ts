/** What two places changed of one record stands together; where both changed one place, it is named and the own text stands. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { duplicateIndicators, insertIndicators, moveIndicators, removeIndicators } from '../../../shared/layout/edit.ts'
import type { Choose } from '../../../shared/compare/conflict.ts'
import { contentText } from '../../../shared/identity/content.ts'
import { readField, writeField } from '../../../shared/model/field-path.ts'
import { mergeRecords } from '../../../shared/compare/merge.ts'
import { emptyIndicator, emptyRecord } from '../../../shared/model/project.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import { anyEdits, anyRecord } from './any-record.ts'

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
const merge = (mine: Change, theirs: Change, choose?: Choose) => {
  const sides = { base, held: mine(base), incoming: structuredClone(theirs(base)) }
  const { record, conflicts } = mergeRecords(sides, choose)
  return { record, conflicts, asked: conflicts.map(({ path }) => path) }
}
const shown = ({ indicators }: ProjectRecord) => indicators.map(({ name, weight }) => `${name}${weight}`).join(' ')

describe('fields', () => {
  test('of both sides, also in one object, one list of texts, one row', () => {
    const { record, asked } = merge(
      (all) => write('indicators[0].weight', '20')(write('funding.total', '5')(write('paymentPlan[0]', '20')(all))),
      (all) => write('indicators[0].name', '子')(write('funding.fiscal', '4')(write('paymentPlan[3]', '99')(all))),
    )
    expect(asked).toEqual([])
    expect(record.funding).toMatchObject({ total: '5', fiscal: '4' })
    expect(record.paymentPlan).toEqual(['20', '50', '75', '99'])
    expect(shown(record)).toBe('子20 乙10 丙10 丁10')
  })

  test('the same text on both sides is no contradiction; another is, and the own stands', () => {
    expect(merge(write('purpose', '新'), write('purpose', '新'))).toMatchObject({
      asked: [],
      record: { purpose: '新' },
    })
    expect(merge(write('purpose', '我'), write('purpose', '他'))).toMatchObject({
      conflicts: [{ kind: 'text', path: 'purpose', base: '用于送戏下乡', held: '我', incoming: '他' }],
      record: { purpose: '我' },
    })
    expect(merge(write('purpose', '我'), write('purpose', '他'), () => 'incoming').record.purpose).toBe('他')
  })

  test('what one side left alone is the other record itself', () => {
    const theirs = structuredClone(write('purpose', '他')(base))
    expect(mergeRecords({ base, held: base, incoming: theirs }).record).toBe(theirs)
    const mine = write('purpose', '我')(base)
    expect(mergeRecords({ base, held: mine, incoming: structuredClone(base) }).record).toBe(mine)
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
      expect(merged.asked).toEqual([])
      expect(shown(merged.record)).toBe(expected)
    }
  })

  test('a row one side deleted and the other wrote in is for a person to decide', () => {
    const gone: Change = (all) => removeIndicators(all, 2, 1)
    const row = { kind: 'row', path: 'indicators[2]', base: '丙' }
    expect(merge(gone, text).conflicts).toEqual([{ ...row, held: '', incoming: '丙' }])
    expect(merge(text, gone).conflicts).toEqual([{ ...row, held: '丙', incoming: '' }])
    expect(shown(merge(gone, text).record)).toBe('甲10 乙10 丁10')
    expect(shown(merge(gone, text, () => 'incoming').record)).toBe('甲10 乙10 丙30 丁10')
    expect(shown(merge(text, gone).record)).toBe('甲10 乙10 丙30 丁10')
    expect(shown(merge(text, gone, () => 'incoming').record)).toBe('甲10 乙10 丁10')
  })
})

describe('rows that both sides moved about', () => {
  const rows =
    (names: string): Change =>
    (record) => ({
      ...record,
      indicators: Array.from(names, (name) => {
        const row = record.indicators.find((one) => one.name === name)
        return row ?? { ...emptyIndicator(), name, weight: '9' }
      }),
    })
  const names = ({ indicators }: ProjectRecord) => indicators.map(({ name }) => name).join('')
  test.each([
    ['each inserted one', '子甲乙丙丁', '甲乙丙丁丑', '子甲乙丙丁丑'],
    ['both at one place: what is held first', '甲子乙丙丁', '甲丑寅乙丙丁', '甲子丑寅乙丙丁'],
    ['both the same one', '甲子乙丙丁', '甲子乙丙丁', '甲子乙丙丁'],
    ['both the same one, each another too', '甲子乙丙丁丑', '寅甲子乙丙丁', '寅甲子乙丙丁丑'],
    ['each deleted one', '乙丙丁', '甲乙丙', '乙丙'],
    ['both the same one deleted', '甲乙丁', '甲乙丁', '甲乙丁'],
    ['each moved one', '乙丙丁甲', '丙甲乙丁', '丙乙丁甲'],
    ['both moved one alike', '丁甲乙丙', '丁甲乙丙子', '丁甲乙丙子'],
    ['one inserted behind a row the other moved', '甲子乙丙丁', '乙丙丁甲', '子乙丙丁甲'],
    ['one inserted behind a row the other deleted', '甲乙子丙丁', '甲丙丁', '甲子丙丁'],
    ['one moved, the other deleted it: it is gone', '丁甲乙丙', '甲乙丙', '甲乙丙'],
  ])('%s', (_, mine, theirs, expected) => {
    const merged = merge(rows(mine), rows(theirs))
    expect([names(merged.record), merged.conflicts]).toEqual([expected, []])
  })

  test('moved to different places: asked once, and either is what the person wants', () => {
    const [mine, theirs] = [rows('丁甲乙丙'), rows('甲丁乙丙')]
    expect(merge(mine, theirs).conflicts).toEqual([
      { kind: 'order', path: 'indicators[0]', base: '4', held: '1', incoming: '2' },
    ])
    expect(names(merge(mine, theirs).record)).toBe('丁甲乙丙')
    expect(names(merge(mine, theirs, () => 'incoming').record)).toBe('甲丁乙丙')
  })

  test('moved behind a row that the other side moved away: asked', () => {
    const merged = merge(rows('乙甲丙丁'), rows('甲丙乙丁'))
    expect(merged.conflicts.map(({ kind }) => kind)).toContain('order')
  })

  test('the same row added on both sides with other texts: the texts are asked for', () => {
    const added =
      (weight: string): Change =>
      (record) => ({ ...record, indicators: [...record.indicators, { ...emptyIndicator(), name: '子', weight }] })
    expect(merge(added('5'), added('6')).conflicts).toEqual([
      { kind: 'text', path: 'indicators[4].weight', base: '', held: '5', incoming: '6' },
    ])
    expect(shown(merge(added('5'), added('6')).record)).toBe('甲10 乙10 丙10 丁10 子5')
  })
})

describe('amounts and their unit', () => {
  const counted: Change = (all) => write('funding.unit', '元')(write('funding.total', '50000')(all))
  const five: ProjectRecord = write(
    'funding.unit',
    '万元',
  )(write('funding.total', '5')(write('funding.fiscal', '4')(base)))
  const mergeAmounts = (mine: Change, theirs: Change) =>
    mergeRecords({ base: five, held: mine(five), incoming: theirs(five) })

  test('an amount the other side wrote in the old unit is asked for', () => {
    for (const sides of [
      [counted, write('funding.fiscal', '3')],
      [write('funding.fiscal', '3'), counted],
    ] as const) {
      const { conflicts } = mergeAmounts(...sides)
      expect(conflicts.map(({ path }) => path)).toEqual(['funding.fiscal'])
    }
  })

  test('other texts are not, and what only the side with the new unit wrote is taken', () => {
    const { record, conflicts } = mergeAmounts(write('purpose', '新'), counted)
    expect(conflicts).toEqual([])
    expect(record).toMatchObject({ purpose: '新', funding: { unit: '元', total: '50000', fiscal: '4' } })
  })
})

describe('without a base', () => {
  const two = (mine: Change, theirs: Change, choose?: Choose) =>
    mergeRecords({ base: null, held: mine(base), incoming: theirs(base) }, choose)

  test('every difference is asked for; what is held stands, or all that came in', () => {
    const mine: Change = (all) => write('purpose', '我')(insertIndicators(all, 1, 1))
    const theirs: Change = (all) =>
      write('indicators[0].weight', '1')(moveIndicators(removeIndicators(all, 3, 1), 2, 1, 0))
    const { record, conflicts } = two(mine, theirs)
    expect(conflicts.every((conflict) => conflict.base === null)).toBe(true)
    expect(conflicts.map(({ kind, path, held, incoming }) => [kind, path, held, incoming])).toEqual([
      ['text', 'purpose', '我', '用于送戏下乡'],
      ['row', 'indicators[1]', '', ''],
      ['text', 'indicators[3].weight', '10', '1'],
      ['row', 'indicators[4]', '丁', ''],
      ['order', 'indicators[3]', '4', '1'],
    ])
    expect(record).toEqual(mine(base))
    expect(two(mine, theirs, () => 'incoming').record).toEqual(theirs(base))
  })
})

describe('laws', () => {
  const content = ({ record }: { record: ProjectRecord }) => JSON.parse(contentText(record)) as unknown
  const wanted = (record: ProjectRecord) => content({ record })

  test('the same on both sides is the same; what one side left alone is the other', () => {
    fc.assert(
      fc.property(anyRecord, anyEdits(), (record, edit) => {
        const changed = edit(record)
        for (const [held, incoming] of [
          [changed, structuredClone(changed)],
          [changed, structuredClone(record)],
          [record, changed],
        ] as const) {
          const merged = mergeRecords({ base: record, held, incoming })
          expect(content(merged)).toEqual(wanted(changed))
          expect(merged.conflicts).toEqual([])
        }
      }),
      { numRuns: 150 },
    )
  })

  test('a change beside another takes nothing from it: what each side would be without it, with it', () => {
    // the other side changes one field nobody else writes
    fc.assert(
      fc.property(anyRecord, anyEdits(), (record, edit) => {
        const changed = edit(record)
        const beside = write('extra.旁注', '旁')
        for (const [held, incoming] of [
          [changed, beside(record)],
          [beside(record), changed],
        ] as const) {
          const merged = mergeRecords({ base: record, held, incoming })
          expect(merged.conflicts).toEqual([])
          expect(content(merged)).toEqual(wanted(beside(changed)))
        }
      }),
      { numRuns: 150 },
    )
  })

  test('either side can be had whole: by its choice at every place, where both changed everything', () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, (held, incoming) => {
        expect(content(mergeRecords({ base: null, held, incoming }))).toEqual(wanted(held))
        expect(content(mergeRecords({ base: null, held, incoming }, () => 'incoming'))).toEqual(wanted(incoming))
      }),
      { numRuns: 150 },
    )
  })

  test('which side is held changes who is asked first, not what is asked', () => {
    fc.assert(
      fc.property(anyRecord, anyEdits(3), anyEdits(3), (record, one, other) => {
        const [left, right] = [one(record), other(record)]
        const here = mergeRecords({ base: record, held: left, incoming: right })
        const there = mergeRecords({ base: record, held: right, incoming: left })
        expect(here.conflicts.length).toBe(there.conflicts.length)
      }),
      { numRuns: 150 },
    )
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
      const merged = mergeRecords({ base, held: apply(mine), incoming: structuredClone(apply(theirs)) })
      for (const path of paths) {
        const wanted = mine[path] ?? theirs[path] ?? readField(base, path)
        expect([path, readField(merged.record, path)]).toEqual([path, wanted])
      }
      const clashing = paths.filter((path) => mine[path] && theirs[path] && mine[path] !== theirs[path])
      expect(merged.conflicts.map(({ path }) => path).toSorted()).toEqual(clashing.toSorted())
    }),
  )
})

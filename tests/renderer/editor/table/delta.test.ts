import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyDelta, findDelta } from '../../../../renderer/editor/table/delta.ts'
import type { Json } from '../../../../renderer/editor/table/delta.ts'

const text = fc.constantFrom('', '甲', '乙', '≥95%')
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3 }).map((one) => ({ ...one })),
  ),
}))

test('applied to the one value it gives the other, also after JSON', () => {
  fc.assert(
    fc.property(value, value, (from, to) => {
      const delta = findDelta(from, to)
      expect(delta === null ? from : applyDelta(from, JSON.parse(JSON.stringify(delta)))).toEqual(to)
    }),
    { numRuns: 2000, seed: 7 },
  )
})

const rows = Array.from({ length: 40 }, (_, index) => ({ name: `指标${index}`, target: '≥95%' }))

test.each<[string, Json, unknown]>([
  ['one text', rows.with(3, { name: '指标3', target: '新' }), { a: [3, 36, [[3, { o: { target: '新' } }]]] }],
  [
    'an inserted row',
    rows.toSpliced(2, 0, { name: '', target: '' }),
    { a: [2, 38, [{ v: { name: '', target: '' } }]] },
  ],
  ['a removed row', rows.toSpliced(5, 1), { a: [5, 34, []] }],
  ['a moved row', rows.toSpliced(2, 1).toSpliced(4, 0, ...rows.slice(2, 3)), { a: [2, 35, [3, 4, 2]] }],
  ['a repeated row', rows.toSpliced(39, 0, ...rows.slice(0, 1)), { a: [39, 1, [{ v: rows[0] }]] }],
])('%s costs little', (_, to, delta) => {
  expect(findDelta(rows, to)).toEqual(delta)
})

test('a delta that does not fit is refused', () => {
  expect(() => applyDelta(['甲'], { a: [2, 0, []] })).toThrow()
  expect(() => applyDelta(['甲'], { a: [0, 0, [3]] })).toThrow()
  expect(() => applyDelta('甲', { o: { a: '乙' } })).toThrow()
})

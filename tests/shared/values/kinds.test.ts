import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { kindIds } from '../../../shared/values/kind-id.ts'
import { kinds } from '../../../shared/values/kinds.ts'

test('numbers in spreadsheets are money, plan and weight alone: a value such as =3人 or a code stays text', () => {
  expect(kindIds.filter((id) => kinds[id].numeric)).toEqual(['money', 'plan', 'weight'])
})

test.each([
  ['money', '７８６,０００.00', '786,000.00'],
  ['money', '待定', '待定'],
  ['plan', '２５％', '25%'],
  ['measure', '>=95％', '≥95%'],
  ['measure', '100百分比', '100%'],
  ['weight', '10分', '10'],
  ['year', '（2024年度）', '2024'],
  ['code', '１３０１ 84', '130184'],
  ['category', '1-产出指标（50分）', '产出指标'],
  ['text', ' as typed ', ' as typed '],
] as const)('%s: %s is spelled %s', (id, text, canonical) => expect(kinds[id].canonical(text)).toBe(canonical))

test('what is not understood is told', () => {
  expect([kinds.money, kinds.weight, kinds.plan, kinds.year].map((kind) => kind.isUnderstood('约5'))).toEqual([false, false, false, false]) // prettier-ignore
  expect([kinds.money, kinds.weight, kinds.plan].map((kind) => kind.isUnderstood('5.50'))).toEqual([true, true, true])
})

test('no kind fails on any text, and the canonical spelling is stable', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kindIds), fc.string({ unit: 'binary' }), (id, text) => {
      const once = kinds[id].canonical(text)
      expect(kinds[id].canonical(once)).toBe(once)
      expect(kinds[id].isUnderstood(text)).toBeTypeOf('boolean')
    }),
    { numRuns: 2000 },
  )
})

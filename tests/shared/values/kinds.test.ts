import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { kindIds } from '../../../shared/values/kind-id.ts'
import { kinds } from '../../../shared/values/kinds.ts'

const having = (name: 'numeric' | 'multiline' | 'level' | 'choices') =>
  kindIds.filter((id) => kinds[id][name] !== false && kinds[id][name] !== null)

test('which kinds are what', () => {
  // a value such as =3人 or a code stays text in a spreadsheet
  expect(having('numeric')).toEqual(['money', 'plan', 'weight'])
  expect(having('multiline')).toEqual(['paragraphs'])
  expect(having('level')).toEqual(['category', 'subcategory'])
  expect(having('choices')).toEqual(['category', 'subcategory', 'basis', 'scoring', 'evidence'])
})

test.each([
  ['money', ' ７８６,０００.00', '786,000.00'],
  ['money', '12。5', '12.5'],
  ['money', '1，200。50', '1,200.50'],
  ['money', '。5', '.5'],
  ['money', '12 。5', '12.5'],
  ['money', '￥１２。５万元', '¥12.5万元'],
  ['money', '待定', '待定'],
  ['money', '约5。', '约5。'],
  ['plan', '２５％', '25%'],
  ['plan', '2。5', '2.5'],
  ['weight', '2。5', '2.5'],
  ['weight', '10分', '10分'],
  ['year', '（２０２４年度）', '2024'],
  ['year', '二〇二四', '二〇二四'],
  ['currency-unit', '单位：万元', '万元'],
  ['currency-unit', '（元）', '元'],
  ['code', ' １３０１84 ', '130184'],
  ['text', ' as typed。5 ', ' as typed。5 '],
  ['measure', '＞=９５％', '＞=９５％'],
] as const)('%s: %s is kept as %s', (id, typed, kept) => expect(kinds[id].clean(typed)).toBe(kept))

test('no kind fails on any text, and what is clean stays as it is', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kindIds), fc.string({ unit: 'binary' }), (id, text) => {
      const once = kinds[id].clean(text)
      expect(kinds[id].clean(once)).toBe(once)
    }),
    { numRuns: 1000 },
  )
})

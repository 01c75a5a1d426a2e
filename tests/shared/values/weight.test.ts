import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatWeight, parseWeight, sumWeights } from '../../../shared/values/weight.ts'

test.each([
  ['14', '14', 0],
  ['22.5', '22.5', 1],
  ['10分', '10', 0],
  ['20%', '20', 0],
  ['１０．２５', '10.25', 2],
  ['3.125', '3.125', 3],
])('%s', (text, value, decimals) => expect(parseWeight(text)).toEqual({ raw: text, value, decimals }))

test.each(['', ' ', '无', '10分20', '一'])('%j is no weight', (text) => expect(parseWeight(text)).toBeNull())

test.each([
  [['5', '5', '10'], '20'],
  [['22.5', '14'], '36.5'],
  [['0.1', '0.2'], '0.3'],
  [['22.50', '22.50'], '45'],
  [['10', '', '无'], '10'],
  [['', '无'], ''],
])('sum of %j', (texts, sum) => expect(sumWeights(texts)).toBe(sum))

test('the typed text is kept', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\d.分% ]{0,6}$/u), (text) => {
      const weight = parseWeight(text)
      if (weight) expect(formatWeight(weight)).toBe(text)
    }),
  )
})

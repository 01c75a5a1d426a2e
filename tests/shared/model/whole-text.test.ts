import { expect, test } from 'vitest'
import { cutText, mended, mendedAll, shortened } from '../../../shared/model/whole-text.ts'

const family = '👨‍👩‍👧'

test.each([
  ['abc', 3, 'abc'],
  ['abcd', 3, 'abc'],
  ['ab𡎚d', 3, 'ab'],
  ['ab𡎚d', 4, 'ab𡎚'],
  [`a${family}b`, 5, 'a'],
  [`a${family}b`, 9, `a${family}`],
  ['葛\u{e0100}城', 2, ''], // a character and the shape chosen for it
  ['e\u0301e\u0301', 3, 'e\u0301'],
  [`e${'\u0301'.repeat(200)}`, 100, `e${'\u0301'.repeat(99)}`], // no writing: cut somewhere
  ['𡎚', 0, ''],
])('%j in %i units', (text, limit, cut) => {
  expect(cutText(text, limit)).toBe(cut)
})

test.each([
  ['三级指标', 4, '三级指标'],
  ['三级指标一', 4, '三级指标…'],
  ['𡎚𡎚𡎚𡎚', 4, '𡎚𡎚𡎚𡎚'],
  ['𡎚𡎚𡎚𡎚𡎚', 4, '𡎚𡎚𡎚𡎚…'],
  [family.repeat(3), 2, `${family}${family}…`],
])('%j to %i characters', (text, longest, shown) => {
  expect(shortened(text, longest)).toBe(shown)
})

test('half a pair becomes U+FFFD, U+0000 goes, everything else stays', () => {
  expect(mended('甲\ud842乙\udf9a丙\0丁\u0007')).toBe('甲\ufffd乙\ufffd丙丁\u0007')
  const whole = { a: ['𡎚', 1, null, { b: true }] }
  expect(mendedAll(whole)).toBe(whole)
  expect(mendedAll({ 'k\ud842': ['\0x', { y: '\udf9a' }], n: 1, none: null })).toEqual({
    'k\ufffd': ['x', { y: '\ufffd' }],
    n: 1,
    none: null,
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textEm, textHeightPt, wrapLines } from '../../../shared/layout/row-height.ts'

describe('lines of a cell', () => {
  test('Chinese text breaks between characters at the width of the cell', () => {
    // 22 mm less padding = 56.7 pt = 5.4 characters of 10.5 pt
    expect(wrapLines('预算规模及资金用途', 22, 10.5)).toEqual(['预算规模及', '资金用途'])
  })

  test('a closing mark never starts a line', () => {
    expect(wrapLines('一二三四五，六七', 22, 10.5)).toEqual(['一二三四', '五，六七'])
  })

  test('an opening mark never ends a line', () => {
    expect(wrapLines('一二三四（五六）', 22, 10.5)).toEqual(['一二三四', '（五六）'])
  })

  test('Latin words stay whole unless longer than the line', () => {
    expect(wrapLines('甲乙丙 abc', 16, 10.5)).toEqual(['甲乙丙 ', 'abc'])
    expect(wrapLines('13062424P00012340001X', 22, 10.5).length).toBeGreaterThan(2)
  })

  test('typed line breaks stay in the text', () => {
    expect(wrapLines('一\n\n二', 50, 10.5)).toEqual(['一\n', '\n', '二'])
  })

  test('whatever the text and width, the lines joined are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 3, max: 200 }), (text, width) => {
        expect(wrapLines(text, width, 10.5).join('')).toBe(text)
      }),
    )
  })

  test('no line of plain Chinese is wider than the cell', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[一-龥]{0,80}$/), fc.integer({ min: 10, max: 120 }), (text, width) => {
        for (const line of wrapLines(text, width, 9))
          expect(textEm(line) * 9 * 0.3528).toBeLessThanOrEqual(width - 1.99)
      }),
    )
  })

  test('more text never needs less height', () => {
    expect(textHeightPt('一', 20, 10)).toBeLessThan(textHeightPt('一二三四五六七八九十', 20, 10))
    expect(textHeightPt('', 20, 10)).toBe(textHeightPt('一', 20, 10))
  })
})

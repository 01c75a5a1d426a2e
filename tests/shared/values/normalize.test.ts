import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalizeForMatch, normalizeLabel, toHalfWidth } from '../../../shared/values/text/normalize.ts'

test.each([
  ['年度预算总额：', '年度预算总额:'],
  ['其中：财政    资金', '其中:财政资金'],
  ['（补助）', '(补助)'],
  ['某财社〔2023〕34号', '某财社[2023]34号'],
  ['某财社【2023】34号', '某财社[2023]34号'],
  ['某财社［2023］34号', '某财社[2023]34号'],
  ['2019年1月—12月', '2019年1月-12月'],
  ['2019年1月－12月', '2019年1月–12月'],
  ['（ ２０ ２３ 年）', '(2023年)'],
  ['“好”', '"好"'],
  ['⻓期⼯作⽐例', '长期工作比例'],
  ['二○二四', '二〇二四'],
  ['甲\uFE0F乙\u034F', '甲乙'],
  ['「好」〝好〞', '"好""好"'],
])('%s and %s compare equal', (left, right) => expect(normalizeForMatch(left)).toBe(normalizeForMatch(right)))

test.each([
  ['项目资金（万元）：', '项目资金(万元)'],
  ['年度预算总额: ', '年度预算总额'],
  ['1.项目名称', '项目名称'],
  ['1、 项目名称：', '项目名称'],
  ['一、项目概况', '项目概况'],
  ['（一）项目概况', '项目概况'],
  ['①项目概况', '项目概况'],
  ['（一）', '(一)'],
  ['1.', '1.'],
  ['2.5万元', '2.5万元'],
  ['3月底', '3月底'],
  ['一级指标', '一级指标'],
  ['：', ''],
])('label %s → %s', (text, label) => expect(normalizeLabel(text)).toBe(label))

test('normalising again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(normalizeForMatch(normalizeForMatch(text))).toBe(normalizeForMatch(text))
    }),
    { numRuns: 2000 },
  )
})

test('half width keeps every position', () => {
  expect(toHalfWidth('≥９５％　（约）—')).toBe('≥95% (约)—')
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => toHalfWidth(text).length === text.length))
})

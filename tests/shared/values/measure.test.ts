import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canonicalMeasure,
  formatMeasure,
  isQualitative,
  isQuantitative,
  parseMeasure,
} from '../../../shared/values/measure.ts'

/** `≥ 31 万 人` : operator, number, scale, unit of a quantity, in short. */
function short(text: string): string {
  const measure = parseMeasure(text)
  if (measure.kind !== 'quantity') return measure.kind
  const { operator, implied, number, scale, unit } = measure
  return [implied ? `(${operator})` : operator, number, scale || '-', unit || '-'].join(' ')
}

test.each([
  // D1 two spellings of one operator
  ['>=48.10万人', '≥ 48.10 万 人', '≥48.10万人'],
  ['≥31万人', '≥ 31 万 人', '≥31万人'],
  ['<=5万元', '≤ 5 万 元', '≤5万元'],
  ['<=2.50万元', '≤ 2.50 万 元', '≤2.50万元'],
  ['≤197.36元/人/年', '≤ 197.36 - 元/人/年', '≤197.36元/人/年'],
  ['＞＝95％', '≥ 95 - %', '≥95%'],
  ['=>95%', '≥ 95 - %', '≥95%'],
  ['≧95%', '≥ 95 - %', '≥95%'],
  ['≦5天', '≤ 5 - 天', '≤5天'],
  ['＝０人', '= 0 - 人', '=0人'],
  ['=0人', '= 0 - 人', '=0人'],
  ['＜5%', '< 5 - %', '<5%'],
  // D2 no operator
  ['0人', '(=) 0 - 人', '0人'],
  ['390元', '(=) 390 - 元', '390元'],
  ['100%', '(=) 100 - %', '100%'],
  ['40人/年', '(=) 40 - 人/年', '40人/年'],
  ['231406.50度', '(=) 231406.50 - 度', '231406.50度'],
  ['0', '(=) 0 - -', '0'],
  ['-5%', '(=) -5 - %', '-5%'],
  // D3 wrong unit word
  ['100百分比', '(=) 100 - %', '100%'],
  ['百分之95', '(=) 95 - %', '95%'],
  ['不低于百分之九十五', '≥ 95 - %', '≥95%'],
  // D10, full width, thousands
  ['2022人,。', '(=) 2022 - 人', '2022人'],
  ['≥420,952人', '≥ 420952 - 人', '≥420952人'],
  ['≥４２０，９５２人', '≥ 420952 - 人', '≥420952人'],
  ['≥ 95 %', '≥ 95 - %', '≥95%'],
  // D21 words
  ['约40人/年', '≈ 40 - 人/年', '约40人/年'],
  ['约92万页', '≈ 92 万 页', '约92万页'],
  ['40人左右', '≈ 40 - 人', '约40人'],
  ['低于5%', '< 5 - %', '<5%'],
  ['不少于6次', '≥ 6 - 次', '≥6次'],
  ['不小于6次', '≥ 6 - 次', '≥6次'],
  ['至少6次', '≥ 6 - 次', '≥6次'],
  ['达到95%', '≥ 95 - %', '≥95%'],
  ['达到95%以上', '≥ 95 - %', '≥95%'],
  ['95%以上', '≥ 95 - %', '≥95%'],
  ['95%（含）以上', '≥ 95 - %', '≥95%'],
  ['保持在95%以上', '≥ 95 - %', '≥95%'],
  ['不超过5万元', '≤ 5 万 元', '≤5万元'],
  ['不高于5%', '≤ 5 - %', '≤5%'],
  ['不大于5%', '≤ 5 - %', '≤5%'],
  ['控制在5万元以内', '≤ 5 万 元', '≤5万元'],
  ['控制在95%以上', '≥ 95 - %', '≥95%'],
  ['5个工作日内', '≤ 5 - 个工作日', '≤5个工作日'],
  ['5天以下', '≤ 5 - 天', '≤5天'],
  ['大于3次', '> 3 - 次', '>3次'],
  ['高于3次', '> 3 - 次', '>3次'],
  ['超过3次', '> 3 - 次', '>3次'],
  ['小于3次', '< 3 - 次', '<3次'],
  ['等于3次', '= 3 - 次', '=3次'],
  // units
  ['≤3.57元/方', '≤ 3.57 - 元/方', '≤3.57元/方'],
  ['120元/人/月', '(=) 120 - 元/人/月', '120元/人/月'],
  ['120元每人每月', '(=) 120 - 元/人/月', '120元/人/月'],
  ['1.2万元/次', '(=) 1.2 万 元/次', '1.2万元/次'],
  ['3亿元', '(=) 3 亿 元', '3亿元'],
  ['5千克', '(=) 5 - 千克', '5千克'],
  ['5千人', '(=) 5 千 人', '5千人'],
  ['3个百分点', '(=) 3 - 个百分点', '3个百分点'],
  ['20个行政村', '(=) 20 - 个行政村', '20个行政村'],
  ['300标箱', '(=) 300 - 标箱', '300标箱'],
  ['10㎡', '(=) 10 - ㎡', '10㎡'],
  ['5户籍', '(=) 5 - 户籍', '5户籍'],
])('%s', (text, meaning, canonical) => {
  expect(short(text)).toBe(meaning)
  expect(canonicalMeasure(parseMeasure(text))).toBe(canonical)
})

test.each([
  ['48.10万人', '481000'],
  ['3亿元', '300000000'],
  ['1.2345亿', '123450000'],
  ['197.36元/人/年', '197.36'],
  ['0.1千米', '0.1'],
])('%s is exactly %s', (text, value) => expect(parseMeasure(text)).toMatchObject({ kind: 'quantity', value }))

test('a remark in brackets is kept', () => {
  expect(parseMeasure('>=100%（全覆盖）')).toMatchObject({ kind: 'quantity', operator: '≥', note: '(全覆盖)' })
  expect(canonicalMeasure(parseMeasure('>=100%（全覆盖）'))).toBe('≥100%(全覆盖)')
})

test.each(['', ' ', '　', '**', 'XX', '××', 'xx%', '≥XX万元', '**人', '≥__%', '—', '——', '-', '/', '无', '……', '***%'])(
  'placeholder %j',
  (text) => expect(parseMeasure(text).kind).toBe('placeholder'),
)

describe('ranges', () => {
  test.each([
    ['2-7秒内', ['2', '秒'], ['7', '秒'], '2-7秒内'],
    ['80-90%', ['80', '%'], ['90', '%'], '80-90%'],
    ['80％～90％', ['80', '%'], ['90', '%'], '80%-90%'],
    ['5至10天', ['5', '天'], ['10', '天'], '5-10天'],
    ['5到10天', ['5', '天'], ['10', '天'], '5-10天'],
    ['5—10天以内', ['5', '天'], ['10', '天'], '5-10天内'],
    ['在80%-90%之间', ['80', '%'], ['90', '%'], '80%-90%'],
    ['31-35万人', ['310000', '人'], ['350000', '人'], '31-35万人'],
    ['约2-7秒', ['2', '秒'], ['7', '秒'], '约2-7秒'],
  ])('%s', (text, from, to, canonical) => {
    const measure = parseMeasure(text)
    expect(measure).toMatchObject({
      kind: 'range',
      from: { value: from[0], unit: from[1] },
      to: { value: to[0], unit: to[1] },
    })
    expect(canonicalMeasure(measure)).toBe(canonical)
  })
})

test.each([
  ['±5%', '5', '%'],
  ['±0.5℃以内', '0.5', '℃'],
])('tolerance %s', (text, value, unit) => expect(parseMeasure(text)).toMatchObject({ kind: 'tolerance', value, unit }))

const point = (date: readonly (number | null)[]) => ({ year: date[0], month: date[1], day: date[2] })

test.each([
  ['2024年', null, [2024, null, null]],
  ['2024年12月', null, [2024, 12, null]],
  ['2024年12月31日前', null, [2024, 12, 31]],
  ['２０２４年12月底前', null, [2024, 12, null]],
  ['2024年6月末', null, [2024, 6, null]],
  ['2024年12月底前完成', null, [2024, 12, null]],
  ['≤2024年12月31日', null, [2024, 12, 31]],
  ['2024-06', null, [2024, 6, null]],
  ['2024-06-30', null, [2024, 6, 30]],
  ['2024.06.30', null, [2024, 6, 30]],
  ['10月底', null, [null, 10, null]],
  ['12月底前', null, [null, 12, null]],
  ['12月31日前', null, [null, 12, 31]],
  ['第3季度末', null, [null, 9, null]],
  ['第四季度', null, [null, 12, null]],
  ['2024年二季度末', null, [2024, 6, null]],
  ['年底前', null, [null, 12, null]],
  ['2019年1月-2019年12月', [2019, 1, null], [2019, 12, null]],
  ['2019年1月1日至2019年12月31日', [2019, 1, 1], [2019, 12, 31]],
  ['2019-01-2019-12', [2019, 1, null], [2019, 12, null]],
  ['2023-2025年', [2023, null, null], [2025, null, null]],
  ['2024年1-6月', [2024, 1, null], [null, 6, null]],
])('date %s', (text, from, to) => {
  expect(parseMeasure(text)).toEqual({ kind: 'date', raw: text, from: from && point(from), to: point(to) })
})

test.each(['2024年13月', '2023年2月29日', '2024.12', '≤5月', '5月内', '5年', '3个月', '15日内'])(
  '%s is no date',
  (text) => expect(parseMeasure(text).kind).not.toBe('date'),
)

test.each([
  ['每季度', '季度', null, null],
  ['每季度结束后的,', '季度', null, null],
  ['每年度结束后的,', '年', null, null],
  ['每月结束后5日内', '月', 5, null],
  ['每季度结束后的15个工作日内', '季度', 15, null],
  ['每季度结束后十五日内', '季度', 15, null],
  ['每月10日前', '月', 10, null],
  ['每年2次', '年', null, 2],
])('cadence %s', (text, period, days, times) =>
  expect(parseMeasure(text)).toEqual({ kind: 'cadence', raw: text, period, days, times }),
)

test.each([
  '提高', '有效提高', '有所提高', '明显提升', '明显改善', '持续提高', '持续改善', '及时', '合规', '相符', '正常运行', '保障', '长期', '普及', '逐步开展',
  '逐步推开', '达成目标', '有所提高。', ' 提高 ',
])('graded %s', (text) => expect(parseMeasure(text).kind).toBe('graded')) // prettier-ignore

test.each([
  '保障参保群众按时享受待遇',
  '1次性发放',
  '24小时值班',
  '5次、10人',
  '参保率≥95%',
  '提高5%',
  '1.2.3',
  '≥',
  '约',
  '第1名次为先',
  '5万万内以上',
  '10人以上以内',
])('free text %s', (text) => expect(parseMeasure(text).kind).toBe('text'))

test('quantitative and qualitative', () => {
  expect(['≥5人', '2-7秒内', '±5%'].map((text) => isQuantitative(parseMeasure(text)))).toEqual([true, true, true])
  expect(['有所提高', '按规定办理各项业务'].map((text) => isQualitative(parseMeasure(text)))).toEqual([true, true])
  const neither = ['2024年', '每季度', '无'].map(parseMeasure)
  expect(neither.map((measure) => isQuantitative(measure) || isQualitative(measure))).toEqual([false, false, false])
})

const pieces = fc.constantFrom('≥', '<=', '约', '不低于', '以上', '内', '5', '31', '4.50', ',', '万', '%', '人', '元', '/', '年', '月', '-', '±', '每', '季度', '底', '前', '(', '）', 'X', '*', ' ', '。', '提高', '百分之', '百分比') // prettier-ignore
const anyText = fc.oneof(
  fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
)

test('any text is kept', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(formatMeasure(parseMeasure(text))).toBe(text)
    }),
    { numRuns: 3000 },
  )
})

test('the form’s spelling means the same and is spelled the same again', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const measure = parseMeasure(text)
      const again = parseMeasure(canonicalMeasure(measure))
      expect({ ...again, raw: '' }).toEqual({ ...measure, raw: '' })
      expect(canonicalMeasure(again)).toBe(canonicalMeasure(measure))
    }),
    { numRuns: 5000 },
  )
})

test('a generated quantity is read back exactly', () => {
  const sign = fc.constantFrom('≥', '≤', '>', '<', '=', '约', '')
  const number = fc.stringMatching(/^(?:0|[1-9]\d{0,11})(?:\.\d{1,6})?$/u)
  const unit = fc.constantFrom('', '人', '%', '元/人/月', '方', '标箱', '件', '公里')
  const scale = fc.constantFrom('', '万', '亿')
  fc.assert(
    fc.property(sign, number, scale, unit, (sign, number, scale, unit) => {
      const text = sign + number + scale + (unit === '%' && scale !== '' ? '' : unit)
      expect(parseMeasure(text)).toMatchObject({ kind: 'quantity', number, scale })
      expect(canonicalMeasure(parseMeasure(text))).toBe(text)
    }),
  )
})

test('a sentence of any length is read at once', () => {
  expect(parseMeasure('.'.repeat(100_000)).kind).toBe('text')
  expect(parseMeasure(' '.repeat(100_000)).kind).toBe('placeholder')
})

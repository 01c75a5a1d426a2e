import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyIndicator } from '../../../shared/model/project.ts'
import type { Indicator } from '../../../shared/model/project.ts'
import { formatIndicatorList, parseIndicatorList } from '../../../shared/values/packed/indicator-list.ts'
import { guangzhouLevels as levels } from './levels-of-guangzhou.ts'

const parse = (text: string) => parseIndicatorList(text, levels)
const format = (indicators: Indicator[]) => formatIndicatorList(indicators, levels)
const indicator = (fields: Partial<Indicator>): Indicator => ({ ...emptyIndicator(), ...fields })

const published =
  '1、1-产出指标；11-数量指标；走访户数；实施周期指标值:约40户/年；年度指标值:约40户/年。' +
  '2、1-产出指标；13-时效指标；档案调阅时间；实施周期指标值:2-7秒内；年度指标值:2-7秒内。' +
  '3、2-效益指标；22-社会效益；营造稳定、和谐的环境，提升幸福感；实施周期指标值:提升；年度指标值:提升。'

describe('a published cell', () => {
  test('is read into indicators without codes', () => {
    const { indicators, problems, rest } = parse(published)
    expect(problems).toEqual([])
    expect(rest).toBe('')
    expect(indicators).toHaveLength(3)
    expect(indicators[0]).toEqual(
      indicator({
        category: '产出指标',
        subcategory: '数量指标',
        name: '走访户数',
        termTarget: '约40户/年',
        target: '约40户/年',
      }),
    )
    expect(indicators[2]?.subcategory).toBe('社会效益')
  })

  test('is given back as it was', () => expect(format(parse(published).indicators)).toBe(published))

  test.each([
    ['codes of another table', '1、5-产出指标；57-数量指标；户数；实施周期指标值:4户；年度指标值:4户。'],
    ['a level the form does not know', '1、7-过程指标；71-制度指标；健全；实施周期指标值:是；年度指标值:是。'],
    [
      'numbered text in a value',
      '1、1-产出指标；11-数量指标；方案；实施周期指标值:1、编；2、审。3、发；年度指标值:1、编。2、审；发；。',
    ],
    [
      'a numbered value before the entry of that number',
      '1、1-产出指标；11-数量指标；方案；实施周期指标值:编；年度指标值:编。2、审；发；改。2、1-产出指标；11-数量指标；册；实施周期指标值:1册；年度指标值:1册。',
    ],
    ['numbered text in a name', '1、1-产出指标；11-数量指标；第一。2、加强；提高；实施周期指标值:1；年度指标值:2。'],
    ['full stops and semicolons', '1、1-产出指标；11-数量指标；甲；乙。丙；实施周期指标值:。；；年度指标值:；。。'],
  ])('%s: given back as it was, with nothing invisible', (_, text) => expect(format(parse(text).indicators)).toBe(text))

  test('foreign codes are kept in extra', () => {
    const [first] = parse('1、5-产出指标；11-数量指标；户数；实施周期指标值:4户；年度指标值:4户。').indicators
    expect(first?.extra).toEqual({ 一级指标编码: '5' })
  })
})

describe('variants are tolerated', () => {
  const two = parse(published).indicators.slice(0, 2)
  test.each([
    ['half-width ; and full-width ：', published.replaceAll('；', ';').replaceAll(':', '：')],
    ['line breaks between entries', published.replaceAll('。', '。\n')],
    ['line breaks without 。', published.replaceAll('。', '\r\n')],
    ['line breaks between the parts', published.replaceAll('；', '；\n')],
    ['a dot behind the number', published.replace('2、', '2.')],
    ['no codes', published.replaceAll(/\d+-(?=[产数时效社])/gu, '')],
  ])('%s', (_, text) => expect(parse(text).indicators.slice(0, 2)).toEqual(two))

  test('no 实施周期指标值', () => {
    const [first] = parse('1、1-产出指标；11-数量指标；户数；年度指标值:4户。').indicators
    expect([first?.name, first?.termTarget, first?.target]).toEqual(['户数', '', '4户'])
  })

  test('a missing part, name or number is told', () => {
    const { indicators, problems } = parse(
      '1、1-产出指标；11-数量指标；户数；实施周期指标值:4户。4、1-产出指标；11-数量指标；年度指标值:4户。',
    )
    expect(indicators.map((one) => [one.name, one.termTarget, one.target])).toEqual([
      ['户数', '4户', ''],
      ['', '', '4户'],
    ])
    expect(problems.map((one) => one.index)).toEqual([0, 1, 1])
    expect(problems[1]?.message).toContain('序号是“4”')
  })

  test('text before the first entry and text without entries is rest', () => {
    expect(parse(`说明。${published}`).rest).toBe('说明。')
    expect(parse('见附件')).toEqual({ indicators: [], problems: [], rest: '见附件' })
    expect(parse('')).toEqual({ indicators: [], problems: [], rest: '' })
  })
})

const marks = [
  '；', ';', '。', '、', ':', '：', '-', ' ', '\n', '\u2060', '1', '2、', '3.', '11-', '1-产出指标', '11-数量指标', '产出指标', '效益指标',
  '实施周期指标值:', '年度指标值:', '；年度指标值:', '；实施周期指标值：', '。2、1-产出指标；11-数量指标；', '2、x；y；', '实施周期', '年度', '指标值', '好',
] // prettier-ignore
const hostileText = fc.array(fc.constantFrom(...marks), { maxLength: 6 }).map((parts) => parts.join(''))
const anyText = fc.oneof(hostileText, fc.string({ unit: 'grapheme', maxLength: 12 }))
const level = fc.oneof(fc.constantFrom('产出指标', '数量指标', '效益指标', '社会效益'), anyText)
const indicators = fc.array(
  fc
    .record({ category: level, subcategory: level, name: anyText, termTarget: anyText, target: anyText })
    .map(indicator),
  { maxLength: 5 },
)

test('reading what was formatted gives the same indicators, whatever they contain', () => {
  fc.assert(
    fc.property(indicators, (list) => {
      expect(parse(format(list)).indicators).toEqual(list)
    }),
    { numRuns: 3000 },
  )
})

test('codes survive', () => {
  const code = fc.integer({ min: 0, max: 999 }).map((number) => `9${number}`)
  fc.assert(
    fc.property(indicators, code, code, (list, first, second) => {
      const withCodes = list.map((one) => ({ ...one, extra: { 一级指标编码: first, 二级指标编码: second } }))
      expect(parse(format(withCodes)).indicators).toEqual(withCodes)
    }),
    { numRuns: 500 },
  )
})

test('any text is read, and what was read settles after one round', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...marks), { maxLength: 30 }), (parts) => {
      const first = parse(parts.join('')).indicators
      expect(parse(format(first)).indicators).toEqual(first)
    }),
    { numRuns: 2000 },
  )
})

test('invisible protection appears only where the plain text would be misread', () => {
  const name = '完成年度指标值情况。2、加强管理；提高'
  expect(format([indicator({ category: '产出指标', subcategory: '数量指标', name, target: '是' })])).not.toContain(
    '\u2060',
  )
  const target = '是。2、1-产出指标；11-数量指标；'
  expect(format([indicator({ category: '产出指标', subcategory: '数量指标', name, target })])).toContain('\u2060')
})

/** The small readers of texts: tags, level words, joined values, labels with their value in one cell. */
import { describe, expect, test } from 'vitest'
import { cleanText } from '../../../shared/reading/words/clean-text.ts'
import { splitInlineLabels } from '../../../shared/reading/header/inline-labels.ts'
import { joinMeasure } from '../../../shared/reading/words/join-measure.ts'
import { currencyIn, extraKey, fieldOf } from '../../../shared/reading/words/labels.ts'
import { isUnfilledPrint, levelText, nameText } from '../../../shared/reading/words/level-text.ts'
import { isPageNumber, isTitleText, yearInTitle, yearLine } from '../../../shared/reading/lines/table-lines.ts'

test.each([
  ['<p>目标1、完成。</p> <p>目标2、提高。</p>', '目标1、完成。\n目标2、提高。'],
  ['目标一<br/>目标二&nbsp;完成', '目标一\n目标二 完成'],
  ['<5分钟且>1分钟', '<5分钟且>1分钟'],
  ['  前后空白 ', '前后空白'],
  ['一\r\n二', '一\n二'],
])('text of %j', (raw, text) => expect(cleanText(raw).text).toBe(text))

test.each([
  ['11-数量指标', '数量指标'],
  ['产出指标（50分）', '产出指标'],
  ['产出指标（40-50分）', '产出指标'],
  ['产\n出\n指\n标', '产出指标'],
  ['效 益 指 标', '效益指标'],
  ['服务对象 满意度指标', '服务对象满意度指标'],
  ['项目完成指标', '项目完成指标'],
])('level %j', (raw, text) => expect(levelText(raw)).toBe(text))

test.each([
  ['指标1：参保人数', '参保人数'],
  ['1.参保人数', '参保人数'],
  ['（三）参保人数', '参保人数'],
  ['②参保人数', '参保人数'],
  ['2022年重复建档人数', '2022年重复建档人数'],
  ['3-6岁儿童入园率', '3-6岁儿童入园率'],
  ['1.5米护栏长度', '1.5米护栏长度'],
  ['12345热线办结率', '12345热线办结率'],
])('name %j', (raw, text) => expect(nameText(raw)).toBe(text))

test.each(['指标1：', '指标1', '……', '…', '1.', '指标', '...'])('%j is a placeholder', (text) =>
  expect(isUnfilledPrint(text)).toBe(true),
)
test.each(['参保人数', '指标完成率', '0人', '3G'])('%j is none', (text) => expect(isUnfilledPrint(text)).toBe(false))

test.each([
  ['≥', '95', '%', '≥95%', ''],
  ['=', '=100%', '%', '=100%', ''],
  ['定性', '优良中低差', '', '优良中低差', '定性'],
  ['文字描述', '', '有效改善', '有效改善', '文字描述'],
  ['≥', '', '%', '', ''],
  ['', '12', '次', '12次', ''],
  ['≤', '3', '/', '≤3', ''],
])('%s + %s + %s', (sign, value, unit, text, nature) =>
  expect(joinMeasure(sign, value, unit)).toEqual({ text, nature }),
)

const parts = (text: string) => splitInlineLabels(text).map(({ id, value }) => [id, value])

describe('labels with their value in one cell', () => {
  test('one, nested, several', () => {
    expect(parts('部门名称：云溪县民政局')).toEqual([['unit.name', '云溪县民政局']])
    expect(parts('其中：财政拨款：100')).toEqual([['funding.fiscal', '100']])
    expect(parts('填报单位（盖章）：云溪县民政局　　金额单位：万元')).toEqual([
      ['unit.name', '云溪县民政局'],
      ['unit.currency', '万元'],
    ])
    expect(parts('填报人：  单位负责人：  填报日期：')).toEqual([
      ['extra', ''],
      ['extra', ''],
      ['extra', ''],
    ])
  })
  test('prose is no label', () => {
    expect(parts('目标1：完成参保登记。')).toEqual([])
    expect(parts('本年度工作重点有：提高参保率。')).toEqual([])
  })
})

test('labels are found in every print', () => {
  expect(
    ['其中:财政    资金', '其中：财政拨款', '财政拨款（万元）：', '1.财政拨款'].map((text) =>
      fieldOf(text.normalize('NFKC').replace(/\s/g, '').replace(/:$/, '').replace(/^1\./, '')),
    ),
  ).toEqual(['funding.fiscal', 'funding.fiscal', 'funding.fiscal', 'funding.fiscal'])
  expect(fieldOf('区扶贫办审核意见')).toBe('extra')
  expect(fieldOf('constructor')).toBeUndefined()
  expect(extraKey(' 主管部门\n及代码： ')).toBe('主管部门及代码')
  expect([
    currencyIn('项目资金(万元)'),
    currencyIn('金额单位:元'),
    currencyIn('资金情况(单位:万元)'),
    currencyIn('单位名称'),
  ]).toEqual(['万元', '元', '万元', ''])
})

test('lines that are titles, years, page numbers', () => {
  expect(
    ['项目支出绩效目标表（含转移支付项目）', '云溪县医疗救助绩效目标表', '部门整体支出绩效自评表(2023年度)'].map(
      isTitleText,
    ),
  ).toEqual([true, true, true])
  expect(['年度绩效目标', '绩效目标', '本部门编制了绩效目标表。', '收支预算总表'].map(isTitleText)).toEqual([
    false,
    false,
    false,
    false,
  ])
  expect(['(2023年)', '（2024年度）', '( 2021 年度)', '(20 17 年度)', '2020年度)', '2023年1月'].map(yearLine)).toEqual([
    '2023',
    '2024',
    '2021',
    '2017',
    '2020',
    '',
  ])
  expect(
    ['云溪市2022年市直部门项目支出绩效目标表', '绩效目标表(2021年度)', '2023年-2025年绩效目标表', '绩效目标表'].map(
      yearInTitle,
    ),
  ).toEqual(['2022', '2021', '', ''])
  expect(['— 12 —', '第3页', '第 1 页 共 2 页', '12/40', '2024年'].map(isPageNumber)).toEqual([
    true,
    true,
    true,
    true,
    false,
  ])
})

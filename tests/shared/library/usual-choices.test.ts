import { describe, expect, test } from 'vitest'
import { observedDefaults } from '../../../shared/library/observed-defaults.ts'
import { chosenFields, habitOf, observedChoice, valueKind } from '../../../shared/library/usual-choices.ts'
import { emptyIndicator } from '../../../shared/model/project.ts'
import type { Indicator } from '../../../shared/model/project.ts'
import { hebeiXinle2024 } from '../../../shared/templates/hebei-xinle-2024.ts'
import { xinjiangKorla2023 } from '../../../shared/templates/xinjiang-korla-2023.ts'

const row = (subcategory: string, target: string, more: Partial<Indicator> = {}): Indicator => ({
  ...emptyIndicator(),
  subcategory,
  target,
  ...more,
})
const observed = (indicator: Indicator) =>
  chosenFields.map((field) => observedChoice(xinjiangKorla2023, indicator, field)).join('、')

describe('kind of a value', () => {
  test.each([
    ['≥95%', 'quantitative'],
    ['2-7秒内', 'quantitative'],
    ['18条', 'quantitative'],
    ['=18条', 'equal'],
    ['＝１８条', 'equal'],
    ['有所提高', 'qualitative'],
    ['2024年12月底前', 'any'],
    ['', null],
    ['/', null],
  ])('%s: %s', (target, kind) => {
    expect(valueKind(target)).toBe(kind)
  })
})

describe('observed choices', () => {
  test.each([
    ['数量指标', '≥10场', '历史标准、按照正常比例赋分、工作资料'],
    ['数量指标', '=10场', '历史标准、按照正常比例赋分、工作资料'],
    ['经济成本指标', '≤3万元', '预算支出标准、按照正常比例赋分、原始凭证'],
    ['社会效益指标', '有所提高', '历史标准、按评判等级赋分、工作资料'],
    ['社会效益指标', '≥90%', '历史标准、按照正常比例赋分、工作资料'],
    ['质量指标', '=100%', '历史标准、直接赋分、工作资料'],
    ['质量指标', '≥98%', '历史标准、按照正常比例赋分、工作资料'],
    ['时效指标', '2024年12月底前', '、直接赋分、工作资料'],
    ['满意度指标', '≥95%', '历史标准、满意度赋分、说明材料'],
    ['生态效益指标', '≥95%', '、、'],
    ['数量指标', '若干', '、、'],
    ['数量指标', '', '、、'],
  ])('%s %s: %s', (subcategory, target, expected) => {
    expect(observed(row(subcategory, target))).toBe(expected)
  })

  test('every choice is one of the form it was observed on; a form that offers others gets none', () => {
    for (const one of observedDefaults)
      for (const field of chosenFields) expect(['', ...xinjiangKorla2023.vocabulary[field]]).toContain(one[field])
    expect(observedChoice(hebeiXinle2024, row('数量指标', '≥10场'), 'basis')).toBe('')
    expect(observedChoice(hebeiXinle2024, row('数量指标', '≥10场'), 'scoring')).toBe('')
  })
})

test('the habit of a table: the most frequent choice of rows of the same second level and kind of value', () => {
  const own = row('数量指标', '≥1次')
  const table = [
    row('数量指标', '≥2次', { basis: '工作安排' }),
    row('数量指标', '≥3次', { basis: '政策文件' }),
    row('数量指标', '≥4次', { basis: '政策文件' }),
    row('数量指标', '有所提高', { basis: '历史依据' }),
    row('质量指标', '≥5次', { basis: '历史依据' }),
    own,
  ].map((one) => ({ ...one, uses: 1 }))
  const any = () => true
  expect(habitOf(table, any)(own, 'basis')).toBe('政策文件')
  expect(habitOf(table.slice(0, 2), any)(own, 'basis')).toBe('工作安排')
  expect(habitOf(table, any)(own, 'evidence')).toBe('')
  expect(habitOf(table, (_, text) => text !== '政策文件')(own, 'basis')).toBe('工作安排')
  const often = table.map((one, at) => (at === 0 ? { ...one, uses: 3 } : one))
  expect(habitOf(often, any)(own, 'basis')).toBe('工作安排')
})

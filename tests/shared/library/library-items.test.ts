import { expect, test } from 'vitest'
import { measured } from '../../../shared/library/common-indicator.ts'
import { libraryItems } from '../../../shared/library/library-items.ts'
import type { LearnedTexts, LibraryItem } from '../../../shared/library/library-items.ts'
import { builtIn } from '../../../shared/templates/built-in.ts'
import type { Template } from '../../../shared/templates/template.ts'

const form = (id: string): Template => {
  const found = builtIn.find(id)
  if (!found) throw new Error(`no template ${id}`)
  return found
}

const learned = (subcategory: string, name: string, uses: number, ownUses: number, more = {}): LearnedTexts => ({
  subcategory,
  name,
  description: '',
  termTarget: '',
  target: '',
  basis: '',
  scoring: '',
  evidence: '',
  uses,
  ownUses,
  ...more,
})

const common = [
  ...measured('质量指标', [['完好率', '≥', '%', '≥95%', '完好的占全部的比例', '交通 设备']]),
  ...measured('数量指标', [['巡查次数', '≥', '次', '', '按计划开展的巡查', '执法 检查']]),
  ...measured('可持续影响指标', [['使用年限', '≥', '年', '', '可以使用的年数', '建设 设备']]),
]
const told = ({ subcategory, texts, uses, ownUses }: LibraryItem) => [subcategory, texts.name, ownUses, uses]

test('in the order of the form; the own ones, the common ones, those of others; no level the form does not have', () => {
  const items = libraryItems(
    form('xinjiang-korla-2023'),
    [
      learned('质量指标', '自己的', 5, 3),
      learned('数量指标', '自己的', 1, 1),
      learned('数量指标', '别人的', 9, 0),
      learned('可持续影响指标', '别的', 1, 1),
      learned('满意度', '满意度', 2, 0),
    ],
    common,
  )
  expect(items.map(told)).toEqual([
    ['数量指标', '自己的', 1, 1],
    ['数量指标', '巡查次数', 0, 0],
    ['数量指标', '别人的', 0, 9],
    ['质量指标', '自己的', 3, 5],
    ['质量指标', '完好率', 0, 0],
    ['满意度指标', '满意度', 0, 2],
  ])
})

test('a common one that was used is there once: with what the unit wrote, explained where the unit did not', () => {
  const [own] = libraryItems(
    form('hebei-xinle-2024'),
    [learned('质量指标', '完 好率', 4, 2, { target: '≥92%', basis: '历史依据' })],
    common.slice(0, 1),
  )
  expect(own).toMatchObject({ ownUses: 2, uses: 4, example: '≥…%', keywords: '交通 设备' })
  expect(own?.texts).toMatchObject({ target: '≥92%', basis: '历史依据', description: '完好的占全部的比例' })
})

test("one level by two forms' words is one", () => {
  const items = libraryItems(
    form('guangzhou-panyu-2024'),
    [
      learned('社会效益', '知晓率', 3, 2, { target: '≥90%' }),
      learned('社会效益指标', '知晓率', 2, 0, { target: '≥80%' }),
    ],
    [],
  )
  expect(items.map(told)).toEqual([['社会效益', '知晓率', 2, 5]])
  expect(items[0]?.texts.target).toBe('≥90%')
})

test('the value of a common one that only others used is not theirs', () => {
  const [, counted] = libraryItems(
    form('hebei-xinle-2024'),
    [
      learned('数量指标', '自己的', 1, 1),
      learned('数量指标', '巡查次数', 6, 0, { target: '≥180次', basis: '历史依据' }),
    ],
    common,
  )
  expect(counted).toMatchObject({ example: '≥…次', uses: 6, ownUses: 0 })
  expect(counted?.texts).toMatchObject({ name: '巡查次数', target: '', basis: '' })
})

import { expect, test } from 'vitest'
import {
  groupLibrary,
  shownOfGroup,
  sourceOf,
  toSearchable,
} from '../../../../renderer/editor/panels/library/library-groups.ts'
import type { LibraryItem } from '../../../../shared/library/library-items.ts'

const item = (subcategory: string, name: string, keywords = '', ownUses = 0, uses = ownUses): LibraryItem => ({
  key: `${subcategory}:${name}`,
  subcategory,
  texts: { subcategory, name, description: '', termTarget: '', target: '', basis: '', scoring: '', evidence: '' },
  example: '',
  keywords,
  ownUses,
  uses,
})

const items = [
  item('数量指标', '参加培训人次', '', 3),
  item('数量指标', '培训人次', '教育 人社'),
  item('数量指标', '资助学生人数', '教育 学校'),
  item('质量指标', '培训合格率', '教育 人社'),
  item('满意度指标', '家长满意度', '教育 学校'),
].map(toSearchable)

const found = (search: string, first = '') =>
  groupLibrary(items, search, first).map(({ subcategory, items: some }) => [
    subcategory,
    ...some.map(({ texts }) => texts.name),
  ])

test('all in the order of the form, the level of the cursor first', () => {
  expect(found('').map(([subcategory]) => subcategory)).toEqual(['数量指标', '质量指标', '满意度指标'])
  expect(found('', '满意度指标').map(([subcategory]) => subcategory)).toEqual(['满意度指标', '数量指标', '质量指标'])
  expect(found('')[0]).toEqual(['数量指标', '参加培训人次', '培训人次', '资助学生人数'])
})

test('names that begin with the words come first; found by pinyin, initials, field of work, level, several words', () => {
  expect(found('培训')).toEqual([
    ['数量指标', '培训人次', '参加培训人次'],
    ['质量指标', '培训合格率'],
  ])
  expect(found('pxhg')).toEqual([['质量指标', '培训合格率']])
  expect(found('manyi')).toEqual([['满意度指标', '家长满意度']])
  expect(found('学校')).toEqual([
    ['数量指标', '资助学生人数'],
    ['满意度指标', '家长满意度'],
  ])
  expect(found('质量 教育')).toEqual([['质量指标', '培训合格率']])
  expect(found('没有的')).toEqual([])
})

test('of a long group the best are shown, and how many more there are', () => {
  const many = Array.from({ length: shownOfGroup + 5 }, (_, index) => toSearchable(item('数量指标', `第${index}项`)))
  const [group] = groupLibrary(many, '', '')
  expect([group?.items.length, group?.more]).toEqual([shownOfGroup, 5])
})

test('where it comes from', () => {
  expect(sourceOf(item('数量指标', 'x', '教育', 5, 9))).toBe('本单位用过 5 次')
  expect(sourceOf(item('数量指标', 'x', '教育', 0, 9))).toBe('常用')
  expect(sourceOf(item('数量指标', 'x', '', 0, 9))).toBe('其他单位用过 9 次')
  expect(sourceOf(item('数量指标', 'x', '', 0, 1))).toBe('其他单位')
})

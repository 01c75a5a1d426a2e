import { originOfWord } from '../../../shared/model/origin.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { emptyIndicator } from '../../../shared/model/project.ts'
import { createWorkspace, noFindings, sampleRecord } from './workspace.ts'
import type { Workspace } from './workspace.ts'

let workspace: Workspace
beforeEach(() => (workspace = createWorkspace()))
afterEach(() => workspace.remove())

const indicator = (subcategory: string, name: string) => ({ ...emptyIndicator(), subcategory, name })

function add(unit: string, indicators: ReturnType<typeof indicator>[]): string {
  const record = { ...sampleRecord('项目', '1', unit), indicators }
  const { added } = workspace.store.projects.save({
    changes: [],
    added: [{ template: 'xinjiang-korla-2023', record, findings: noFindings }],
    removed: [],
    origin: originOfWord(''),
  })
  return added[0]?.id ?? ''
}

test('past entries of the unit, most used first, under one second level or all', () => {
  add('甲局', [indicator('数量指标', '开放天数'), indicator('质量指标', '完好率'), indicator('数量指标', '')])
  add('甲局', [indicator('数量指标', '培训次数'), indicator('质量指标', '完好率')])
  const removed = add('甲局', [indicator('数量指标', '已删除的')])
  workspace.store.projects.remove([removed])
  add('乙局', [indicator('数量指标', '别家的')])
  const { entries } = workspace.store
  expect(entries.list('甲局', 'name', '')).toEqual([
    { text: '完好率', uses: 2 },
    { text: '培训次数', uses: 1 },
    { text: '开放天数', uses: 1 },
  ])
  expect(entries.list('甲局', 'name', '数量指标').map((entry) => entry.text)).toEqual(['培训次数', '开放天数'])
  expect(entries.list('丙局', 'name', '')).toEqual([])
})

test('usual choices of the unit by second level and value, most used first; rows without a choice are none', () => {
  const row = (subcategory: string, target: string, basis: string, evidence = '') => ({
    ...emptyIndicator(),
    subcategory,
    target,
    basis,
    evidence,
  })
  add('甲局', [row('数量指标', '≥1次', '计划标准'), row('质量指标', '≥9%', ''), row('', '≥1次', '计划标准')])
  add('甲局', [row('数量指标', '≥2次', '历史标准', '工作资料'), row('数量指标', '≥2次', '历史标准', '工作资料')])
  const removed = add('甲局', [row('时效指标', '及时', '已删除的')])
  workspace.store.projects.remove([removed])
  add('乙局', [row('数量指标', '≥1次', '别家的')])
  add('', [row('数量指标', '≥1次', '没写单位的')])
  const { entries } = workspace.store
  expect(entries.usual('甲局').map(({ target, basis, evidence, uses }) => [target, basis, evidence, uses])).toEqual([
    ['≥2次', '历史标准', '工作资料', 2],
    ['≥1次', '计划标准', '', 1],
  ])
  expect(entries.usual('丙局')).toEqual([])
  expect(entries.usual('')).toEqual([])
})

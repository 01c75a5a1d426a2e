import { originOfWord } from '../../../shared/model/origin.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { emptyIndicator } from '../../../shared/model/project.ts'
import type { Indicator } from '../../../shared/model/project.ts'
import { createWorkspace, noFindings, sampleRecord } from './workspace.ts'
import type { Workspace } from './workspace.ts'

let workspace: Workspace
beforeEach(() => (workspace = createWorkspace()))
afterEach(() => workspace.remove())

const indicator = (subcategory: string, name: string, more: Partial<Indicator> = {}): Indicator => ({
  ...emptyIndicator(),
  subcategory,
  name,
  ...more,
})

function add(unit: string, time: string, indicators: Indicator[]): string {
  workspace.setTime(time)
  const { added } = workspace.store.projects.save({
    changes: [],
    added: [
      {
        template: 'xinjiang-korla-2023',
        record: { ...sampleRecord('项目', '1', unit), indicators },
        findings: noFindings,
      },
    ],
    removed: [],
    origin: originOfWord(''),
  })
  return added[0]?.id ?? ''
}

const short = (unit: string) =>
  workspace.store.learned.list(unit).map(({ name, ownUses, uses, target }) => [name, ownUses, uses, target])

test('each once however it is spelled, the own unit first, most used first; deleted projects teach nothing', () => {
  add('甲局', '2024-01-01T00:00:00.000Z', [indicator('数量指标', '开放天数'), indicator('质量指标', '完好率')])
  add('乙局', '2024-01-02T00:00:00.000Z', [
    indicator('数量指标', '巡查 次数'),
    indicator('数量指标 ', '巡查\n次\u200B数　'),
    indicator('质量指标', '完好率'),
    indicator('质量指标', ''),
    indicator('', '没有二级的'),
  ])
  add('', '2024-01-03T00:00:00.000Z', [indicator('质量指标', '没写单位的'), indicator('数量指标', '巡查次数')])
  workspace.store.projects.remove([add('甲局', '2024-01-04T00:00:00.000Z', [indicator('数量指标', '已删除的')])])
  expect(short('甲局')).toEqual([
    ['完好率', 1, 2, ''],
    ['开放天数', 1, 1, ''],
    ['巡查次数', 0, 3, ''],
    ['没写单位的', 0, 1, ''],
  ])
  expect(short('')[0]).toEqual(['巡查次数', 0, 3, ''])
})

test('the same name under another second level is another indicator', () => {
  add('甲局', '2024-01-01T00:00:00.000Z', [indicator('质量指标', '达标率'), indicator('社会效益指标', '达标率')])
  expect(short('甲局')).toHaveLength(2)
})

test("the texts of the project changed last, of the unit's own before those of others", () => {
  const texts = (target: string) => ({
    target,
    termTarget: `三年${target}`,
    description: `解释${target}`,
    basis: '历史标准',
    scoring: '直接赋分',
    evidence: '工作资料',
  })
  add('甲局', '2024-02-02T00:00:00.000Z', [indicator('质量指标', '完好率', texts('≥92%'))])
  add('甲局', '2024-02-01T00:00:00.000Z', [indicator('质量指标', '完好率', texts('≥91%'))])
  add('乙局', '2024-03-01T00:00:00.000Z', [indicator('质量指标', '完好率', texts('≥99%'))])
  const { learned } = workspace.store
  expect(learned.list('甲局')).toEqual([
    { subcategory: '质量指标', name: '完好率', ...texts('≥92%'), uses: 3, ownUses: 2 },
  ])
  expect(learned.list('丙局')[0]).toMatchObject({ target: '≥99%', uses: 3, ownUses: 0 })
})

test('no more than 2,000, and the most used are among them', () => {
  const many = Array.from({ length: 2100 }, (_, index) => indicator('数量指标', `第${index}项`))
  add('乙局', '2024-01-01T00:00:00.000Z', [...many, indicator('数量指标', '常用的'), indicator('数量指标', '常用的')])
  const found = short('甲局')
  expect(found).toHaveLength(2000)
  expect(found[0]).toEqual(['常用的', 0, 2, ''])
})

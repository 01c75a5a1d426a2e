import { expect, test } from 'vitest'
import { emptyIndicator, emptyRecord } from '../../../shared/model/project.ts'
import { openTestWorkspace } from './test-workspace.ts'

test('what a page saves is in the library of the next one, the own before that of other units', async () => {
  const { value } = openTestWorkspace()
  const save = (unit: string, name: string) => {
    const indicators = [{ ...emptyIndicator(), category: '产出指标', subcategory: '数量指标', name, target: '≥3次' }]
    const record = { ...emptyRecord(), unit: { code: '', name: unit }, indicators }
    const added = [{ template: 'xinjiang-korla-2023', record: { ...record } }]
    return value('projects.save', { changes: [], added, removed: [], reason: '' })
  }
  await save('乙局', '巡查次数')
  await save('乙局', '巡查次数')
  await save('甲局', '培训期数')
  const found = await value('entries.indicators', { unitName: '甲局' })
  expect(found.map(({ name, target, uses, ownUses }) => [name, target, uses, ownUses])).toEqual([
    ['培训期数', '≥3次', 1, 1],
    ['巡查次数', '≥3次', 2, 0],
  ])
})

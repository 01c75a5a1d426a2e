import { expect, test } from 'vitest'
import { fieldNames } from '../../../../renderer/editor/panels/field-names.ts'
import { versionDifference } from '../../../../renderer/editor/panels/history/version-difference.ts'
import type { ProjectRecord } from '../../../../shared/model/project.ts'
import { emptyIndicator } from '../../../../shared/model/project.ts'
import { korla, openView, recordWith, threeIndicators } from '../open-view.ts'

const names = fieldNames(openView(korla, [recordWith('', threeIndicators())]).view.state.getState().sheet.layout)
const present = recordWith('送戏下乡', threeIndicators())
const difference = (version: ProjectRecord, now: ProjectRecord) => versionDifference(version, now, names)
const shown = (version: ProjectRecord, now: ProjectRecord) =>
  difference(version, now).map(({ name, was, is }) => `${name}: ${was} → ${is}`)

test('fields and cells by the names of the form', () => {
  const [first, ...rest] = threeIndicators()
  if (!first) throw new Error('no indicator')
  const version = recordWith('旧名', [{ ...first, weight: '10', extra: { 备注: '甲' } }, ...rest])
  expect(shown(version, present)).toEqual([
    '项目名称: 旧名 → 送戏下乡',
    `第 1 个指标 指标分值权重: 10 → ${first.weight}`,
    '第 1 个指标 备注: 甲 → ',
  ])
})

test('an inserted row is one difference, a renamed one is a change of its name', () => {
  const rows = present.indicators
  const inserted = { ...present, indicators: [rows[0], { ...emptyIndicator(), name: '新增场次' }, rows[1], rows[2]] }
  expect(shown(present, inserted as ProjectRecord)).toEqual(['多了第 2 个指标：新增场次:  → 新增场次'])
  const renamed = { ...present, indicators: rows.map((row, at) => (at === 1 ? { ...row, name: '改名' } : row)) }
  expect(shown(present, renamed)).toEqual([`第 2 个指标 三级指标: ${rows[1]?.name} → 改名`])
})

test('a moved row is one difference, and goes back to its place', () => {
  const [first, second, third] = present.indicators
  if (!first || !second || !third) throw new Error('three indicators')
  const moved = { ...present, indicators: [third, first, second] }
  expect(shown(present, moved)).toEqual([`换了位置：${third.name}: 第 3 个 → 第 1 个`])
  expect(difference(present, moved)[0]?.restore(moved)).toEqual(present)
})

test('taking every difference back one after the other gives the version', () => {
  const rows = present.indicators
  const changed: ProjectRecord = {
    ...present,
    year: '2031',
    purpose: '别的用途',
    indicators: [{ ...emptyIndicator(), name: '最前' }, ...rows.slice(1).map((row) => ({ ...row, target: '=7次' }))],
  }
  let record = changed
  for (let steps = 0; steps < 50; steps++) {
    const [next] = difference(present, record)
    if (!next) break
    record = next.restore(record)
  }
  expect(record).toEqual(present)
  const shorter = { ...present, indicators: rows.slice(1) }
  expect(difference(present, shorter)).toHaveLength(1)
  expect(difference(present, shorter)[0]?.restore(shorter)).toEqual(present)
  const longer = { ...present, indicators: [...rows, { ...emptyIndicator(), name: '最后' }] }
  expect(difference(present, longer)[0]?.restore(longer)).toEqual(present)
})

test('nothing changed is no difference', () => {
  expect(difference(present, present)).toEqual([])
})

import { expect, test } from 'vitest'
import { listProblems } from '../../../../renderer/editor/panels/problems/problem-list.ts'
import type { Severity } from '../../../../shared/model/problem.ts'
import { korla, openView, recordWith, threeIndicators } from '../open-view.ts'

const finding = (path: string, severity: Severity, message = path) => ({
  code: 'R-X',
  severity,
  path,
  message,
  basis: '',
  record: 0,
})

test('worst first; the same finding of one merged cell is said once, with how often', () => {
  const rows = threeIndicators().map((row) => ({ ...row, category: '产出指标', subcategory: '数量指标' }))
  const { view } = openView(korla, [recordWith('送戏下乡', rows)])
  const groups = listProblems(view.state.getState().sheet, [
    finding('purpose', 'hint'),
    ...rows.map((_, index) => finding(`indicators[${index}].subcategory`, 'error', '不属于产出指标')),
    finding('indicators[1].name', 'error'),
  ])
  expect(groups.map(({ severity, listed }) => [severity, listed.map(({ more }) => more.length + 1)])).toEqual([
    ['error', [3, 1]],
    ['hint', [1]],
  ])
  expect(groups[0]?.listed[0]?.cell?.name).toBe('二级指标')
  expect(groups[1]?.listed[0]?.cell).toBeUndefined()
})

test('nothing found is no group', () => {
  const { view } = openView(korla, [recordWith('送戏下乡', [])])
  expect(listProblems(view.state.getState().sheet, [])).toEqual([])
})

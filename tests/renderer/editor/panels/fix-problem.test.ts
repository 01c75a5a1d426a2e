/** The button under a finding: what it says, what it changes, and that it can be undone. */
import { expect, test } from 'vitest'
import { fixLabel, fixProblem } from '../../../../renderer/editor/panels/problems/fix-problem.ts'
import { listProblems } from '../../../../renderer/editor/panels/problems/problem-list.ts'
import { checkTable } from '../../../../shared/rules/check.ts'
import { guangzhou, korla, openView, recordWith, threeIndicators } from '../open-view.ts'
import type { OpenedView } from '../open-view.ts'

const listed = ({ view }: OpenedView, code: string) =>
  listProblems(view.state.getState().sheet, checkTable(view.template, view.records()))
    .flatMap((group) => group.listed)
    .filter(({ problem }) => problem.code === code)

const levels = ({ record }: OpenedView) => record().indicators.map(({ subcategory }) => subcategory)

test('a merged level is corrected in all its rows by one click, and undone by one', () => {
  const [first, second, third] = threeIndicators()
  if (!first || !second || !third) throw new Error('three')
  const table = openView(korla, [
    recordWith('送戏下乡', [{ ...first, subcategory: '数量' }, { ...second, subcategory: '数量' }, third]),
  ])
  const [problem, ...others] = listed(table, 'R-ST-04')
  if (!problem) throw new Error('no problem')
  expect(others).toEqual([])
  expect(fixLabel(table.view, problem)).toBe('改为“数量指标”')
  fixProblem(table.view, problem)
  expect(levels(table)).toEqual(['数量指标', '数量指标', '社会效益指标'])
  expect(listed(table, 'R-ST-04')).toEqual([])
  table.view.editor.undo()
  expect(levels(table)).toEqual(['数量', '数量', '社会效益指标'])
  table.view.editor.redo()
  expect(levels(table)).toEqual(['数量指标', '数量指标', '社会效益指标'])
})

test('what is corrected in another cell is named', () => {
  const [first, ...rest] = threeIndicators()
  if (!first) throw new Error('none')
  const table = openView(korla, [recordWith('送戏下乡', [{ ...first, subcategory: '社会效益指标' }, ...rest])])
  const [problem] = listed(table, 'R-ST-04')
  if (!problem) throw new Error('no problem')
  expect(fixLabel(table.view, problem)).toBe('一级指标改为“效益指标”')
})

test('on the list form the total of the project meant is corrected', () => {
  const money = (total: string) => ({ unit: '万元' as const, total, fiscal: '10.50', special: '', other: '2.50' })
  const table = openView(guangzhou, [
    { ...recordWith('甲', threeIndicators()), funding: money('13') },
    { ...recordWith('乙', threeIndicators()), funding: money('15') },
  ])
  const [problem] = listed(table, 'R-MN-01')
  if (!problem) throw new Error('no problem')
  fixProblem(table.view, problem)
  expect([table.record(0).funding.total, table.record(1).funding.total]).toEqual(['13', '13.00'])
})

test('a finding that was put right meanwhile has no button', () => {
  const [first, ...rest] = threeIndicators()
  if (!first) throw new Error('none')
  const table = openView(korla, [recordWith('送戏下乡', [{ ...first, target: '≥90百分比' }, ...rest])])
  const [problem] = listed(table, 'R-VL-14')
  if (!problem) throw new Error('no problem')
  fixProblem(table.view, problem)
  expect(table.record().indicators[0]?.target).toBe('≥90%')
  expect(fixLabel(table.view, problem)).toBeNull()
})

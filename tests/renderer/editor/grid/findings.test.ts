import { expect, test } from 'vitest'
import { cellOfProblem, findingOf, findingsByField } from '../../../../renderer/editor/grid/findings.ts'
import { choicesFor, matchingChoices } from '../../../../renderer/editor/commands/suggestions.ts'
import { tableSums } from '../../../../renderer/editor/table/table-sums.ts'
import { cellAt } from '../../../../renderer/editor/grid/sheet-map.ts'
import { cellOf, guangzhou, korla, openView, recordWith, threeIndicators } from '../open-view.ts'

const finding = (path: string, severity: 'error' | 'hint', record = 0) => ({
  code: 'R-X',
  severity,
  path,
  message: `${severity} ${path}`,
  basis: '',
  record,
})

test('a cell shows the worst of its findings and all of their texts', () => {
  const { view } = openView(korla, [recordWith('送戏下乡', threeIndicators())])
  const { sheet } = view.state.getState()
  const found = findingsByField([finding('project.name', 'hint'), finding('project.name', 'error')], 0)
  const cell = cellAt(sheet, cellOf(view, 'project.name'))
  if (!cell) throw new Error('no cell')
  expect(findingOf(cell, found)).toEqual({ severity: 'error', text: 'hint project.name\nerror project.name' })
})

test('a packed indicator cell shows what is wrong inside it', () => {
  const { view } = openView(guangzhou, [recordWith('甲', []), recordWith('乙', threeIndicators())])
  const { sheet } = view.state.getState()
  const found = findingsByField([finding('indicators[2].name', 'error', 1)], 0)
  const cell = cellAt(sheet, cellOf(view, 'indicators', 1))
  if (!cell) throw new Error('no cell')
  expect(findingOf(cell, found)?.severity).toBe('error')
  expect(cellOfProblem(sheet, 1, 'indicators[2].name')).toBe(cell)
})

test('the choices of a second level follow its first level; typing filters, also by pinyin', () => {
  const { view } = openView(korla, [recordWith('送戏下乡', threeIndicators())])
  const cell = cellAt(view.state.getState().sheet, cellOf(view, 'indicators[2].subcategory'))
  const choices = choicesFor(view, cell)
  expect(choices).toContain('社会效益指标')
  expect(matchingChoices(choices, 'shxy')).toEqual(['社会效益指标'])
  expect(matchingChoices(choices, '社会效益指标')).toEqual([])
})

test('sums of the status line', () => {
  const { view } = openView(korla, [
    recordWith(
      '送戏下乡',
      threeIndicators().map((one) => ({ ...one, weight: '7.5' })),
    ),
  ])
  expect(tableSums(view.template, view.editor.records())).toMatchObject({ weight: { sum: '22.5', required: '90' } })
  expect(tableSums({ ...view.template, weights: null }, []).weight).toBeNull()
})

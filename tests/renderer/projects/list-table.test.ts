/** The arithmetic of the list's table: order, the rows in the window, a range of marks. */
import { expect, test } from 'vitest'
import { handInTemplates } from '../../../renderer/calls/templates.ts'
import { inOrder, newestFirst, nextOrder } from '../../../renderer/projects/list/list-order.ts'
import { rowsBetween } from '../../../renderer/projects/list/rows-between.ts'
import { rowsInWindow } from '../../../renderer/projects/list/rows-in-window.ts'
import type { ListColumn, ListOrder } from '../../../renderer/projects/list/list-order.ts'
import { builtIn } from '../../../shared/templates/built-in.ts'
import type { ProjectSummary } from '../../../shared/model/stored/projects.ts'

const project = (id: string, part: Partial<ProjectSummary>): ProjectSummary => ({
  id,
  template: 'hebei-xinle-2024',
  fiscalYear: '2024',
  stage: '',
  status: 'draft',
  year: '2024',
  unitCode: '',
  unitName: '云溪县医疗保障局',
  projectCode: '',
  projectName: '',
  total: '',
  totalText: '',
  currencyUnit: '万元',
  indicators: 0,
  findings: { error: 0, warning: 0, hint: 0 },
  updatedAt: '2024-03-01T08:00:00.000Z',
  deletedAt: null,
  ...part,
})
handInTemplates(builtIn)

const projects = [
  project('a', { projectName: '医疗救助', total: '9.5', findings: { error: 0, warning: 3, hint: 0 } }),
  project('b', { projectName: '白河镇送戏', total: '', updatedAt: '2024-03-02T08:00:00.000Z' }),
  project('c', { projectName: '校舍维修', total: '120', findings: { error: 1, warning: 0, hint: 0 } }),
]
const ordered = (order: ListOrder) =>
  inOrder(projects, order)
    .map(({ id }) => id)
    .join('')
const by = (column: ListColumn, descending = false): ListOrder => ({ column, descending })

test.each([
  ['names by pinyin', by('projectName'), 'bca'],
  ['money by value, none first', by('total'), 'bac'],
  ['the worst findings first', by('findings', true), 'cab'],
  ['the newest first, equal ones as they were', newestFirst, 'bac'],
  ['as the store has them', null, 'abc'],
  ['forms by their names', by('template'), 'abc'],
])('%s', (_, order, expected) => expect(ordered(order)).toBe(expected))

test('numbered names by their numbers, upwards and downwards', () => {
  const batches = ['第10批补助', '第2批补助', '第1批补助'].map((projectName) => project(projectName, { projectName }))
  const names = (order: ListOrder) => inOrder(batches, order).map(({ projectName }) => projectName)
  expect(names(by('projectName'))).toEqual(['第1批补助', '第2批补助', '第10批补助'])
  expect(names(by('projectName', true))).toEqual(['第10批补助', '第2批补助', '第1批补助'])
})

test('a column is sorted upwards, downwards, not at all; another begins anew', () => {
  expect(nextOrder(null, 'fiscalYear')).toEqual(by('fiscalYear'))
  expect(nextOrder(by('fiscalYear'), 'fiscalYear')).toEqual(by('fiscalYear', true))
  expect(nextOrder(by('fiscalYear', true), 'fiscalYear')).toBeNull()
  expect(nextOrder(by('fiscalYear', true), 'total')).toEqual(by('total'))
})

test.each([
  ['the top', 0, 20, 10_000, { from: 0, to: 30 }],
  ['the middle', 5000, 20, 10_000, { from: 4994, to: 5030 }],
  ['the end', 9984, 20, 10_000, { from: 9974, to: 10_000 }],
  ['a list that has become shorter', 5000, 20, 100, { from: 74, to: 100 }],
  ['few rows', 0, 20, 3, { from: 0, to: 3 }],
  ['none', 400, 20, 0, { from: 0, to: 0 }],
])('of ten thousand rows a few dozen are drawn: %s', (_, first, visible, rows, expected) => {
  expect(rowsInWindow(first, visible, rows)).toEqual(expected)
})

test('a range goes up or down; without a shown beginning it is the row alone', () => {
  expect(rowsBetween(projects, 'a', 'c')).toEqual(['a', 'b', 'c'])
  expect(rowsBetween(projects, 'c', 'b')).toEqual(['b', 'c'])
  expect(rowsBetween(projects, 'gone', 'b')).toEqual(['b'])
  expect(rowsBetween(projects, null, 'b')).toEqual(['b'])
})

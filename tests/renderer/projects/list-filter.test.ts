import { expect, test } from 'vitest'
import type { ProjectSummary } from '../../../shared/model/stored/projects.ts'
import type { ListFilter } from '../../../renderer/projects/list/list-filter.ts'
import { addHits, distinct, filterProjects, noFilter } from '../../../renderer/projects/list/list-filter.ts'

const project = (id: string, projectName: string, unitName: string, year: string): ProjectSummary => ({
  id,
  template: 'hebei-xinle-2024',
  fiscalYear: year,
  stage: '',
  status: 'draft',
  year,
  unitCode: '',
  unitName,
  projectCode: `13099924P${id}`,
  projectName,
  total: '',
  totalText: '',
  currencyUnit: '万元',
  indicators: 0,
  findings: { error: 0, warning: 0, hint: 0 },
  updatedAt: '',
  deletedAt: null,
})

const projects = [
  project('a', '医疗救助资金', '云溪县医疗保障局', '2024'),
  project('b', '送戏下乡', '白河镇文化站', '2024'),
  project('c', '校舍维修', '云溪县教育局', '2023'),
]
const inOrder = (filter: ListFilter, hits: ReadonlySet<string> | null) =>
  addHits(filterProjects(projects, filter), projects, filter, hits).map(({ id }) => id)
const found = (search: string, hits: string[] | null = null) => inOrder({ ...noFilter, search }, hits && new Set(hits))

test.each([
  ['医疗', ['a']],
  ['yljz', ['a']],
  ['songxi', ['b']],
  ['ＹＬＪＺ', ['a']],
  ['yunxi jiaoyu', ['c']],
  ['13099924P', ['a', 'b', 'c']],
  ['没有', []],
  ['', ['a', 'b', 'c']],
])('search %s', (search, expected) => {
  expect(found(search)).toEqual(expected)
})

test('what the store finds inside the records counts as well', () => {
  expect(found('锅炉', ['c'])).toEqual(['c'])
})

test('filters join', () => {
  expect(inOrder({ ...noFilter, year: '2024', unit: '白河镇文化站' }, new Set(['c']))).toEqual(['b'])
  expect(distinct(projects, 'unitName')).toEqual(['白河镇文化站', '云溪县教育局', '云溪县医疗保障局'])
})

test('projects by their findings, or without any', () => {
  const bad = { ...project('d', '图书采购', '白河镇文化站', '2024'), findings: { error: 0, warning: 2, hint: 1 } }
  const shown = (findings: ListFilter['findings']) =>
    filterProjects([...projects, bad], { ...noFilter, findings }).map(({ id }) => id)
  expect(shown('warning')).toEqual(['d'])
  expect(shown('error')).toEqual([])
  expect(shown('none')).toEqual(['a', 'b', 'c'])
})

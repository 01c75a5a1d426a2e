/** `summary`: printed, and as a file; the sums of forms in different units of money. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { emptyRecord } from '../../../shared/model/project.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import { openCommandLine } from './command-line.ts'

function project(name: string, total: string, unit: string, change: Partial<ProjectRecord> = {}) {
  const record = emptyRecord()
  record.year = '2024'
  record.unit.name = '松林市文化馆'
  record.project.name = name
  record.funding = { ...record.funding, unit, total, fiscal: total }
  return { template: 'xinjiang-korla-2023', record: { ...record, ...change } }
}

async function workspace() {
  const world = openCommandLine()
  const entries = [
    project('甲', '10', '万元'),
    project('乙', '100000', '元'),
    project('丙', '待定', '元', { unit: { code: '', name: '松林市图书馆' } }),
    project('丁', '0.005', '万元', { unit: { code: '', name: '松林市 图书馆' }, year: '2025' }),
  ]
  writeFileSync(join(world.folder, 'a.json'), JSON.stringify(entries))
  await world.run('import', 'a.json', '--workspace', 'w.db')
  return { ...world, summary: (...words: string[]) => world.run('summary', '--workspace', 'w.db', ...words) }
}

const sums = (projects: number, total: string, unreadable = 0) => ({
  projects,
  total,
  fiscal: total,
  special: '0.00',
  other: '0.00',
  unreadable,
})

test('rows and total, exact in 万元', async () => {
  const { summary } = await workspace()
  const expected = {
    rows: [
      { key: '松林市图书馆', name: '松林市图书馆', ...sums(2, '0.005', 2) },
      { key: '松林市文化馆', name: '松林市文化馆', ...sums(2, '20.00') },
    ],
    total: sums(4, '20.005', 2),
  }
  const shown = (await summary('--json')).json() as { rows: { key: string }[] }
  expect({ ...shown, rows: shown.rows.toSorted((one, other) => (one.key < other.key ? -1 : 1)) }).toEqual(expected)
  expect((await summary('--format', 'json')).json()).toEqual(shown)
  expect((await summary('--format', 'json', '--json')).json()).toEqual(shown)
  expect((await summary()).stdout).toContain('合计：4 个项目，预算 20.005 万元')
})

test('by form, of one year, and where no table says it', async () => {
  const { summary } = await workspace()
  expect((await summary('--by', 'template', '--year', '2024', '--json')).json()).toEqual({
    rows: [{ key: 'xinjiang-korla-2023', name: '新疆库尔勒 2023', ...sums(3, '20.00', 2) }],
    total: sums(3, '20.00', 2),
  })
  expect((await summary('--year', '2030', '--json')).json()).toEqual({ rows: [], total: sums(0, '0.00') })
  const fund = await summary('--by', 'fund')
  expect([fund.status, fund.stdout]).toEqual([0, expect.stringContaining('分不出来')])
})

test('of one year, also where the form prints none', async () => {
  const world = openCommandLine()
  for (const [year, total] of [
    ['2024', '3'],
    ['2025', '50000'],
  ] as const) {
    const own = project('甲', total, year === '2024' ? '万元' : '元', { year: '' })
    writeFileSync(join(world.folder, `${year}.json`), JSON.stringify({ ...own, template: 'guangzhou-panyu-2024' }))
    await world.run('import', `${year}.json`, '--workspace', 'w.db', '--year', year)
  }
  const totals = async (...words: string[]) =>
    ((await world.run('summary', '--workspace', 'w.db', '--json', ...words)).json() as { total: { total: string } })
      .total.total
  expect([await totals('--year', '2024'), await totals('--year', '2025'), await totals()]).toEqual([
    '3.00',
    '5.00',
    '8.00',
  ])
})

test('as a file: what was written beside the sums', async () => {
  const { summary } = await workspace()
  const ran = await summary('--format', 'xlsx', '--out', 'o', '--json')
  expect(ran.json()).toMatchObject({
    total: { total: '20.005' },
    written: [{ file: expect.stringMatching(/\.xlsx$/) }],
  })
  expect((await summary('--format', 'xlsx', '--out', 'o', '--year', '2030')).stderr).toContain('没有 2030 年的项目')
  expect((await summary('--format', 'json', '--out', 'o')).stderr).toContain('没有写文件')
})

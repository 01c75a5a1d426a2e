/** 所属年度 on the command line: forms that print no year, `--year`, files of ours, and what is told of each file. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { emptyIndicator, emptyRecord } from '../../../shared/model/project.ts'
import { openCommandLine } from './command-line.ts'
import type { CommandLine } from './command-line.ts'
import type { ImportOutcome } from '../../../shared/ipc/import.ts'
import type { ProjectSummary } from '../../../shared/model/stored/projects.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'

const guangzhou = 'guangzhou-panyu-2024'
const korla = 'xinjiang-korla-2023'

function record(name: string, total: string, more: Partial<ProjectRecord> = {}): ProjectRecord {
  const empty = emptyRecord()
  return {
    ...empty,
    unit: { code: '', name: '青柳区园林所' },
    project: { code: '', name, leader: '' },
    funding: { ...empty.funding, unit: '万元', total },
    indicators: [{ ...emptyIndicator(), name: '养护面积', target: '≥3公顷' }],
    ...more,
  }
}

const table = (total: string) => ['绿地养护', '花展', '口袋公园'].map((name) => record(name, total))

function open() {
  const line = openCommandLine()
  const write = (name: string, records: readonly ProjectRecord[], more: object = {}, template = guangzhou): string => {
    const entries = records.map((one) => ({ template, record: one, ...more }))
    writeFileSync(join(line.folder, name), JSON.stringify(entries))
    return name
  }
  return { ...line, write }
}

const outcomeOf = async (ran: ReturnType<CommandLine['run']>) => (await ran).json() as ImportOutcome
const listOf = async (line: CommandLine) =>
  ((await line.run('list', '--workspace', 'w.db', '--json')).json() as { projects: ProjectSummary[] }).projects

test('a table of another year is a table of its own; nothing of the year before changes', async () => {
  const line = open()
  const [before, after] = [line.write('2024.json', table('10')), line.write('2025.json', table('20'))]
  await line.run('import', before, '--workspace', 'w.db', '--year', '2024')
  const old = await listOf(line)
  const outcome = await outcomeOf(line.run('import', after, '--workspace', 'w.db', '--year', '2025', '--json'))
  expect(outcome).toMatchObject({ imported: 3, updated: 0, files: [{ outcome: 'imported', unit: '青柳区园林所' }] })
  const list = await listOf(line)
  expect(list.map(({ fiscalYear, totalText }) => `${fiscalYear} ${totalText}`)).toEqual([
    ...Array.from({ length: 3 }, () => '2024 10'),
    ...Array.from({ length: 3 }, () => '2025 20'),
  ])
  expect(list.slice(0, 3)).toEqual(old)
  expect(list.every(({ year, stage, status }) => year === '' && stage === '' && status === 'draft')).toBe(true)
  expect((await line.run('list', '--workspace', 'w.db')).stdout).toMatch(/^2024\t.*\n[^]*\n2025\t/u)
})

test('tables of several years are written into files that say which', async () => {
  const line = open()
  await line.run('import', line.write('a.json', table('10')), '--workspace', 'w.db', '--year', '2024')
  const names = async (out: string) => {
    await line.run('export', '--workspace', 'w.db', '--format', 'html', '--out', out)
    return readdirSync(join(line.folder, out)).toSorted()
  }
  const title = '青柳区园林所 项目支出绩效目标表.html'
  expect(await names('one')).toEqual([title])
  await line.run('import', line.write('b.json', table('20')), '--workspace', 'w.db', '--year', '2025')
  await line.run('import', line.write('c.json', table('30')), '--workspace', 'w.db')
  expect(await names('many')).toEqual([`2024年 ${title}`, `2025年 ${title}`, title])
})

test('without a year it stands beside the one that has a year, and that is said, naming both', async () => {
  const line = open()
  const [before, after] = [line.write('a.json', table('10')), line.write('b.json', table('20'))]
  await line.run('import', before, '--workspace', 'w.db', '--year', '2024')
  const ran = await line.run('import', after, '--workspace', 'w.db')
  expect(ran.stdout).toContain('“绿地养护”（年度未定）和已有的“绿地养护”（2024 年）只差年度')
  expect(ran.stdout).toContain('这样的项目有 3 个')
  expect((await listOf(line)).map(({ fiscalYear }) => fiscalYear)).toEqual(['', '', '', '2024', '2024', '2024'])
  const again = line.write('b.json', table('30'))
  const outcome = await outcomeOf(line.run('import', again, '--workspace', 'w.db', '--json'))
  expect(outcome).toMatchObject({ imported: 0, updated: 3 }) // '' is a year of its own
  expect((await listOf(line)).map(({ totalText }) => totalText)).toEqual(['30', '30', '30', '10', '10', '10'])
})

test('the problem stands with the table in the JSON', async () => {
  const line = open()
  await line.run('import', line.write('a.json', table('10')), '--workspace', 'w.db', '--year', '2024')
  const outcome = await outcomeOf(
    line.run('import', line.write('b.json', table('20')), '--workspace', 'w.db', '--json'),
  )
  const [first] = outcome.files[0]?.tables ?? []
  expect(first?.problems).toMatchObject([{ code: 'D-YEAR-OPEN', severity: 'hint', path: 'year' }])
})

test('a file all of whose tables are held in one year is that year’s: nothing changes', async () => {
  const line = open()
  const file = line.write('a.json', table('10'))
  await line.run('import', file, '--workspace', 'w.db', '--year', '2024')
  const outcome = await outcomeOf(line.run('import', file, '--workspace', 'w.db', '--json'))
  expect(outcome).toMatchObject({
    imported: 0,
    updated: 0,
    skipped: 3,
    identical: 1,
    files: [{ outcome: 'identical' }],
  })
  const one = line.write('one.json', [...table('10').slice(0, 2), record('口袋公园', '11')])
  expect(await outcomeOf(line.run('import', one, '--workspace', 'w.db', '--json'))).toMatchObject({ imported: 3 })
})

test('what the form prints stands against --year, and is said', async () => {
  const line = open()
  const file = line.write('a.json', [record('修路', '5', { year: '2023' })], {}, korla)
  const outcome = await outcomeOf(line.run('collect', '.', '--workspace', 'w.db', '--year', '2024', '--json'))
  expect(outcome.files[0]?.tables[0]?.problems).toMatchObject([{ code: 'D-YEAR', severity: 'hint', path: 'year' }])
  expect((await listOf(line)).map(({ fiscalYear, year }) => [fiscalYear, year])).toEqual([['2023', '2023']])
  expect((await line.run('import', file, '--workspace', 'x.db', '--year', '24')).status).toBe(2)
  expect((await line.run('import', file, '--workspace', 'x.db', '--year', '24')).stderr).toContain('四位数字')
})

test('a file of ours carries year, stage and id there and back; the id finds a project that was renamed', async () => {
  const line = open()
  await line.run(
    'import',
    line.write('a.json', table('10'), { stage: '一上' }),
    '--workspace',
    'w.db',
    '--year',
    '2024',
  )
  await line.run('export', '--workspace', 'w.db', '--format', 'json', '--out', 'o', '--single')
  const path = join('o', readdirSync(join(line.folder, 'o'))[0] ?? '')
  expect(path).toContain('2024年') // though the form prints none
  const entries = JSON.parse(readFileSync(join(line.folder, path), 'utf8')) as Record<string, unknown>[]
  const list = await listOf(line)
  expect(entries).toMatchObject(list.map(({ id }) => ({ template: guangzhou, fiscalYear: '2024', stage: '一上', id })))
  await line.run('import', path, '--workspace', 'other.db')
  const other = (await line.run('list', '--workspace', 'other.db', '--json')).json() as { projects: ProjectSummary[] }
  expect(other.projects.map(({ id, fiscalYear, stage }) => [id, fiscalYear, stage])).toEqual(
    list.map(({ id }) => [id, '2024', '一上']),
  )
  const [first] = entries
  const renamed = { ...first, record: record('城市绿地管护', '12') }
  writeFileSync(join(line.folder, 'r.json'), JSON.stringify(renamed))
  const outcome = await outcomeOf(line.run('import', 'r.json', '--workspace', 'w.db', '--json'))
  expect(outcome).toMatchObject({ imported: 0, updated: 1, files: [{ tables: [{ id: list[0]?.id }] }] })
  writeFileSync(join(line.folder, 'r.json'), JSON.stringify({ ...renamed, fiscalYear: '2025' }))
  expect(await outcomeOf(line.run('import', 'r.json', '--workspace', 'w.db', '--json'))).toMatchObject({ imported: 1 })
})

test('what of a file of ours is not what it should be is said, and the table comes in', async () => {
  const line = open()
  const file = line.write('a.json', [record('绿地养护', '1')], {
    fiscalYear: '明年',
    id: '../x',
    stage: 3,
    notes: [{}],
  })
  const ran = await line.run('import', file, '--workspace', 'w.db')
  for (const words of ['所属年度', '项目编号', '阶段', '说明和意见']) expect(ran.stderr).toContain(words)
  expect((await listOf(line)).map(({ fiscalYear, stage }) => [fiscalYear, stage])).toEqual([['', '']])
})

test.each([
  ['〔2022〕', '[2022]'],
  ['２０２２', '2022'],
  ['“群众文化”', '"群众文化"'],
  ['补助', '补\u200b助'],
  ['文化站', '⽂化站'],
])('%s and %s are one project', async (one, other) => {
  const line = open()
  const name = (text: string) => [record(`青财社${text}号关于${text}`, '1')]
  await line.run('import', line.write('a.json', name(one)), '--workspace', 'w.db', '--year', '2024')
  const [changed] = name(other).map((own) => ({ ...own, purpose: '新' }))
  const file = line.write('b.json', changed ? [changed] : [])
  const outcome = await outcomeOf(line.run('import', file, '--workspace', 'w.db', '--year', '2024', '--json'))
  expect(outcome).toMatchObject({ imported: 0, updated: 1 })
  expect(outcome.files[0]?.tables[0]?.changes).toContainEqual({ kind: 'changed', path: 'purpose', from: '', to: '新' })
})

test('a name that is nearly the same comes in new, and that is said', async () => {
  const line = open()
  const [one, other] = [[record('重度残疾人居家护理补贴', '1')], [record('重度残疾人居家护理补贴项目', '1')]]
  await line.run('import', line.write('a.json', one), '--workspace', 'w.db', '--year', '2024')
  const ran = await line.run('import', line.write('b.json', other), '--workspace', 'w.db', '--year', '2024')
  expect(ran.stdout).toContain('新增 1 个')
  expect(ran.stdout).toContain('名称很接近')
})

test('every file has one entry: taken, a copy of another, sister tables, none that could be read', async () => {
  const line = open()
  line.write('a.json', table('10'))
  line.write('b.json', table('10'))
  writeFileSync(join(line.folder, 'c.png'), 'x')
  const outcome = await outcomeOf(line.run('collect', '.', '--workspace', 'w.db', '--json'))
  expect(outcome).toMatchObject({ imported: 3, duplicates: 1, refused: 1, missing: [] })
  expect(outcome.files.map(({ outcome: one, sameAs, hidden, number }) => [one, sameAs, hidden, number])).toEqual([
    ['imported', null, 'missing', ''],
    ['duplicate', 'a.json', 'missing', ''],
    ['refused', null, null, ''],
  ])
  expect(outcome.files[2]?.error?.code).toBeTruthy()
})

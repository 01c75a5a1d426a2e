/** What each command prints and writes, through real files. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { FormRecord } from '../../../shared/model/project.ts'
import type { ReadFile } from '../../../shared/model/read-file.ts'
import { copyExamples, openCommandLine } from './command-line.ts'

interface Read {
  files: ReadFile[]
}
const recordsOf = ({ files }: Read): FormRecord[] =>
  files.flatMap(({ tables }) => tables.map(({ template, record }) => ({ template, record })))
const sorted = (entries: FormRecord[]): FormRecord[] =>
  entries.toSorted((one, other) => (one.record.project.name < other.record.project.name ? -1 : 1))

test('read names files as typed and says what each table is', async () => {
  const { folder, run } = openCommandLine()
  copyExamples(folder)
  const ran = await run(
    'read',
    '例表/hebei-xinle-2024.json',
    join(folder, '例表', 'xinjiang-korla-2023.json'),
    '--json',
  )
  const { files } = ran.json() as Read
  expect(ran.status).toBe(0)
  expect(files.map(({ file, error, tables }) => [file, error, tables.length])).toEqual([
    ['例表/hebei-xinle-2024.json', null, 7],
    [join(folder, '例表', 'xinjiang-korla-2023.json'), null, 12],
  ])
  expect(Object.keys(files[0]?.tables[0] ?? {}).toSorted()).toEqual([
    'kind',
    'problems',
    'record',
    'source',
    'template',
  ])
  expect(files[0]?.tables[0]).toMatchObject({ template: 'hebei-xinle-2024', kind: 'target' })
})

test('read for people', async () => {
  const { folder, run } = openCommandLine()
  copyExamples(folder)
  const { stdout } = await run('read', '例表')
  expect(stdout).toContain('例表/hebei-xinle-2024.json：7 张表')
  expect(stdout).toContain('[河北新乐 2024·目标表]')
})

describe('export and read again', () => {
  test.each(['xlsx', 'docx', 'html', 'json'])('%s, one file a table: every record comes back', async (format) => {
    const { folder, run } = openCommandLine()
    copyExamples(folder)
    const ran = await run('export', '例表', '--format', format, '--out', 'a/b', '--json')
    expect(ran.stderr).toBe('')
    const { written } = ran.json() as { written: { file: string; project: string; template: string; bytes: number }[] }
    expect(written).toHaveLength(format === 'json' ? 25 : 20)
    for (const one of written) expect(readFileSync(one.file)).toHaveLength(one.bytes)
    const back = recordsOf((await run('read', 'a', '--json')).json() as Read)
    const before = recordsOf((await run('read', '例表', '--json')).json() as Read)
    expect(sorted(back)).toEqual(sorted(before))
  })

  test.each(['xlsx', 'docx', 'html', 'json'])('%s, one file for all', async (format) => {
    const { folder, run } = openCommandLine()
    copyExamples(folder)
    const ran = await run('export', '例表', '--format', format, '--out', 'o', '--single', '--json')
    expect((ran.json() as { written: unknown[] }).written).toHaveLength(1)
    const back = recordsOf((await run('read', 'o', '--json')).json() as Read)
    const before = recordsOf((await run('read', '例表', '--json')).json() as Read)
    expect(sorted(back)).toEqual(sorted(before))
  })
})

test('export of json writes one entry a file, and a list with --single', async () => {
  const { folder, run } = openCommandLine()
  copyExamples(folder)
  await run('export', '例表/hebei-xinle-2024.json', '--format', 'json', '--out', 'each')
  await run('export', '例表/hebei-xinle-2024.json', '--format', 'json', '--out', 'all', '--single')
  const [name = ''] = readdirSync(join(folder, 'each'))
  expect(JSON.parse(readFileSync(join(folder, 'each', name), 'utf8'))).toMatchObject({ template: 'hebei-xinle-2024' })
  const [list = ''] = readdirSync(join(folder, 'all'))
  expect(JSON.parse(readFileSync(join(folder, 'all', list), 'utf8'))).toHaveLength(7)
})

test('a table of an unknown form is left out and named; --template takes all on one form', async () => {
  const { folder, run } = openCommandLine()
  copyExamples(folder)
  const [one, two] = JSON.parse(readFileSync(join(folder, '例表', 'hebei-xinle-2024.json'), 'utf8')) as FormRecord[]
  writeFileSync(join(folder, 'two.json'), JSON.stringify([one, { ...two, template: null }]))
  const some = await run('export', 'two.json', '--format', 'html', '--out', 'o', '--json')
  expect(some.status).toBe(0)
  expect((some.json() as { written: unknown[] }).written).toHaveLength(1)
  expect(some.stderr).toContain(two?.record.project.name)
  const forced = await run(
    'export',
    'two.json',
    '--format',
    'html',
    '--out',
    'p',
    '--template',
    'xinjiang-korla-2023',
    '--json',
  )
  expect((forced.json() as { written: { template: string }[] }).written.map(({ template }) => template)).toEqual([
    'xinjiang-korla-2023',
    'xinjiang-korla-2023',
  ])
  writeFileSync(join(folder, 'none.json'), JSON.stringify({ ...two, template: null }))
  expect((await run('export', 'none.json', '--format', 'html', '--out', 'q')).status).toBe(2)
  expect(existsSync(join(folder, 'q'))).toBe(false)
})

test('import, again, list, check, collect, export and summary of a workspace', async () => {
  const { folder, run } = openCommandLine()
  copyExamples(folder)
  const first = await run('import', '例表', '--workspace', 'new/w.db', '--json')
  expect(first.json()).toMatchObject({ imported: 25, updated: 0, conflicts: 0, skipped: 0 })
  expect((await run('import', '例表', '--workspace', 'new/w.db', '--json')).json()).toMatchObject({
    imported: 0,
    skipped: 25,
  })
  const { projects } = (await run('list', '--workspace', 'new/w.db', '--json')).json() as { projects: object[] }
  expect(projects).toHaveLength(25)
  const checked = await run('check', '--workspace', 'new/w.db', '--json')
  expect(checked.json()).toMatchObject({ summary: { tables: 25, errors: 2 } })
  expect(checked.status).toBe(1)
  expect((await run('collect', '例表', '--workspace', 'other.db', '--json')).json()).toMatchObject({ imported: 25 })
  const pdf = await run('export', '--workspace', 'new/w.db', '--format', 'pdf', '--out', 'p', '--single', '--json')
  expect(pdf.json()).toMatchObject({ written: [{ bytes: 30 }] })
  for (const format of ['xlsx', 'docx']) {
    const summary = await run('summary', '--workspace', 'new/w.db', '--format', format, '--out', 's', '--json')
    const { written } = summary.json() as { written: { file: string }[] }
    expect(
      readFileSync(written[0]?.file ?? '')
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
  }
  // a file that is there is never replaced
  const again = await run('summary', '--workspace', 'new/w.db', '--format', 'xlsx', '--out', 's', '--json')
  expect(again.json()).toMatchObject({ written: [{ file: expect.stringMatching(/ \(2\)\.xlsx$/) }] })
})

test('a table that was handed in twice in one folder is one project', async () => {
  const { folder, run } = openCommandLine()
  copyExamples(folder)
  const again = join(folder, '例表', '又报一次')
  mkdirSync(again)
  copyFileSync(join(folder, '例表', 'hebei-xinle-2024.json'), join(again, '改了名.json'))
  const ran = await run('collect', '例表', '--workspace', 'w.db', '--json')
  expect(ran.json()).toMatchObject({ imported: 25, duplicates: 1, conflicts: 0 })
  const said = await run('collect', '例表', '--workspace', 'w.db')
  expect(said.stdout).toContain('1 个文件和前面的文件内容相同，只算一份')
})

test('check of a table without errors is status 0', async () => {
  const { folder, run } = openCommandLine()
  copyExamples(folder)
  const ran = await run('check', '例表/hebei-xinle-2024.json', '--json')
  expect(ran.status).toBe(0)
  expect(ran.json()).toMatchObject({ summary: { tables: 7, errors: 0 } })
})

test('a workspace of another program is refused and left as it is', async () => {
  const { folder, run } = openCommandLine()
  writeFileSync(join(folder, 'w.db'), 'no database at all, but somebody’s text')
  const ran = await run('list', '--workspace', 'w.db')
  expect(ran.status).toBe(2)
  expect(ran.stderr).toContain('不是绩表的工作区')
  expect(readFileSync(join(folder, 'w.db'), 'utf8')).toContain('somebody')
})

test('an output folder that cannot be made is told', async () => {
  const { folder, run } = openCommandLine()
  copyExamples(folder)
  writeFileSync(join(folder, 'o'), 'a file where the folder should be')
  const ran = await run('export', '例表', '--format', 'json', '--out', 'o')
  expect(ran.status).toBe(2)
  expect(ran.stderr).toMatch(/已经存在|不是文件夹/)
  mkdirSync(join(folder, 'x'))
})

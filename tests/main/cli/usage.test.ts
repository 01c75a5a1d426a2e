/** Words that cannot be used: status 2, a Chinese message that names the word, and with --json still one JSON document. */
import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { openCommandLine } from './command-line.ts'

test.each([
  [[], '没有写命令'],
  [['verschicken'], '没有“verschicken”这个命令'],
  [['read'], 'read 需要至少一个文件'],
  [['read', 'a.json', '--workspace', 'w.db'], 'read 没有选项 --workspace'],
  [['read', 'a.json', '--colour'], 'read 没有选项 --colour'],
  [['read', 'a.json', '-x'], 'read 没有选项 -x'],
  [['read', 'a.json', '--json=yes'], '--json 后面不能写值'],
  [['import', 'a.json'], 'import 需要选项 --workspace'],
  [['import', '--workspace', 'w.db'], 'import 需要至少一个文件'],
  [['list'], 'list 需要选项 --workspace'],
  [['list', 'x', '--workspace', 'w.db'], 'list 后面不能写“x”'],
  [['list', '--workspace'], '--workspace 后面要写值'],
  [['list', '--workspace', 'nowhere.db'], '工作区不存在'],
  [['check'], 'check 需要文件，或者 --workspace'],
  [['check', 'a.json', '--workspace', 'w.db'], '不能两样都写'],
  [['export', 'a.json', '--out', 'o'], 'export 需要选项 --format'],
  [['export', 'a.json', '--format', 'xlsx'], 'export 需要选项 --out'],
  [['export', 'a.json', '--format', 'odt', '--out', 'o'], '不认识的格式“odt”'],
  [['export', 'a.json', '--format', 'xlsx', '--out', 'o', '--template', 'x'], '不认识表样“x”'],
  [['export', '--format', 'xlsx', '--out', 'o'], 'export 需要文件，或者 --workspace'],
  [['collect', 'a', 'b', '--workspace', 'w.db'], 'collect 需要一个文件夹'],
  [['collect', 'nowhere', '--workspace', 'w.db'], '不是文件夹，或者不存在：nowhere'],
  [['summary', '--workspace', 'w.db', '--format', 'pdf', '--out', 'o'], '只能是 xlsx 或 docx'],
  [['summary', '--workspace', 'w.db', '--format', 'xlsx'], 'summary 需要选项 --out'],
  [['summary', '--workspace', 'w.db', '--by', 'town'], '不能按“town”汇总'],
  [['summary', '--workspace', 'w.db', '--year', '25'], '“25”不是年度'],
  [['templates', 'x'], 'templates 后面不能写“x”'],
  [['help', 'verschicken'], '没有“verschicken”这个命令'],
])('%j', async (words, message) => {
  const { run } = openCommandLine()
  const plain = await run(...words)
  expect(plain.status).toBe(2)
  expect(plain.stderr).toContain(message)
  expect(plain.stdout).toBe('')
  if (words.some((word) => word.startsWith('--json'))) return
  const asJson = await run(...words, '--json')
  expect(asJson.status).toBe(2)
  expect(asJson.json()).toMatchObject({ error: { code: expect.any(String), message: expect.any(String) } })
})

test('help for all and for each command', async () => {
  const { run } = openCommandLine()
  const all = await run('help')
  expect(all.status).toBe(0)
  for (const name of ['read', 'import', 'list', 'check', 'export', 'collect', 'summary', 'backup', 'templates']) {
    expect(all.stdout).toContain(`\n  ${name} `)
    const one = await run('help', name)
    expect(one).toMatchObject({ status: 0, stderr: '' })
    expect(one.stdout).toContain(`用法：npm run -s jibiao -- ${name}`)
    expect((await run(name, '--help')).stdout).toBe(one.stdout)
  }
  expect((await run('--help')).stdout).toBe(all.stdout)
  expect((await run('--version')).stdout).toBe('1.2.3\n')
})

test('templates', async () => {
  const { run } = openCommandLine()
  const ran = await run('templates', '--json')
  const { templates } = ran.json() as { templates: { id: string }[] }
  expect(templates.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['hebei-xinle-2024', 'guangzhou-panyu-2024', 'xinjiang-korla-2023']),
  )
})

test('the real program: UTF-8, status, nothing but the document on standard output', () => {
  const main = resolve(import.meta.dirname, '..', '..', '..', 'main', 'cli', 'main.ts')
  const run = (...words: string[]) =>
    spawnSync(process.execPath, [main, ...words], { encoding: 'utf8', cwd: join(main, '..') })
  const good = run('templates', '--json')
  expect(good.status).toBe(0)
  expect(good.stderr).toBe('')
  expect(JSON.parse(good.stdout)).toHaveProperty('templates')
  const bad = run('read', '没有.xlsx', '--json')
  expect(bad.status).toBe(2)
  expect(JSON.parse(bad.stdout)).toMatchObject({ files: [{ file: '没有.xlsx', tables: [] }] })
  expect(bad.stderr).toContain('没有.xlsx')
})

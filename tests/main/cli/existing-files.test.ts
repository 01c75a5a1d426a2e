/** Files that are in the folder of an export already: they stay, the new ones are numbered, and the printed name counts. */
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { copyExamples, openCommandLine } from './command-line.ts'

test.each(['xlsx', 'json', 'pdf'])('.%s: the new file is numbered, and its name is told', async (format) => {
  const { folder, run } = openCommandLine()
  copyExamples(folder)
  const words = ['export', '例表/xinjiang-korla-2023.json', '--format', format, '--out', 'o', '--single', '--json']
  const names = async (): Promise<string[]> =>
    ((await run(...words)).json() as { written: { file: string }[] }).written.map(({ file }) => basename(file))
  const [first = ''] = await names()
  writeFileSync(join(folder, 'o', first), '张三改过的')
  const second = first.replace(`.${format}`, ` (2).${format}`)
  const third = first.replace(`.${format}`, ` (3).${format}`)
  expect(await names()).toEqual([second])
  expect(await names()).toEqual([third])
  expect(readFileSync(join(folder, 'o', first), 'utf8')).toBe('张三改过的')
  expect(readdirSync(join(folder, 'o')).toSorted()).toEqual([first, second, third].toSorted())
})

test('the same letters in another case are the same name', async () => {
  const { folder, run } = openCommandLine()
  copyExamples(folder)
  const words = ['export', '例表/hebei-xinle-2024.json', '--format', 'html', '--out', 'o', '--single']
  await run(...words)
  const [first = ''] = readdirSync(join(folder, 'o'))
  renameSync(join(folder, 'o', first), join(folder, 'o', first.toUpperCase()))
  const { stdout } = await run(...words)
  expect(stdout).toContain(' (2).html')
})

test('the roll-up too', async () => {
  const { folder, run } = openCommandLine()
  copyExamples(folder)
  await run('import', '例表', '--workspace', 'w.db')
  const words = ['summary', '--workspace', 'w.db', '--format', 'xlsx', '--out', 'o']
  const first = (await run(...words)).stdout.trim()
  const second = (await run(...words)).stdout.trim()
  expect(second).toBe(first.replace('.xlsx', ' (2).xlsx'))
})

test.runIf(spawnSync('strace', ['-V']).status === 0)('on a disk without second names for a file', () => {
  const { folder } = openCommandLine()
  copyExamples(folder)
  const cli = resolve(import.meta.dirname, '..', '..', '..', 'main', 'cli', 'main.ts')
  const words = ['export', '例表/xinjiang-korla-2023.json', '--format', 'json', '--out', 'o', '--single']
  const noLinks = ['-f', '-qq', '-o', '/dev/null', '-e', 'inject=link,linkat:error=EPERM']
  for (let run = 0; run < 3; run++) {
    execFileSync('strace', [...noLinks, process.execPath, cli, ...words], { cwd: folder, stdio: 'ignore' })
  }
  const files = readdirSync(join(folder, 'o'))
  expect(files.length).toBe(3)
  for (const file of files) expect(JSON.parse(readFileSync(join(folder, 'o', file), 'utf8'))).toHaveLength(12)
})

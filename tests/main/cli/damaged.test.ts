/** A workspace with damaged projects on the command line: each command goes on with the rest and names them. */
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { copyExamples, openCommandLine } from './command-line.ts'
import type { CommandLine } from './command-line.ts'

/** Two of the twelve projects of the Korla example are damaged, one of them is no JSON any more. */

async function damagedWorkspace(): Promise<CommandLine & { names: string[] }> {
  const world = openCommandLine()
  copyExamples(world.folder)
  await world.run('import', '例表/xinjiang-korla-2023.json', '--workspace', 'w.db')
  const { projects } = (await world.run('list', '--workspace', 'w.db', '--json')).json() as {
    projects: { projectName: string }[]
  }
  const names = projects.map(({ projectName }) => projectName)
  const [one = '', two = ''] = names
  const path = join(world.folder, 'w.db')
  const bytes = readFileSync(path)
  const at = (text: string) => bytes.lastIndexOf(Buffer.from(text))
  bytes[at(`"name":"${one}","leader"`) + 8] = 'X'.charCodeAt(0)
  bytes[at(`"name":"${two}","leader"`) + 7] = 'X'.charCodeAt(0)
  writeFileSync(path, bytes)
  return { ...world, names }
}

test.each([
  ['list', ['list', '--workspace', 'w.db', '--json'], 0],
  ['check', ['check', '--workspace', 'w.db', '--json'], 0],
  ['export', ['export', '--workspace', 'w.db', '--format', 'xlsx', '--out', 'out', '--json'], 0],
  ['summary', ['summary', '--workspace', 'w.db', '--format', 'xlsx', '--out', 'sum', '--json'], 0],
])('%s', async (command, words, status) => {
  const { run, names, folder } = await damagedWorkspace()
  const ran = await run(...words)
  const [one = '', two = ''] = names
  expect([0, 1]).toContain(ran.status - status)
  for (const name of [one, two]) expect(ran.stderr).toContain(`${name}：内容在磁盘上被损坏`)
  const answer = ran.json() as Record<string, { length: number }> & { files?: { tables: unknown[] }[] }
  expect(answer['damaged']).toHaveLength(2)
  if (command === 'list') expect(answer['projects']).toHaveLength(12)
  if (command === 'check') expect(answer.files?.[0]?.tables).toHaveLength(10)
  if (command === 'export') expect(readdirSync(join(folder, 'out'))).toHaveLength(10)
})

test('backup export has them as they are and names them; what is restored from it goes on', async () => {
  const { run, names } = await damagedWorkspace()
  const exported = await run('backup', 'export', 'copy.db', '--workspace', 'w.db', '--json')
  expect(exported.status).toBe(0)
  for (const name of names.slice(0, 2)) expect(exported.stderr).toContain(name)
  const restored = await run('backup', 'restore', 'copy.db', '--workspace', 'new.db', '--json')
  expect([restored.status, restored.json()]).toEqual([0, { restored: { projects: 12 }, kept: null }])
  const checked = (await run('check', '--workspace', 'new.db', '--json')).json() as { damaged: unknown[] }
  expect(checked.damaged).toHaveLength(2)
})

test('importing goes on beside them', async () => {
  const { run } = await damagedWorkspace()
  const ran = await run('import', '例表/xinjiang-korla-2023.json', '--workspace', 'w.db', '--json')
  expect(ran.json()).toMatchObject({ imported: 2, updated: 0, skipped: 10 })
})

test('a workspace copied without its log is said to be', async () => {
  const world = openCommandLine()
  copyExamples(world.folder)
  const { openWorkspaceFile } = await import('../../../main/handlers/open-workspace-file.ts')
  let ids = 0
  const file = join(world.folder, 'w.db')
  const store = openWorkspaceFile({ file, now: () => '2024-05-01T00:00:00.000Z', newId: () => `x${++ids}` })
  store.settings.write('theme', '大字')
  cpSync(file, join(world.folder, 'alone.db'))
  store.close()
  expect(existsSync(file)).toBe(true)
  expect((await world.run('list', '--workspace', 'w.db')).stderr).toBe('')
  expect((await world.run('list', '--workspace', 'alone.db')).stderr).toContain('“alone.db-wal”现在不见了')
})

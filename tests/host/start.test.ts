/** `npm start` as a person runs it: says where it opens and why not in a window, one program a workspace, leaves cleanly. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openWorkspaceFile } from '../../main/handlers/open-workspace-file.ts'
import { buildRenderer } from '../../main/launch/renderer-build.ts'
import { dataFolder } from '../../main/launch/data-folder.ts'
import { buildWhenStale } from '../../main/launch/build-when-stale.ts'
import { openAddress, startProgram } from './started-program.ts'

const root = resolve(import.meta.dirname, '..', '..')

beforeAll(async () => void (await buildRenderer(root, () => {})), 120_000)

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-start-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const start = (words: string[], env: Record<string, string> = {}) =>
  startProgram(words, { DISPLAY: '', WAYLAND_DISPLAY: '', ...env })

test('prints the address, goes on without a browser, tells a second start who has the workspace, ends cleanly', async () => {
  const folder = temporaryFolder()
  const first = start(['--data', folder])
  await first.until(/绩表已启动：http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{65}\n/)
  await first.until(/没有能打开浏览器/)
  expect(first.said()).toMatch(/不能打开桌面窗口：.+。改为在浏览器里使用/)
  const second = start(['--data', folder, '--no-open'])
  expect(await second.ended).toBe(1)
  expect(second.said()).toContain('这个工作区正在另一处使用')
  expect(second.said()).toContain(`npm start -- --data ${folder} --read-only`)
  expect(first.said()).toContain(`数据在：${join(folder, '绩表.db')}。`)
  const elsewhere = join(temporaryFolder(), '别处.db')
  const other = start(['--data', folder, '--workspace', elsewhere, '--no-open'])
  await other.until(/数据在：/)
  expect(other.said()).toContain(`数据在：${elsewhere}。`)
  expect(await other.stop()).toBe(0)
  const reader = start(['--data', folder, '--no-open', '--read-only'])
  await reader.until(/绩表已启动/)
  expect(await reader.stop()).toBe(0)
  expect(await openAddress(/http:\S+/.exec(first.said())?.[0] ?? '')).toBe('open')
  expect(await first.stop()).toBe(0)
  expect(existsSync(join(folder, '绩表.db-wal'))).toBe(false)
})

test('a workspace that is gone while something lies beside it: asked with the exact commands, which work', async () => {
  const data = temporaryFolder()
  const file = join(data, '绩表.db')
  const open = () => openWorkspaceFile({ file, now: () => '2024-05-06T08:00:00.000Z', newId: () => 'x' })
  const made = open()
  made.settings.write('theme', '大字')
  const { name } = made.backups.create('manual')
  made.close()
  rmSync(file)
  const asking = start(['--data', data, '--no-open'])
  expect(await asking.ended).toBe(1)
  expect(asking.said()).toContain(`工作区文件“绩表.db”不见了，旁边还有：1 份备份（最新的是“${name}”）`)
  expect(asking.said()).toContain(`npm start -- --data ${data} --restore ${name}`)
  expect(asking.said()).toContain(`npm start -- --data ${data} --new`)
  expect(existsSync(file)).toBe(false)
  const restored = start(['--data', data, '--restore', name, '--no-open'])
  await restored.until(/绩表已启动/)
  expect(await restored.stop()).toBe(0)
  const found = open()
  expect(found.settings.read()['theme']).toBe('大字')
  found.close()
  rmSync(file)
  const blank = start(['--data', data, '--new', '--no-open'])
  await blank.until(/绩表已启动/)
  expect(await blank.stop()).toBe(0)
  const empty = open()
  expect([empty.settings.read()['theme'], empty.backups.list().map((one) => one.name)]).toEqual([undefined, [name]])
  empty.close()
})

test('a port that is taken is told', async () => {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo // a TCP server
  const started = start(['--data', temporaryFolder(), '--no-open', '--port', String(port)])
  expect(await started.ended).toBe(1)
  expect(started.said()).toContain('端口已被别的程序占用')
})

test.each([
  [['--colour'], 2, '启动选项不对'],
  [['--port', 'x'], 2, '端口“x”不对'],
  [['--window', '--browser'], 2, '--window 不能和 --browser'],
  [['--help'], 0, '--workspace 文件'],
])('the words %j', async (words, status, message) => {
  const started = start(words)
  expect(await started.ended).toBe(status)
  expect(started.said()).toContain(message)
})

describe('where the data lies', () => {
  const around = { platform: 'linux' as const, env: {}, homeFolder: '/home/x', executable: '/opt/jibiao/jibiao' }
  test('in the place of the system', () => {
    expect(dataFolder(undefined, around)).toBe('/home/x/.local/share/jibiao')
    expect(dataFolder(undefined, { ...around, env: { XDG_DATA_HOME: '/data' } })).toBe('/data/jibiao')
    expect(dataFolder(undefined, { ...around, platform: 'win32', env: { APPDATA: '/roaming' } })).toBe(
      '/roaming/jibiao',
    )
  })
  test('where the person says', () => expect(dataFolder('/usb/x', around)).toBe('/usb/x'))
  test('beside the program, when that folder is there', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'jibiao-data'))
    expect(dataFolder(undefined, { ...around, executable: join(folder, 'jibiao') })).toBe(join(folder, 'jibiao-data'))
  })
  test('beside the portable program, which makes the folder; in the place of the system where it cannot', () => {
    const folder = temporaryFolder()
    const on = (place: string) => dataFolder(undefined, { ...around, env: { PORTABLE_EXECUTABLE_DIR: place } })
    expect(on(folder)).toBe(join(folder, 'jibiao-data'))
    expect(readdirSync(join(folder, 'jibiao-data'))).toEqual([])
    writeFileSync(join(folder, 'a file'), '')
    expect(on(join(folder, 'a file'))).toBe('/home/x/.local/share/jibiao')
    mkdirSync(join(folder, 'locked'))
    writeFileSync(join(folder, 'locked', 'jibiao-data'), 'no folder')
    expect(on(join(folder, 'locked'))).toBe('/home/x/.local/share/jibiao')
  })
})

test('a build runs when its output is missing, when a source changed, and again after it failed', async () => {
  const folder = temporaryFolder()
  const source = join(folder, 'a.ts')
  const output = join(folder, 'out.js')
  writeFileSync(source, '1')
  let builds = 0
  const build = async (): Promise<void> => {
    builds++
    writeFileSync(output, 'built')
  }
  const run = (work = build): Promise<boolean> => buildWhenStale(output, join(folder, 'stamp'), [source], work)
  expect([await run(), await run()]).toEqual([true, false])
  writeFileSync(source, '2')
  await expect(run(async () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await run()).toBe(true)
  rmSync(output)
  expect([await run(), builds]).toEqual([true, 3])
})

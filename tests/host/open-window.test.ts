/**
 * How `npm start` gets its window: whether Electron's binary is asked for, what is told while it loads, and that a window
 * which does not come is no dead end. Stand-ins take the place of install.js and of Electron, which cannot be fetched here.
 */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { findElectron } from '../../main/launch/window/electron-binary.ts'
import type { System } from '../../main/launch/window/electron-binary.ts'
import { isRunning } from '../../main/launch/is-running.ts'
import { openWindow } from '../../main/launch/window/open-window.ts'
import type { OpenWindowParts } from '../../main/launch/window/open-window.ts'

/** Long: what is waited for comes at once. */
const patient = { silentMs: 60_000, totalMs: 60_000, lookMs: 20 }

/** What install.js might do. `whole` unpacks; the paths are below the package. */
const scripts = {
  whole: (binary: string) => `
    fs.mkdirSync(package + '/dist')
    fs.writeFileSync(package + '/dist/version', '45.4.1')
    fs.writeFileSync(package + '/dist/electron', ${JSON.stringify(binary)}, { mode: 0o755 })
    fs.writeFileSync(package + '/path.txt', 'electron')`,
  half: `
    fs.mkdirSync(package + '/dist')
    fs.writeFileSync(package + '/dist/electron', '', { mode: 0o755 })
    fs.writeFileSync(package + '/dist/version', '45.4.1')`,
  halfThenFails: `
    fs.mkdirSync(package + '/dist')
    fs.writeFileSync(package + '/dist/electron', 'half')
    console.error('Error: ENOSPC: no space left on device, write'); process.exit(1)`,
  refused: `console.error('TypeError: fetch failed'); process.exit(1)`,
  forged: `console.error('ChecksumMismatchError: Generated checksum for "electron.zip" did not match'); process.exit(1)`,
  silent: `
    fs.writeFileSync(process.env.TMPDIR + '/electron.zip', 'the first bytes')
    const { spawn } = require('node:child_process')
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    fs.writeFileSync(package + '/pids', process.pid + ' ' + child.pid)
    setInterval(() => {}, 1000)`,
  endless: `
    fs.writeFileSync(package + '/pids', String(process.pid))
    setInterval(() => fs.appendFileSync(process.env.TMPDIR + '/electron.zip', 'x'), 5)`,
}

/** What Electron might do: it is told where to say how far it is. */
const binaries = {
  shows: `#!/bin/sh\nprintf shown > "$JIBIAO_WINDOW_SIGN"\nprintf '%s\\n' "$@" > "$RECORD"\nexit 3\n`,
  asksFirst: `#!/bin/sh\nprintf asking > "$JIBIAO_WINDOW_SIGN"\nsleep 1\nprintf shown > "$JIBIAO_WINDOW_SIGN"\nexit 0\n`,
  handsOver: `#!/bin/sh\nprintf over > "$JIBIAO_WINDOW_SIGN"\nexit 0\n`,
  tellsAndEnds: `#!/bin/sh\nprintf asking > "$JIBIAO_WINDOW_SIGN"\nprintf over > "$JIBIAO_WINDOW_SIGN"\nexit 1\n`,
  endsInSilence: `#!/bin/sh\nexit 0\n`,
  stays: `#!/bin/sh\necho $$ > "$RECORD"\nsleep 600\n`,
  noLibrary: `#!/bin/sh\necho "$0: error while loading shared libraries: libnss3.so: cannot open shared object file" >&2\nexit 127\n`,
  asRoot: `#!/bin/sh\necho "[1:FATAL] Running as root without --no-sandbox is not supported." >&2\nkill -TRAP $$\n`,
  noSandbox: `#!/bin/sh\necho "[1:FATAL:setuid_sandbox_host.cc] The SUID sandbox helper binary was found, but is not configured correctly." >&2\nkill -TRAP $$\n`,
  noDisplay: `#!/bin/sh\necho "[1:ERROR:ozone_platform_x11.cc] Missing X server or \\$DISPLAY" >&2\nexit 1\n`,
}

const notAProgram = 'a text'

interface Tried {
  outcome: Awaited<ReturnType<typeof openWindow>>
  said: string
  /** How often the script ran. */
  asked: number
  inPackage: string[]
  record: string
}

interface Place {
  folder: string
  electron: string
  data: string
}

function newPlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-window-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  const electron = join(folder, 'electron')
  mkdirSync(electron)
  writeFileSync(join(electron, 'package.json'), '{"version":"45.4.1"}')
  writeFileSync(join(electron, 'checksums.json'), '{"electron-v45.4.1-linux-x64.zip": "0"}')
  return { folder, electron, data: join(folder, 'data') }
}

const linux = (env: System['env'] = { DISPLAY: ':0' }): System => ({ platform: 'linux', arch: 'x64', env })

async function open(place: Place, script: string, more: Partial<OpenWindowParts> = {}): Promise<Tried> {
  const { folder, electron, data } = place
  const file = join(folder, 'install.cjs')
  const count = join(folder, 'count')
  writeFileSync(
    file,
    `const fs = require('node:fs'); const package = ${JSON.stringify(electron)}
    fs.appendFileSync(${JSON.stringify(count)}, JSON.stringify({ proxy: process.env.NODE_USE_ENV_PROXY, temporary: fs.readdirSync(process.env.TMPDIR) }) + '\\n')
    ${script}`,
  )
  const record = join(folder, 'record')
  const lines: string[] = []
  const hear = (text: string): void => void lines.push(text)
  const outcome = await openWindow({
    find: () => findElectron(electron, linux()),
    source: { node: process.execPath, script: file, packageFolder: electron, env: { ...process.env, RECORD: record } },
    build: async () => {},
    words: ['.', '--data', data],
    isWanted: false,
    dataFolder: data,
    today: '2024-05-01',
    limits: { fetch: patient, window: { showMs: 60_000, lookMs: 20 } },
    signal: new AbortController().signal,
    log: { info: hear, warn: hear, error: hear },
    ...more,
  })
  const runs = existsSync(count) ? readFileSync(count, 'utf8').trim().split('\n') : []
  for (const run of runs) expect(JSON.parse(run)).toEqual({ proxy: '1', temporary: [] })
  return {
    outcome,
    said: lines.join('\n'),
    asked: runs.length,
    inPackage: readdirSync(electron).filter((name) => !['package.json', 'checksums.json', 'pids'].includes(name)),
    record: existsSync(record) ? readFileSync(record, 'utf8') : '',
  }
}

/** A place where the binary is already. */
function withBinary(binary: string): Place {
  const place = newPlace()
  mkdirSync(join(place.electron, 'dist'))
  writeFileSync(join(place.electron, 'dist', 'version'), 'v45.4.1')
  writeFileSync(join(place.electron, 'dist', 'electron'), binary)
  chmodSync(join(place.electron, 'dist', 'electron'), binary === notAProgram ? 0o644 : 0o755)
  writeFileSync(join(place.electron, 'path.txt'), 'electron')
  return place
}

async function gone(place: Place): Promise<void> {
  for (const id of readFileSync(join(place.electron, 'pids'), 'utf8').split(' ')) {
    while (isRunning(Number(id))) await new Promise((again) => setTimeout(again, 10))
  }
}

describe('the binary', () => {
  const find = (place: Place, system = linux()) => findElectron(place.electron, system)

  test('is there only with path.txt and the version of the package', () => {
    const place = withBinary('')
    const path = join(place.electron, 'dist', 'electron')
    expect(find(place)).toEqual({ path })
    for (const spoil of [
      () => writeFileSync(join(place.electron, 'dist', 'version'), '45.4.0'),
      () => rmSync(join(place.electron, 'dist', 'version')),
      () => writeFileSync(join(place.electron, 'path.txt'), ''),
      () => rmSync(join(place.electron, 'path.txt')),
      () => rmSync(path),
    ]) {
      spoil()
      expect(find(place)).toMatchObject({ path: null, canBeFetched: true })
    }
  })

  test.each<[string, System, string]>([
    ['without a display', linux({}), 'DISPLAY'],
    [
      'with a folder of the person’s own',
      linux({ DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' }),
      'OVERRIDE',
    ],
    ['on a processor without a build', { ...linux(), arch: 'loong64' }, '没有给这个系统'],
    ['on a system without a build', { ...linux(), platform: 'freebsd' }, '没有给这个系统'],
  ])('is not asked for %s', async (_where, system, reason) => {
    const place = newPlace()
    const tried = await open(place, scripts.whole(binaries.shows), { find: () => find(place, system) })
    expect(tried.outcome).toEqual({ reason: expect.stringContaining(reason) })
    expect(tried.asked).toBe(0)
  })

  test('of a folder of the person’s own is taken as it is', () => {
    const place = withBinary('')
    const system = linux({ WAYLAND_DISPLAY: 'w', ELECTRON_OVERRIDE_DIST_PATH: join(place.electron, 'dist') })
    rmSync(join(place.electron, 'path.txt'))
    expect(find(place, system)).toEqual({ path: join(place.electron, 'dist', 'electron') })
  })
})

describe('getting it', () => {
  test('once: the window opens with its words, its exit status is passed on, nothing is left beside it', async () => {
    const place = newPlace()
    const first = await open(place, scripts.whole(binaries.shows))
    expect(first.outcome).toEqual({ status: 3 })
    expect(first.said).toMatch(/要下载 Electron.*只此一次/)
    expect(first.record.trim().split('\n')).toEqual(['.', '--data', place.data])
    expect(first.inPackage.toSorted()).toEqual(['dist', 'path.txt'])
    expect((await open(place, scripts.refused)).asked).toBe(1)
  })

  test.each([
    ['the server is not reached', scripts.refused, '没有连上下载服务器', 'fetch failed'],
    ['the checksum is wrong', scripts.forged, '校验值不符', 'ChecksumMismatch'],
    ['the disk is full half-way', scripts.halfThenFails, '磁盘空间不足', 'ENOSPC'],
    ['it is unpacked by half and says nothing', scripts.half, '不完整', 'dist or path.txt'],
  ])('%s: said in words, half of it removed, the day remembered', async (_what, script, reason, english) => {
    const place = newPlace()
    const first = await open(place, script)
    expect(first.outcome).toEqual({ reason: expect.stringContaining(reason) })
    expect(first.outcome).toEqual({ reason: expect.stringContaining('npm start -- --window') })
    expect(readFileSync(join(place.data, 'log', 'window-start.log'), 'utf8')).toContain(english)
    expect(first.inPackage).toEqual([])
    const again = await open(place, scripts.whole(binaries.shows))
    expect(again.asked).toBe(1)
    expect(again.outcome).toEqual({ reason: expect.stringContaining('今天没有下载成') })
    expect(again.outcome).toEqual({ reason: expect.stringContaining(reason) })
    expect((await open(place, script, { today: '2024-05-02' })).asked).toBe(2)
    const wanted = await open(place, scripts.whole(binaries.shows), { today: '2024-05-02', isWanted: true })
    expect(wanted.outcome).toEqual({ status: 3 })
  })

  test('a data folder that cannot be written does not keep the person from the browser', async () => {
    const place = newPlace()
    writeFileSync(place.data, 'a file where the folder should be')
    expect((await open(place, scripts.refused)).outcome).toEqual({ reason: expect.stringContaining('没有连上') })
  })

  test('without a byte for a while: it and what it started are ended', async () => {
    const place = newPlace()
    const limits = { fetch: { ...patient, silentMs: 1500 }, window: { showMs: 60_000, lookMs: 20 } }
    const tried = await open(place, scripts.silent, { limits })
    expect(tried.outcome).toEqual({ reason: expect.stringContaining('没有收到任何数据') })
    expect(tried.inPackage).toEqual([])
    await gone(place)
  })

  test('an endless one is ended though bytes come', async () => {
    const place = newPlace()
    const limits = { fetch: { ...patient, totalMs: 1500 }, window: { showMs: 60_000, lookMs: 20 } }
    const tried = await open(place, scripts.endless, { limits })
    expect(tried.outcome).toEqual({ reason: expect.stringContaining('还没有下载完') })
    await gone(place)
  })

  test('Ctrl+C ends it, and is no failure of the day', async () => {
    const place = newPlace()
    const stopped = new AbortController()
    const tried = open(place, scripts.endless, { signal: stopped.signal })
    while (!existsSync(join(place.electron, 'pids'))) await new Promise((again) => setTimeout(again, 10))
    stopped.abort()
    expect((await tried).outcome).toEqual({ status: 130 })
    expect((await tried).inPackage).toEqual([])
    await gone(place)
    expect((await open(place, scripts.whole(binaries.shows))).outcome).toEqual({ status: 3 })
  })

  test('while another start gets it, nothing is touched; what a killed one left is cleared away', async () => {
    const place = newPlace()
    const other = join(place.electron, `jibiao-fetch-${process.ppid}`)
    mkdirSync(other)
    const tried = await open(place, scripts.whole(binaries.shows))
    expect(tried.outcome).toEqual({ reason: expect.stringContaining('另一个 npm start 正在下载') })
    expect(tried.asked).toBe(0)
    rmSync(other, { recursive: true })
    mkdirSync(join(place.electron, 'jibiao-fetch-4194999'))
    expect((await open(place, scripts.whole(binaries.shows), { isWanted: true })).inPackage.toSorted()).toEqual([
      'dist',
      'path.txt',
    ])
  })
})

describe('a window that', () => {
  test('waits for the person’s answer is waited for', async () => {
    const limits = { fetch: patient, window: { showMs: 300, lookMs: 20 } }
    expect((await open(withBinary(binaries.asksFirst), '', { limits })).outcome).toEqual({ status: 0 })
  })

  test.each([
    ['hands over to the first', binaries.handsOver, 0],
    ['told the person why it ends', binaries.tellsAndEnds, 1],
  ])('%s is no failure', async (_what, binary, status) => {
    expect((await open(withBinary(binary), '')).outcome).toEqual({ status })
  })

  test.each([
    ['ends without a word', binaries.endsInSilence, '刚启动就结束了（退出码 0）'],
    ['lacks a library', binaries.noLibrary, '缺少程序库 libnss3.so'],
    ['is started as root', binaries.asRoot, '不能用管理员（root）账户'],
    ['has no sandbox', binaries.noSandbox, 'chrome-sandbox'],
    ['finds no display server', binaries.noDisplay, '连不上图形桌面'],
    ['may not be run', notAProgram, '不能执行'],
  ])('%s: said in words', async (_what, binary, reason) => {
    const place = withBinary(binary)
    const tried = await open(place, '')
    expect(tried.outcome).toEqual({ reason: expect.stringContaining(reason) })
    expect(tried.asked).toBe(0)
    expect(readFileSync(join(place.data, 'log', 'window-start.log'), 'utf8')).not.toBe('')
  })

  test('stays away is ended and said in words', async () => {
    const limits = { fetch: patient, window: { showMs: 1000, lookMs: 20 } }
    const tried = await open(withBinary(binaries.stays), '', { limits })
    expect(tried.outcome).toEqual({ reason: expect.stringContaining('没有出现窗口') })
    expect(isRunning(Number(tried.record))).toBe(false)
  })

  test('never gets --no-sandbox from us', () => {
    const launch = join(import.meta.dirname, '..', '..', 'main', 'launch')
    const files = readdirSync(launch, { recursive: true, encoding: 'utf8' }).filter((name) => /\.m?ts$/.test(name))
    expect(files).toContain(join('window', 'run-window.ts'))
    const words = files.map((name) => readFileSync(join(launch, name), 'utf8'))
    expect(words.filter((text) => /['"`]--no-sandbox/.test(text))).toEqual([])
  })
})

/**
 * What another account of the machine gets of the program and of the browser it opens: the list of processes with their
 * words, the files it can read, the answers it is given. Run as user 65534 where the tests may become one.
 */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { buildRenderer } from '../../main/launch/renderer-build.ts'
import { openAddress, startProgram } from './started-program.ts'

const root = resolve(import.meta.dirname, '..', '..')
const canBeOther = process.platform === 'linux' && process.getuid?.() === 0
if (!canBeOther) console.info('另一个账户：没有以 root 运行，不能换成别的用户，这一项没有运行')

beforeAll(async () => void (await buildRenderer(root, () => {})), 120_000)

/** A folder others can walk through, with a home and a program `xdg-open` that stays open as a browser does and notes what it was given. */
function surroundings(): { folder: string; home: string; env: Record<string, string>; given: () => string } {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-account-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  chmodSync(folder, 0o755)
  const [home, bin] = [join(folder, 'home'), join(folder, 'bin')]
  for (const one of [home, bin]) mkdirSync(one)
  const opener = join(bin, 'xdg-open')
  writeFileSync(
    opener,
    `#!/bin/sh\nprintf '%s\\n' "$#" "$@" > '${folder}/given.new'\nmv '${folder}/given.new' '${folder}/given'\nsleep 60\n`,
  )
  chmodSync(opener, 0o755)
  const env = { HOME: home, PATH: `${bin}:${process.env['PATH']}`, DISPLAY: ':99', WAYLAND_DISPLAY: '' }
  return { folder, home, env, given: () => readFileSync(join(folder, 'given'), 'utf8') }
}

test.skipIf(process.platform !== 'linux')('a browser is given a file for its owner’s eyes, no address', async () => {
  const { folder, home, env, given } = surroundings()
  const started = startProgram(['--browser', '--data', join(folder, 'data')], env)
  await expect.poll(() => existsSync(join(folder, 'given')), { timeout: 60_000 }).toBe(true)
  const [count, path = ''] = given().trim().split('\n')
  expect([count, path.startsWith(`${home}/jibiao-open/`)]).toEqual(['1', true])
  expect(path).not.toMatch(/\/\.|token/)
  expect([path, join(path, '..')].map((one) => (statSync(one).mode & 0o777).toString(8))).toEqual(['600', '700'])
  const address = /content="0;url=(http:[^"]+)"/.exec(readFileSync(path, 'utf8'))?.[1] ?? ''
  const printed = /http:\S+/.exec(started.said())?.[0] ?? ''
  expect(address).not.toBe(printed)
  expect([await openAddress(address), await openAddress(address)]).toEqual(['open', 'used'])
  await started.until(/页面已打开/)
  expect(started.said().split('http:').at(-1)?.trim()).toBe(printed.slice(5)) // it is good still, and said again
  expect(await openAddress(printed)).toBe('open')
  expect(await started.stop()).toBe(0)
  expect(existsSync(join(home, 'jibiao-open'))).toBe(false)
})

test.skipIf(process.platform !== 'linux')('where no file can be given, the printed address is there', async () => {
  const { folder, env } = surroundings()
  const started = startProgram(['--browser', '--data', join(folder, 'data')], { ...env, HOME: '/proc/nowhere' })
  await started.until(/没有能打开浏览器（不能在“\/proc\/nowhere”里写入文件）：请把上面的地址复制/)
  expect(await openAddress(/http:\S+/.exec(started.said())?.[0] ?? '')).toBe('open')
})

/** Run as the other account: everything it can find out, as text. */
const look = `
  import { readdirSync, readFileSync } from 'node:fs'
  import { join } from 'node:path'
  const [folder, origin] = process.argv.slice(1)
  process.setgroups([]); process.setgid(65534); process.setuid(65534)
  const found = []
  const attempt = (work) => { try { return work() } catch (thrown) { return thrown.code } }
  for (const id of readdirSync('/proc').filter((name) => /^\\d+$/.test(name))) {
    for (const part of ['cmdline', 'environ']) found.push(attempt(() => readFileSync('/proc/' + id + '/' + part, 'latin1')))
  }
  const walk = (path) => {
    const below = attempt(() => readdirSync(path, { withFileTypes: true }))
    if (!Array.isArray(below)) return found.push(path + ' ' + below)
    for (const one of below) {
      const own = join(path, one.name)
      if (one.isDirectory()) walk(own)
      else found.push(own + ' ' + attempt(() => readFileSync(own, 'latin1')))
    }
  }
  walk(folder)
  const answers = []
  for (const [path, headers] of [['/', {}], ['/call/projects.list', { origin }], ['/keys', { origin, cookie: 'jibiao=x' }], ['/line', { origin, 'jibiao-key': 'x'.repeat(22), 'jibiao-challenge': 'x'.repeat(43) }], ['/download/x', {}]]) {
    const method = path === '/' || path.startsWith('/download') ? 'GET' : 'POST'
    const answer = await fetch(origin + path, { method, headers })
    answers.push([path, answer.status, answer.headers.get('set-cookie')])
    found.push(await answer.text())
  }
  process.stdout.write(JSON.stringify({ user: process.getuid(), answers, found: found.join('\\n') }))
`

test.skipIf(!canBeOther)('another account finds no address, reads no file and is told nothing', async () => {
  const { folder, home, env } = surroundings()
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o755 })
  const first = startProgram(['--no-open', '--data', data], env)
  await first.until(/绩表已启动/)
  await first.stop()
  // as an earlier version left it
  chmodSync(data, 0o755)
  chmodSync(join(data, '绩表.db'), 0o644)
  const started = startProgram(['--browser', '--data', data], env)
  await expect.poll(() => existsSync(join(folder, 'given')), { timeout: 60_000 }).toBe(true)
  const file = readFileSync(join(home, 'jibiao-open', fileIn(home)), 'utf8')
  const tokens = [...`${started.said()} ${file}`.matchAll(/#token=([\w-]{65})/g)].map((match) => match[1] ?? '')
  expect(new Set(tokens).size).toBe(2)
  const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(started.said())?.[0] ?? ''
  const words = ['--input-type=module', '--eval', look, folder, origin]
  const { stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8', maxBuffer: 1e8 })
  expect(stderr).toBe('')
  const { user, answers, found } = JSON.parse(stdout) as { user: number; answers: unknown[]; found: string } // written above
  expect(user).toBe(65_534)
  expect(found).toContain('xdg-open') // it sees the processes
  expect(found).toContain('jibiao-open')
  for (const token of tokens) expect(found).not.toContain(token.slice(22))
  expect(found).toContain(`${data} EACCES`)
  expect(found).toContain(`${join(home, 'jibiao-open')} EACCES`)
  expect(found).not.toContain('SQLite format')
  expect(answers).toEqual([
    ['/', 200, null],
    ['/call/projects.list', 401, null],
    ['/keys', 401, null],
    ['/line', 401, null],
    ['/download/x', 404, null],
  ])
  expect(await openAddress(`${origin}/#token=${tokens[0]}`)).toBe('open') // and nobody has used it
})

const fileIn = (home: string): string => readdirSync(join(home, 'jibiao-open'))[0] ?? ''

/** The program ended and started again: the same address and the same sessions where they can be had, none of them where somebody else had the port. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startTestHost } from './running-host.ts'
import type { RunningHost } from './running-host.ts'

/** What a page that stayed open does: a call with the cookie it has. */
async function callWith(host: RunningHost, cookie: string): Promise<number> {
  const headers = { cookie, origin: host.origin, 'content-type': 'application/json' }
  return (await host.send('/call/app.info', { method: 'POST', headers, body: '{}' })).status
}

const sessionFile = (folder: string): string => {
  const [name = ''] = readdirSync(join(folder, 'sessions'))
  return join(folder, 'sessions', name)
}

/** Somebody else takes the port. */
async function occupy(port: number): Promise<() => Promise<void>> {
  const other = createServer()
  await new Promise<void>((done) => other.listen(port, '127.0.0.1', done))
  const leave = () => new Promise<void>((done) => other.close(() => done()))
  onTestFinished(async () => void (other.listening && (await leave())))
  return leave
}

test('the same address; a page that stayed open is heard, with the cookie of any earlier run', async () => {
  const first = await startTestHost()
  const cookie = await first.signIn()
  await first.stop()
  const second = await startTestHost({ folder: first.folder })
  expect(second.authority).toBe(first.authority)
  expect(await callWith(second, cookie)).toBe(200)
  const other = await second.signIn()
  expect(other).not.toBe(cookie)
  await second.stop()
  const third = await startTestHost({ folder: first.folder })
  expect([await callWith(third, cookie), await callWith(third, other)]).toEqual([200, 200])
  expect(await callWith(third, `${cookie.slice(0, -1)}${cookie.endsWith('A') ? 'B' : 'A'}`)).toBe(401)
})

test('the address of the run before opens nothing: its token is not kept', async () => {
  const first = await startTestHost()
  await first.signIn()
  const unused = new URL(first.url())
  await first.stop()
  const second = await startTestHost({ folder: first.folder })
  expect((await second.send(unused.pathname + unused.search)).status).toBe(401)
})

test('the file is for its owner only and holds no cookie', async () => {
  const host = await startTestHost()
  const cookie = await host.signIn()
  const file = sessionFile(host.folder)
  expect(statSync(file).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600)
  expect(readFileSync(file, 'utf8')).not.toContain(cookie.split('=')[1])
  expect(readdirSync(join(host.folder, 'sessions'))).toHaveLength(1)
})

test('somebody else had the port: another one, and the old sessions are over for good', async () => {
  const first = await startTestHost()
  const cookie = await first.signIn()
  const port = Number(first.authority.split(':')[1])
  await first.stop()
  const leave = await occupy(port)
  const second = await startTestHost({ folder: first.folder })
  const moved = cookie.replace(String(port), second.authority.split(':')[1] ?? '')
  expect(second.authority).not.toBe(first.authority)
  expect([await callWith(second, cookie), await callWith(second, moved)]).toEqual([401, 401])
  await second.stop()
  await leave()
  expect(await callWith(await startTestHost({ folder: first.folder }), cookie)).toBe(401)
})

test('a program that only looks stands beside the one that writes and keeps nothing', async () => {
  const writer = await startTestHost()
  await writer.signIn()
  const before = readFileSync(sessionFile(writer.folder), 'utf8')
  const reader = await startTestHost({ folder: writer.folder, readOnly: true })
  await reader.signIn()
  expect(reader.authority).not.toBe(writer.authority)
  expect(readFileSync(sessionFile(writer.folder), 'utf8')).toBe(before)
})

test.each([
  '',
  '{',
  'null',
  '{"port":80}',
  '{"port":0,"hashes":[]}',
  '{"port":99999,"hashes":[]}',
  '{"port":5,"hashes":["x"]}',
])('a file that says %j is as good as none', async (text) => {
  const first = await startTestHost()
  const cookie = await first.signIn()
  await first.stop()
  writeFileSync(sessionFile(first.folder), text)
  expect(await callWith(await startTestHost({ folder: first.folder }), cookie)).toBe(401)
})

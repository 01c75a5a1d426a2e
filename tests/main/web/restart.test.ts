/** The program ended and started again: the same address and the keys of its pages where they can be had, none of them where somebody else had the port. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { tokenOf } from '../../../renderer/line/keyring.ts'
import { startTestHost } from './running-host.ts'
import type { PageKeys } from '../../../shared/ipc/line.ts'
import type { RunningHost } from './running-host.ts'

/** The keys of a page that is open; ends its line when the program is stopped. */
async function openPage(host: RunningHost): Promise<PageKeys> {
  const keys = await host.keysOf(await host.signIn())
  if (!keys) throw new Error('the page was not let in')
  return keys
}

/** What a page that stayed open does: 'open', or why not. */
async function comesBack(host: RunningHost, key: string): Promise<string> {
  const line = await host.openWith(key)
  if (line.kind === 'open') {
    expect(await host.keysOf(line.secret)).toMatchObject({ key })
    line.end()
  }
  return line.kind === 'refused' ? line.why : line.kind
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

test('the same address; a page that stayed open finds the program, with its key of any earlier run', async () => {
  const first = await startTestHost()
  const { key } = await openPage(first)
  await first.stop()
  const second = await startTestHost({ folder: first.folder })
  expect(second.authority).toBe(first.authority)
  expect(await comesBack(second, key)).toBe('open')
  const other = await openPage(second)
  expect(other.key).not.toBe(key)
  await second.stop()
  const third = await startTestHost({ folder: first.folder })
  expect([await comesBack(third, key), await comesBack(third, other.key)]).toEqual(['open', 'open'])
  const falsified = `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`
  expect(await comesBack(third, falsified)).toBe('foreign') // the name is right: the proofs differ
})

test('what lies in the storage of a browser and what is printed end with their run', async () => {
  const first = await startTestHost()
  const { reloadKey } = await openPage(first)
  const unused = tokenOf(new URL(first.url()).hash)
  const given = tokenOf(new URL(first.urlForBrowser()).hash)
  await first.stop()
  const second = await startTestHost({ folder: first.folder })
  expect(second.authority).toBe(first.authority)
  for (const word of [reloadKey, unused, given]) expect(await comesBack(second, word)).toBe('unknown')
})

test('the file and its folder are for their owner only; it holds no token and no reload key', async () => {
  const host = await startTestHost()
  const token = tokenOf(new URL(host.url()).hash)
  const { reloadKey } = await openPage(host)
  const file = sessionFile(host.folder)
  expect(statSync(file).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600)
  expect(statSync(join(file, '..')).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o700)
  for (const word of [token, reloadKey]) expect(readFileSync(file, 'utf8')).not.toContain(word.slice(-43))
  expect(readdirSync(join(host.folder, 'sessions'))).toHaveLength(1)
})

test('somebody else had the port: another one, and the pages of before are over for good', async () => {
  const first = await startTestHost()
  const { key } = await openPage(first)
  const port = Number(first.authority.split(':')[1])
  await first.stop()
  const leave = await occupy(port)
  const second = await startTestHost({ folder: first.folder })
  expect(second.authority).not.toBe(first.authority)
  expect(await comesBack(second, key)).toBe('unknown')
  await second.stop()
  await leave()
  expect(await comesBack(await startTestHost({ folder: first.folder }), key)).toBe('unknown')
})

test('the person wants no page of before to be known: another address, and none is', async () => {
  const first = await startTestHost()
  const { key } = await openPage(first)
  await first.stop()
  const second = await startTestHost({ folder: first.folder, forgetsPages: true })
  expect(await comesBack(second, key)).toBe('unknown')
})

test('a program that only looks stands beside the one that writes and keeps nothing', async () => {
  const writer = await startTestHost()
  await openPage(writer)
  const before = readFileSync(sessionFile(writer.folder), 'utf8')
  const reader = await startTestHost({ folder: writer.folder, readOnly: true })
  await openPage(reader)
  expect(reader.authority).not.toBe(writer.authority)
  expect(readFileSync(sessionFile(writer.folder), 'utf8')).toBe(before)
})

test.each([
  '',
  '{',
  'null',
  '{"port":80}',
  '{"port":0,"keys":[]}',
  '{"port":99999,"keys":[]}',
  '{"port":5,"keys":["x"]}',
])('a file that says %j is as good as none', async (text) => {
  const first = await startTestHost()
  const { key } = await openPage(first)
  await first.stop()
  writeFileSync(sessionFile(first.folder), text)
  expect(await comesBack(await startTestHost({ folder: first.folder }), key)).toBe('unknown')
})

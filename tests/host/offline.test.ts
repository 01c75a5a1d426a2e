/** Nothing leaves the machine: every socket of a full run is watched, only the own loopback server is spoken to. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { isIP, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import dns from 'node:dns'
import { expect, onTestFinished, test } from 'vitest'
import { startTestHost } from '../main/web/running-host.ts'
import { copyExamples, openCommandLine } from '../main/cli/command-line.ts'

const target = (words: unknown[]): string => {
  const [options] = words.flat() as [{ host?: string; path?: string } | undefined]
  return options?.host ?? options?.path ?? 'localhost'
}

function watchSockets(): string[] {
  const reached: string[] = []
  // oxlint-disable-next-line typescript/unbound-method -- put back as it was, called with its own `this`
  const connect = Socket.prototype.connect
  const lookup = dns.lookup
  Socket.prototype.connect = function watched(this: Socket, ...words: unknown[]) {
    reached.push(target(words))
    return Reflect.apply(connect, this, words) as Socket
  }
  dns.lookup = ((name: string, ...rest: unknown[]) => {
    if (isIP(name) === 0) reached.push(`name ${name}`)
    return Reflect.apply(lookup, dns, [name, ...rest])
  }) as typeof dns.lookup
  onTestFinished(() => {
    Socket.prototype.connect = connect
    dns.lookup = lookup
  })
  return reached
}

test('the watch itself sees a connection', () => {
  const reached = watchSockets()
  const socket = new Socket()
  socket.on('error', () => {})
  socket.connect({ host: '127.0.0.1', port: 9 }).destroy()
  expect(reached).toEqual(['127.0.0.1'])
})

test('browser host and command line, with files that ask for foreign addresses', async () => {
  const reached = watchSockets()
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-offline-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'in'))
  const page =
    '<html><head><base href="http://example.com/"><link rel=stylesheet href="http://example.com/a.css"></head><body><img src="http://example.com/a.png"><table><tr><td>项目名称</td><td>甲</td></tr></table></body></html>'
  writeFileSync(join(folder, 'in', 'a.html'), page)
  const host = await startTestHost()
  await host.call('examples.open', {})
  const uploaded = (await host.upload('a.html', page)).json as { value: { token: string } }
  await host.call('import.read', { token: uploaded.value.token })
  const list = (await host.call('projects.list', { deleted: false })) as { value: { id: string }[] }
  for (const format of ['xlsx', 'docx', 'html', 'json']) {
    await host.call('export.run', { ids: list.value.map(({ id }) => id), format, single: true, job: format })
  }
  const cli = openCommandLine()
  copyExamples(cli.folder)
  await cli.run('import', '例表', join(folder, 'in'), '--workspace', 'w.db')
  await cli.run('check', '--workspace', 'w.db')
  await cli.run('export', '--workspace', 'w.db', '--format', 'xlsx', '--out', 'o', '--single')
  expect(list.value).toHaveLength(25)
  expect([...new Set(reached)]).toEqual(['127.0.0.1'])
})

test('only the loopback server can open a socket at all: no other source imports a network module or calls fetch', () => {
  const root = resolve(import.meta.dirname, '..', '..')
  const files = ['main', 'shared'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  )
  const network =
    /(?:from |getBuiltinModule\()'node:(?:net|http|https|http2|tls|dgram|dns)(?:\/\w+)?'|(?<![.\w])fetch\(|new WebSocket/
  const isType = /^import type .*$/gm
  const users = files.filter((name) => network.test(readFileSync(join(root, name), 'utf8').replaceAll(isType, '')))
  expect(files.length).toBeGreaterThan(100)
  expect(users).toEqual(['main/web/server.ts'])
})

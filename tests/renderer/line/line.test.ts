/** The page's line to the program, and what is left of it when somebody else has the address: everything such a one is sent is looked at. */
import { createServer } from 'node:net'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createKeyring, tokenOf } from '../../../renderer/line/keyring.ts'
import { createLine } from '../../../renderer/line/line.ts'
import { lineHeaders, secretIn } from '../../../shared/ipc/line.ts'
import { startTestHost } from '../../main/web/running-host.ts'
import type { Line, LineState } from '../../../renderer/line/line.ts'
import type { RunningHost } from '../../main/web/running-host.ts'

interface Page {
  line: Line
  states: LineState[]
  heard: string[]
  storage: Map<string, string>
  /** Sets the page's clock on. */
  passes: (ms: number) => void
  talks: () => Promise<boolean>
}

/** A page of this host's address; `token`: of the address it was opened by. */
function openPage(authority: string, token: string, storage = new Map<string, string>(), isTapped = () => false): Page {
  const keyring = createKeyring({
    getItem: (name) => storage.get(name) ?? null,
    setItem: (name, text) => void storage.set(name, text),
    removeItem: (name) => void storage.delete(name),
  })
  if (token !== '') keyring.addToken(token)
  const page: Page = {
    states: [],
    heard: [],
    storage,
    passes: (ms) => void (later += ms),
    line: createLine({
      send: (path, init) => {
        const headers = { ...init.headers, origin: `http://${authority}`, 'sec-fetch-site': 'same-origin' }
        return fetch(`http://${authority}${path}`, { ...init, headers, redirect: 'manual' })
      },
      authority,
      keyring,
      hear: (name) => void page.heard.push(name),
      changed: (state) => void page.states.push(state),
      isTapped,
      steadyMs: () => performance.now() + later,
    }),
    async talks() {
      const secret = await page.line.secret()
      if (typeof secret !== 'string') return false
      const headers = {
        origin: `http://${authority}`,
        [lineHeaders.session]: secret,
        'content-type': 'application/json',
      }
      const answer = await fetch(`http://${authority}/call/app.info`, { method: 'POST', headers, body: '{}' })
      return answer.status === 200
    },
  }
  let later = 0
  onTestFinished(() => page.line.end())
  page.line.tryNow()
  return page
}

const kindOf = (page: Page): string => page.line.state().kind
const reaches = (page: Page, kind: LineState['kind']) => expect.poll(() => kindOf(page), { timeout: 15_000 }).toBe(kind)
const tokenIn = (host: RunningHost): string => tokenOf(new URL(host.url()).hash)
/** The program has given the page its keys. */
const hasKeys = (page: Page) => expect.poll(() => page.storage.size).toBe(1)

interface OtherProgram {
  /** All it was ever sent. */
  received: () => string
  leave: () => Promise<void>
}

/** Somebody else at this address, who answers every request with this text; null: with nothing at all. */
async function otherProgram(authority: string, answer: (request: string) => string | null): Promise<OtherProgram> {
  let received = ''
  const server = createServer((socket) => {
    let request = ''
    socket.on('error', () => {})
    socket.on('data', (bytes) => {
      received += bytes.toString('latin1')
      request += bytes.toString('latin1')
      const text = request.includes('\r\n\r\n') ? answer(request) : null
      if (text !== null) socket.end(text)
    })
    onTestFinished(() => void socket.destroy())
    sockets.add(socket)
  })
  const sockets = new Set<{ destroy: () => void }>()
  await new Promise<void>((done) => server.listen(Number(authority.split(':')[1]), '127.0.0.1', done))
  const leave = () =>
    new Promise<void>((done) => {
      sockets.forEach((socket) => socket.destroy())
      server.close(() => done())
    })
  onTestFinished(() => (server.listening ? leave() : undefined))
  return { received: () => received, leave }
}

const http = (status: string, headers: string, body: string): string =>
  `HTTP/1.1 ${status}\r\n${headers}${headers === '' ? '' : '\r\n'}connection: close\r\n\r\n${body}`
const stream = 'content-type: text/event-stream'
const word = 'x'.repeat(43)

test('opens with the token, hears and talks; a reload goes on with what the tab kept', async () => {
  const host = await startTestHost()
  const page = openPage(host.authority, tokenIn(host))
  expect(await page.talks()).toBe(true)
  await hasKeys(page)
  await host.call('projects.create', { template: 'hebei-xinle-2024', year: '', unitName: '甲', unitCode: '' })
  await expect.poll(() => page.heard).toEqual(['store.changed'])
  const reloaded = openPage(host.authority, '', page.storage)
  expect(await reloaded.talks()).toBe(true)
  expect(reloaded.states).toEqual([{ kind: 'open' }])
})

test('a page without a key asks for nothing', async () => {
  const host = await startTestHost()
  const page = openPage(host.authority, '')
  expect(await page.line.secret()).toEqual({ kind: 'shut', why: 'none', wasOpen: false })
  page.line.addToken(word + 'y'.repeat(22)) // the person pastes an address over it
  await expect
    .poll(() => page.states.map((state) => (state.kind === 'shut' ? state.why : '')))
    .toEqual(['none', 'unknown'])
  page.line.addToken(tokenIn(host))
  await reaches(page, 'open')
})

test('an event nobody can deal with does not end the line', async () => {
  const host = await startTestHost()
  const page = openPage(host.authority, tokenIn(host))
  await hasKeys(page)
  const thrown: unknown[] = []
  const note = (error: unknown): void => void thrown.push(error)
  process.on('uncaughtException', note)
  onTestFinished(() => void process.off('uncaughtException', note))
  page.heard.push = () => {
    throw new Error('a listener of the page')
  }
  await host.call('projects.create', { template: 'hebei-xinle-2024', year: '', unitName: '甲', unitCode: '' })
  await expect.poll(() => thrown).toHaveLength(1)
  expect(page.states.map(({ kind }) => kind)).toEqual(['open'])
  expect(await page.talks()).toBe(true)
})

test('the token of a stranger, and one that was used, are told; a key in the tab still opens', async () => {
  const host = await startTestHost()
  const token = tokenIn(host)
  const page = openPage(host.authority, token)
  await hasKeys(page)
  const late = openPage(host.authority, token)
  expect(await late.line.secret()).toEqual({ kind: 'shut', why: 'used', wasOpen: false })
  const stranger = openPage(host.authority, word + 'y'.repeat(22))
  expect(await stranger.line.secret()).toEqual({ kind: 'shut', why: 'unknown', wasOpen: false })
  expect(await openPage(host.authority, token, page.storage).talks()).toBe(true)
})

test('a program that falls silent is given up and asked to prove itself again', async () => {
  const host = await startTestHost()
  const page = openPage(host.authority, tokenIn(host))
  await hasKeys(page)
  page.passes(60_000)
  await expect.poll(() => page.states.map(({ kind }) => kind), { timeout: 15_000 }).toEqual(['open', 'gone', 'open'])
})

test('the program starts again: the page that stayed finds it and goes on; the one loaded meanwhile is told', async () => {
  const first = await startTestHost()
  const page = openPage(first.authority, tokenIn(first))
  await hasKeys(page)
  const kept = new Map(page.storage)
  await first.stop()
  await reaches(page, 'gone')
  const second = await startTestHost({ folder: first.folder })
  expect(second.authority).toBe(first.authority)
  await reaches(page, 'open')
  expect(await page.talks()).toBe(true)
  const loaded = openPage(first.authority, '', kept)
  expect(await loaded.line.secret()).toEqual({ kind: 'shut', why: 'unknown', wasOpen: false })
})

test('a page whose key was forgotten keeps trying, and takes a token given to it later', async () => {
  const first = await startTestHost()
  const port = Number(first.authority.split(':')[1])
  const page = openPage(first.authority, tokenIn(first))
  await hasKeys(page)
  await first.stop()
  const second = await startTestHost({ folder: first.folder, forgetsPages: true, port })
  await reaches(page, 'shut')
  expect(page.line.state()).toEqual({ kind: 'shut', why: 'unknown', wasOpen: true })
  page.line.addToken(tokenIn(second))
  expect(await page.talks()).toBe(true)
})

describe('another program has the address', () => {
  const answers: [what: string, expected: LineState['kind'], answer: (request: string) => string | null][] = [
    ['a page of its own', 'foreign', () => http('200 OK', 'content-type: text/html', '<title>绩表</title>')],
    ['nothing there', 'foreign', () => http('404 Not Found', '', '')],
    ['go elsewhere', 'foreign', () => http('302 Found', 'location: /steal', '')],
    [
      'a proof of its own',
      'foreign',
      () => http('200 OK', stream, `event: proof\ndata: {"nonce":"${word}","proof":"${word}"}\n\n`),
    ],
    [
      'what it was sent',
      'foreign',
      (request) =>
        http(
          '200 OK',
          stream,
          `event: proof\ndata: {"nonce":"${challengeIn(request)}","proof":"${challengeIn(request)}"}\n\n`,
        ),
    ],
    ['a proof that is none', 'foreign', () => http('200 OK', stream, 'event: proof\ndata: null\n\n')],
    ['an endless word', 'foreign', () => http('200 OK', stream, 'x'.repeat(100_000))],
    ['an event without a proof', 'foreign', () => http('200 OK', stream, 'event: store.changed\ndata: {}\n\n')],
    ['you are not allowed', 'foreign', () => http('401 Unauthorized', 'www-authenticate: Basic', '')],
    [
      'the program does not know you',
      'shut',
      () => http('401 Unauthorized', '', '{"ok":false,"error":{"code":"unknown","message":""}}'),
    ],
    ['nothing at all', 'gone', () => ''],
  ]
  const challengeIn = (request: string): string => /jibiao-challenge: ([\w-]{43})/.exec(request)?.[1] ?? ''

  test.each(answers)('that says: %s', async (_what, kind, answer) => {
    const host = await startTestHost()
    const token = tokenIn(host)
    const page = openPage(host.authority, token)
    await hasKeys(page)
    const secret = await page.line.secret()
    if (typeof secret !== 'string') throw new Error(secret.kind)
    const keys = await host.keysOf(secret)
    await host.stop()
    const other = await otherProgram(host.authority, answer)
    await reaches(page, kind)
    expect(typeof (await page.line.secret())).not.toBe('string') // a call is not made
    expect(page.heard).toEqual([])
    expect(other.received()).toMatch(/^POST \/line /)
    expect(other.received()).not.toMatch(/POST \/(?!line )/)
    expect(other.received()).not.toMatch(/cookie|jibiao-session/i)
    for (const own of [secretIn(token), secretIn(keys?.key ?? ''), secretIn(keys?.reloadKey ?? ''), secret]) {
      expect(own).toHaveLength(43)
      expect(other.received()).not.toContain(own)
    }
    await other.leave()
    const again = await startTestHost({ folder: host.folder })
    expect(again.authority).toBe(host.authority)
    page.line.tryNow() // not after the pause it has come to
    await reaches(page, 'open')
    expect(await page.talks()).toBe(true)
  })

  test('and has left a worker in the browser that would hear everything: nothing is said, not even to the program', async () => {
    const host = await startTestHost()
    let isTapped = true
    const page = openPage(host.authority, tokenIn(host), new Map(), () => isTapped)
    expect(await page.line.secret()).toEqual({ kind: 'foreign' })
    expect(host.opened).toEqual([])
    isTapped = false
    page.line.tryNow()
    await reaches(page, 'open')
  })

  test('and never answers: the page waits and goes on when it is gone', async () => {
    const host = await startTestHost()
    const page = openPage(host.authority, tokenIn(host))
    await hasKeys(page)
    await host.stop()
    const other = await otherProgram(host.authority, () => null)
    await vi.waitUntil(() => other.received() !== '', { timeout: 10_000 })
    expect(kindOf(page)).toBe('gone')
    await other.leave()
    await startTestHost({ folder: host.folder })
    await reaches(page, 'open')
  })

  test('what it saw opens nothing later: a challenge said again brings another proof, and no event', async () => {
    const host = await startTestHost()
    const page = openPage(host.authority, tokenIn(host))
    await hasKeys(page)
    await host.stop()
    const other = await otherProgram(host.authority, () => '')
    await vi.waitUntil(() => other.received().includes('\r\n\r\n'), { timeout: 10_000 })
    await other.leave()
    const again = await startTestHost({ folder: host.folder })
    const seen = (name: string): string => new RegExp(`${name}: ([\\w-]+)`).exec(other.received())?.[1] ?? ''
    const headers = {
      origin: again.origin,
      [lineHeaders.key]: seen(lineHeaders.key),
      [lineHeaders.challenge]: seen(lineHeaders.challenge),
    }
    const open = async () => {
      const reader = (await fetch(`${again.origin}/line`, { method: 'POST', headers })).body?.getReader()
      onTestFinished(() => reader?.cancel())
      return reader
    }
    const [one, two] = [await open(), await open()]
    const proofs = [await one?.read(), await two?.read()].map((part) => new TextDecoder().decode(part?.value))
    expect(proofs[0]).toMatch(/^event: proof\n/)
    expect(proofs[0]).not.toBe(proofs[1])
    const silent = Promise.race([one?.read(), new Promise((done) => setTimeout(() => done('nothing'), 300))])
    await again.call('projects.create', { template: 'hebei-xinle-2024', year: '', unitName: '甲', unitCode: '' })
    expect(await silent).toBe('nothing')
  })
})

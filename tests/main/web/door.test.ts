/** Who is heard: the right Host, the right Origin, a page on a line of its own; nobody else, by no path. */
import { describe, expect, test } from 'vitest'
import { tokenOf } from '../../../renderer/line/keyring.ts'
import { openLine } from '../../../renderer/line/open-line.ts'
import { contract } from '../../../shared/ipc/contract.ts'
import { lineHeaders, nameIn, secretIn } from '../../../shared/ipc/line.ts'
import { onLine, startTestHost } from './running-host.ts'
import type { RunningHost } from './running-host.ts'

const json = { 'content-type': 'application/json' }
const tokenIn = (url: string): string => tokenOf(new URL(url).hash)

/** The secret of a line that opens. */
async function opened(host: RunningHost, key: string): Promise<string> {
  const line = await host.openWith(key)
  if (line.kind !== 'open') throw new Error(JSON.stringify(line))
  return line.secret
}

describe('an address', () => {
  test('opens once; the next one works; its token is in no request', async () => {
    const host = await startTestHost()
    const first = tokenIn(host.url())
    expect(new URL(host.url()).pathname + new URL(host.url()).search).toBe('/')
    expect(await host.keysOf(await opened(host, first))).toMatchObject({ key: expect.stringMatching(/^[\w-]{65}$/) })
    expect(await host.openWith(first)).toEqual({ kind: 'refused', why: 'used' })
    expect(host.opened).toEqual([host.url()])
    expect(tokenIn(host.url())).not.toBe(first)
    expect(await host.signIn()).not.toBe('')
  })

  test('given to a browser opens once too, and leaves the printed one as it is', async () => {
    const host = await startTestHost()
    const printed = host.url()
    const token = tokenIn(host.urlForBrowser())
    expect(await host.keysOf(await opened(host, token))).not.toBeNull()
    expect(await host.openWith(token)).toEqual({ kind: 'refused', why: 'used' })
    expect(host.opened).toEqual([printed])
    expect(host.url()).toBe(printed)
  })

  test('opened by two at once belongs to the one who speaks first; the other is told', async () => {
    const host = await startTestHost()
    const token = tokenIn(host.url())
    const [one, other] = [await opened(host, token), await opened(host, token)]
    expect(await host.keysOf(other)).not.toBeNull()
    expect(await host.keysOf(one)).toBeNull()
    expect(await host.openWith(token)).toEqual({ kind: 'refused', why: 'used' })
  })

  test('of nobody opens nothing', async () => {
    const host = await startTestHost()
    expect(await host.openWith('x'.repeat(65))).toEqual({ kind: 'refused', why: 'unknown' })
  })
})

test('a reload key opens and brings the key back; neither opens under another address', async () => {
  const host = await startTestHost()
  const keys = await host.keysOf(await host.signIn())
  if (!keys) throw new Error('no keys')
  expect(await host.keysOf(await opened(host, keys.reloadKey))).toEqual(keys)
  expect(await host.keysOf(await opened(host, keys.key))).toEqual(keys)
  const relayed = (key: string) =>
    openLine(
      (path, init) => fetch(`${host.origin}${path}`, { ...init, headers: { ...init.headers, origin: host.origin } }),
      '127.0.0.1:1', // where the page found somebody who hands everything on
      key,
    )
  expect(await relayed(keys.key)).toEqual({ kind: 'foreign' })
})

test('the page and its files go to anybody, with what they may do; no answer sets a cookie', async () => {
  const host = await startTestHost()
  const page = await host.send('/')
  expect(page.text).toContain('绩表')
  expect(page.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    connection: 'close',
  })
  expect(page.headers['content-security-policy']).toContain("script-src 'self';")
  expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'")
  const script = await host.send('/assets/app.js')
  expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
  const line = await host.send('/line', { method: 'POST', headers: { origin: host.origin } })
  const secret = await host.signIn()
  const call = await host.send('/call/app.info', {
    method: 'POST',
    headers: { ...json, ...onLine(secret), origin: host.origin },
    body: '{}',
  })
  expect(call.status).toBe(200)
  for (const { headers } of [page, script, line, call]) expect(headers['set-cookie']).toBeUndefined()
})

test.each([
  ['a file on this machine forwards to it', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' }, 200],
  ['the address bar', { 'sec-fetch-site': 'none' }, 200],
  ['another page takes its script', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'script' }, 403],
  ['a page of another port takes it', { 'sec-fetch-site': 'same-site', 'sec-fetch-dest': 'empty' }, 403],
  ['another page shows it inside', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'iframe' }, 403],
])('the page is opened: %s', async (_how, headers, status) => {
  const host = await startTestHost()
  expect((await host.send('/', { headers })).status).toBe(status)
})

describe('no file outside the page', () => {
  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets/link.txt',
    '//etc/passwd',
    '/assets/app.js%00.txt',
    '/C:/secret.txt',
    '/%E0%A4%A',
    '/assets',
    '/work.db',
  ])('%s', async (path) => {
    const host = await startTestHost()
    const answer = await host.send(path)
    expect(answer.status).toBe(404)
    expect(answer.text).not.toContain('not for the page')
  })
})

describe('every call is refused, with nothing changed,', () => {
  const cases: [what: string, status: number, change: Record<string, string | undefined>][] = [
    ['without a line', 401, { [lineHeaders.session]: undefined }],
    ['with a wrong secret', 401, { [lineHeaders.session]: 'x'.repeat(43) }],
    ['with two secrets', 401, { [lineHeaders.session]: `${'x'.repeat(43)}, ${'y'.repeat(43)}` }],
    ['with a cookie', 401, { [lineHeaders.session]: undefined, cookie: 'jibiao-1=x' }],
    ['from another Origin', 403, { origin: 'http://example.com' }],
    ['from another port of this machine', 403, { origin: 'http://127.0.0.1:1' }],
    ['from a file', 403, { origin: 'null' }],
    ['without an Origin', 403, { origin: undefined }],
    ['from another site, says the browser', 403, { 'sec-fetch-site': 'cross-site' }],
    ['from another port, says the browser', 403, { 'sec-fetch-site': 'same-site' }],
    ['typed into the address bar', 403, { 'sec-fetch-site': 'none' }],
    ['for another Host', 421, { host: 'example.com' }],
    ['for localhost, which may be anything', 421, { host: 'localhost' }],
    ['as a form', 400, { 'content-type': 'text/plain' }],
  ]
  test.each(cases)('%s', async (_what, status, change) => {
    const host = await startTestHost()
    const usual = { ...json, ...onLine(await host.signIn()), origin: host.origin, host: host.authority }
    const headers = Object.fromEntries(
      Object.entries({ ...usual, ...change }).filter((entry): entry is [string, string] => entry[1] !== undefined),
    )
    const body = JSON.stringify({ template: 'hebei-xinle-2024', year: '', unitName: '', unitCode: '' })
    for (const path of [...Object.keys(contract).map((name) => `/call/${name}`), '/upload?name=a.json', '/keys']) {
      if (path === '/keys' && status === 400) continue // it has no body
      const answer = await host.send(path, { method: 'POST', headers, body })
      expect([path, answer.status]).toEqual([path, status])
      expect(answer.text).toMatch(/\p{Script=Han}{4}/u)
      if (status === 401) expect(answer.json).toMatchObject({ ok: false, error: { code: 'no-line' } })
    }
    expect(await host.call('projects.list', { deleted: false })).toEqual({ ok: true, value: [] })
    expect(await host.call('units.list', {})).toEqual({ ok: true, value: [] })
  })

  test('with what was said before the line was proven, or with a key itself', async () => {
    const host = await startTestHost()
    const token = tokenIn(host.url())
    const keys = await host.keysOf(await host.signIn())
    const words = [token, keys?.key ?? '', keys?.reloadKey ?? ''].flatMap((key) => [key, nameIn(key), secretIn(key)])
    for (const word of words) {
      const headers = { ...json, ...onLine(word), origin: host.origin }
      expect((await host.send('/call/app.info', { method: 'POST', headers, body: '{}' })).status).toBe(401)
    }
  })
})

describe('a line is refused', () => {
  test.each([
    ['without an Origin', 403, { origin: undefined }],
    ['from another port of this machine', 403, { origin: 'http://127.0.0.1:1' }],
    ['for another Host', 421, { host: 'localhost' }],
    ['without a challenge', 400, { [lineHeaders.challenge]: undefined }],
    ['with a challenge that is none', 400, { [lineHeaders.challenge]: 'x'.repeat(44) }],
    ['without a name', 401, { [lineHeaders.key]: undefined }],
    ['with the whole token for a name', 401, { [lineHeaders.key]: 'x'.repeat(65) }],
  ])('%s', async (_what, status, change) => {
    const host = await startTestHost()
    const usual = {
      [lineHeaders.key]: nameIn(tokenIn(host.url())),
      [lineHeaders.challenge]: 'x'.repeat(43),
      origin: host.origin,
      host: host.authority,
    }
    const headers = Object.fromEntries(
      Object.entries({ ...usual, ...change }).filter((entry): entry is [string, string] => entry[1] !== undefined),
    )
    const answer = await host.send('/line', { method: 'POST', headers })
    expect(answer.status).toBe(status)
    expect(answer.text).not.toContain('proof')
  })
})

describe('refused', () => {
  test.each(['PUT', 'DELETE', 'OPTIONS', 'TRACE', 'HEAD'])('the method %s', async (method) => {
    const host = await startTestHost()
    const headers = { ...onLine(await host.signIn()), origin: host.origin }
    expect((await host.send('/', { method, headers })).status).toBe(405)
  })

  test.each(['__proto__', 'constructor', 'projects.list/../x', '%00', ''])('the call named “%s”', async (name) => {
    const host = await startTestHost()
    expect(await host.call(name, {})).toMatchObject({ ok: false, error: { code: 'bad-input' } })
  })

  test('a body that is no JSON', async () => {
    const host = await startTestHost()
    const headers = { ...json, ...onLine(await host.signIn()), origin: host.origin }
    const answer = await host.send('/call/app.info', { method: 'POST', headers, body: '{"a":' })
    expect(answer.status).toBe(400)
    expect(answer.json).toMatchObject({ ok: false, error: { code: 'bad-input' } })
  })

  test('a body beyond measure, and the host goes on', async () => {
    const host = await startTestHost()
    const headers = { ...json, ...onLine(await host.signIn()), origin: host.origin }
    const body = Buffer.alloc(65 * 1024 * 1024, 32)
    const answer = await host.send('/call/app.info', { method: 'POST', headers, body })
    expect(answer.json).toMatchObject({ ok: false, error: { code: 'file-too-large' } })
    expect(await host.call('app.info', {})).toMatchObject({ ok: true })
  })
})

/** Who is heard: the right Host, the right Origin, the session from the opened address; nobody else, by no path. */
import { describe, expect, test } from 'vitest'
import { startTestHost } from './running-host.ts'

const json = { 'content-type': 'application/json' }

test('the address opens once, the cookie cannot be read or sent by others, the next address works', async () => {
  const host = await startTestHost()
  const first = new URL(host.url())
  const answer = await host.send(first.pathname + first.search)
  expect(answer.status).toBe(303)
  expect(answer.headers.location).toBe('/')
  expect(answer.headers['set-cookie']?.[0]).toMatch(/^jibiao-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
  expect((await host.send(first.pathname + first.search)).status).toBe(401)
  expect(host.opened).toEqual([host.url()])
  expect(await host.signIn()).not.toBe('')
})

test('the page and its files, with what they may do', async () => {
  const host = await startTestHost()
  const headers = { cookie: await host.signIn() }
  const page = await host.send('/', { headers })
  expect(page.text).toContain('绩表')
  expect(page.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  })
  expect(page.headers['content-security-policy']).toContain("script-src 'self';")
  expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'")
  expect((await host.send('/assets/app.js', { headers })).headers['content-type']).toBe(
    'text/javascript; charset=utf-8',
  )
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
    const answer = await host.send(path, { headers: { cookie: await host.signIn() } })
    expect(answer.status).toBe(404)
    expect(answer.text).not.toContain('not for the page')
  })
})

describe('refused', () => {
  const cases: [what: string, status: number, change: Record<string, string | undefined>][] = [
    ['without the cookie', 401, { cookie: undefined }],
    ['with a wrong cookie', 401, { cookie: 'jibiao-1=x' }],
    ['from another Origin', 403, { origin: 'http://example.com' }],
    ['from another port of this machine', 403, { origin: 'http://127.0.0.1:1' }],
    ['from a file', 403, { origin: 'null' }],
    ['without an Origin', 403, { origin: undefined }],
    ['from another site, says the browser', 403, { 'sec-fetch-site': 'cross-site' }],
    ['for another Host', 421, { host: 'example.com' }],
    ['for localhost, which may be anything', 421, { host: 'localhost' }],
    ['as a form', 400, { 'content-type': 'text/plain' }],
  ]
  test.each(cases)('%s', async (_what, status, change) => {
    const host = await startTestHost()
    const usual = { ...json, cookie: await host.signIn(), origin: host.origin, host: host.authority }
    const headers = Object.fromEntries(
      Object.entries({ ...usual, ...change }).filter((entry): entry is [string, string] => entry[1] !== undefined),
    )
    const body = JSON.stringify({ template: 'hebei-xinle-2024', year: '', unitName: '', unitCode: '' })
    const answer = await host.send('/call/projects.create', { method: 'POST', headers, body })
    expect(answer.status).toBe(status)
    expect(await host.call('projects.list', { deleted: false })).toEqual({ ok: true, value: [] })
  })

  test.each(['PUT', 'DELETE', 'OPTIONS', 'TRACE', 'HEAD'])('the method %s', async (method) => {
    const host = await startTestHost()
    const headers = { cookie: await host.signIn(), origin: host.origin }
    expect((await host.send('/', { method, headers })).status).toBe(405)
  })

  test.each(['__proto__', 'constructor', 'projects.list/../x', '%00', ''])('the call named “%s”', async (name) => {
    const host = await startTestHost()
    expect(await host.call(name, {})).toMatchObject({ ok: false, error: { code: 'bad-input' } })
  })

  test('a body that is no JSON', async () => {
    const host = await startTestHost()
    const headers = { ...json, cookie: await host.signIn(), origin: host.origin }
    const answer = await host.send('/call/app.info', { method: 'POST', headers, body: '{"a":' })
    expect(answer.status).toBe(400)
    expect(answer.json).toMatchObject({ ok: false, error: { code: 'bad-input' } })
  })

  test('a body beyond measure, and the host goes on', async () => {
    const host = await startTestHost()
    const headers = { ...json, cookie: await host.signIn(), origin: host.origin }
    const body = Buffer.alloc(65 * 1024 * 1024, 32)
    const answer = await host.send('/call/app.info', { method: 'POST', headers, body })
    expect(answer.json).toMatchObject({ ok: false, error: { code: 'file-too-large' } })
    expect(await host.call('app.info', {})).toMatchObject({ ok: true })
  })
})

/** A browser host on a free port with a workspace and a page in a temporary folder, and a client that behaves like a browser. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { startBrowserHost } from '../../../main/launch/browser-host.ts'
import type { IncomingHttpHeaders } from 'node:http'

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
  text: string
  json: unknown
}

export interface RunningHost {
  folder: string
  authority: string
  origin: string
  url: () => string
  opened: string[]
  /** Any request, nothing added: node:http sends the headers as they are (fetch would not let Host be set). */
  send(
    path: string,
    options?: { method?: string; headers?: Record<string, string>; body?: string | Buffer },
  ): Promise<Answer>
  /** Opens the address and keeps the cookie. */
  signIn: () => Promise<string>
  /** A call of the page, signed in. */
  call: (name: string, input: unknown) => Promise<unknown>
  upload: (name: string, bytes: string | Buffer, token?: string, more?: Record<string, string>) => Promise<Answer>
  /** Ends the program and leaves its folder. */
  stop: () => Promise<void>
}

export interface TestHostOptions {
  /** Of a host that was stopped; a new one otherwise. */
  folder?: string
  readOnly?: boolean
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-web-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const page = join(folder, 'page')
  mkdirSync(join(page, 'assets'), { recursive: true })
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>绩表</title>')
  writeFileSync(join(page, 'assets', 'app.js'), 'document.title')
  writeFileSync(join(folder, 'secret.txt'), 'not for the page')
  symlinkSync(join(folder, 'secret.txt'), join(page, 'assets', 'link.txt'))
  return folder
}

export async function startTestHost(options: TestHostOptions = {}): Promise<RunningHost> {
  const folder = options.folder ?? newFolder()
  const opened: string[] = []
  const silent = { info: () => {}, warn: () => {}, error: () => {} }
  const host = await startBrowserHost({
    staticFolder: join(folder, 'page'),
    dataFolder: folder,
    workspace: join(folder, 'work.db'),
    port: 0,
    readOnly: options.readOnly ?? false,
    version: '1.2.3',
    log: silent,
    onOpened: (url) => opened.push(url),
  })
  let isStopped = false
  const stop = async (): Promise<void> => {
    if (!isStopped) await host.close()
    isStopped = true
  }
  onTestFinished(stop)
  const origin = new URL(host.url()).origin
  const authority = new URL(host.url()).host
  let cookie = ''
  const send: RunningHost['send'] = (path, { method = 'GET', headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const call = request(
        { host: '127.0.0.1', port: Number(new URL(origin).port), path, method, headers, agent: false },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('end', () => {
            const bytes = Buffer.concat(chunks)
            const text = bytes.toString('utf8')
            const isJson = response.headers['content-type']?.startsWith('application/json') ?? false
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: bytes,
              text,
              json: isJson ? JSON.parse(text) : null,
            })
          })
        },
      )
      call.on('error', reject)
      call.end(body)
    })
  const signedIn = async (): Promise<Record<string, string>> => {
    if (cookie === '') await running.signIn()
    return { cookie, origin, 'sec-fetch-site': 'same-origin' }
  }
  const running: RunningHost = {
    folder,
    authority,
    origin,
    url: host.url,
    opened,
    send,
    stop,
    async signIn() {
      const { pathname, search } = new URL(host.url())
      const answer = await send(pathname + search)
      cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
      return cookie
    },
    async call(name, input) {
      const headers = { ...(await signedIn()), 'content-type': 'application/json' }
      return (await send(`/call/${name}`, { method: 'POST', headers, body: JSON.stringify(input) })).json
    },
    async upload(name, bytes, token, more = {}) {
      const query = new URLSearchParams({ name, ...(token !== undefined && { token }), ...more })
      const headers = { ...(await signedIn()), 'content-type': 'application/octet-stream' }
      return send(`/upload?${query}`, { method: 'POST', headers, body: bytes })
    },
  }
  return running
}

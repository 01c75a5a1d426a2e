/**
 * A browser host on a free port with a workspace and a page in a temporary folder, and a client that behaves like a browser:
 * it opens its line with the page's own code.
 */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { startBrowserHost } from '../../../main/launch/browser-host.ts'
import { openLine } from '../../../renderer/line/open-line.ts'
import { tokenOf } from '../../../renderer/line/keyring.ts'
import { lineHeaders } from '../../../shared/ipc/line.ts'
import type { IncomingHttpHeaders } from 'node:http'
import type { Opened } from '../../../renderer/line/open-line.ts'
import type { PageKeys } from '../../../shared/ipc/line.ts'

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
  urlForBrowser: () => string
  opened: string[]
  /** Any request, nothing added: node:http sends the headers as they are (fetch would not let Host be set). */
  send(
    path: string,
    options?: { method?: string; headers?: Record<string, string>; body?: string | Buffer },
  ): Promise<Answer>
  /** A page's try to open a line with a token or key. */
  openWith: (key: string) => Promise<Opened>
  /** Opens the address printed last and talks on that line from now on; answers its secret. */
  signIn: () => Promise<string>
  /** What a page is given on the line with this secret; null: it is not known. */
  keysOf: (secret: string) => Promise<PageKeys | null>
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
  forgetsPages?: boolean
  /** 0: as the program chooses. */
  port?: number
}

/** The headers a page sends with what it says on its line. */
export const onLine = (secret: string): Record<string, string> => ({ [lineHeaders.session]: secret })

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
    port: options.port ?? 0,
    readOnly: options.readOnly ?? false,
    forgetsPages: options.forgetsPages ?? false,
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
  let secret = ''
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
  const fromPage = { origin, 'sec-fetch-site': 'same-origin' }
  const signedIn = async (): Promise<Record<string, string>> => {
    if (secret === '') await running.signIn()
    return { ...onLine(secret), ...fromPage }
  }
  const openWith: RunningHost['openWith'] = (key) =>
    openLine(
      (path, init) => fetch(`${origin}${path}`, { ...init, headers: { ...init.headers, ...fromPage } }),
      authority,
      key,
    )
  const running: RunningHost = {
    folder,
    authority,
    origin,
    url: host.url,
    urlForBrowser: host.urlForBrowser,
    opened,
    send,
    stop,
    openWith,
    async signIn() {
      const opened = await openWith(tokenOf(new URL(host.url()).hash))
      if (opened.kind !== 'open') throw new Error(`the address does not open: ${JSON.stringify(opened)}`)
      onTestFinished(() => opened.end())
      secret = opened.secret
      await running.keysOf(secret) // shows the program that the page has the key
      return secret
    },
    async keysOf(shown) {
      const answer = await send('/keys', { method: 'POST', headers: { ...onLine(shown), ...fromPage } })
      return answer.status === 200 ? (answer.json as { value: PageKeys }).value : null
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

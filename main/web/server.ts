/**
 * The browser host's server: node:http on the loopback address. Order of every request: door (Host, Origin, sender) →
 * session → route. Routes: GET / and the page's files, POST /call/<name>, GET /events, POST /upload, GET /download/<token>.
 */
import { readFileSync } from 'node:fs'
import { fail, succeed } from '../../shared/ipc/result.ts'
import { Refusal, toFailure } from '../handlers/refusal.ts'
import { readJson } from './body.ts'
import { refusedAtDoor, securityHeaders } from './door.ts'
import { createSession } from './session.ts'
import { findStaticFile } from './static-files.ts'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Dispatch } from '../handlers/dispatch.ts'
import type { Log } from '../handlers/log.ts'
import type { Downloads } from './downloads.ts'
import type { EventStream } from './event-stream.ts'
import type { KeptSessions, Session } from './session.ts'
import type { Uploads } from './uploads.ts'

/** Not imported: an import of node:http loads the HTTP client behind `fetch` as well, a fifth of the time of a start. */
const { createServer } = process.getBuiltinModule('node:http')

const maximumCallBytes = 64 * 1024 * 1024

export interface WebServerParts {
  dispatch: Dispatch
  uploads: Uploads
  downloads: Downloads
  events: EventStream
  /** The built page (build/renderer). */
  staticFolder: string
  log: Log
  sessions: KeptSessions
  /** Called when the address was used and a fresh one is there. */
  onOpened: () => void
}

export interface WebServer {
  /** `http://127.0.0.1:40123/?token=…`: opens the program once. */
  openUrl: () => string
  origin: string
  close: () => Promise<void>
}

/** Port 0: any free one. Rejects with the system's error (EADDRINUSE) when the port is taken. */
export async function startWebServer(parts: WebServerParts, port: number): Promise<WebServer> {
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 120_000, maxHeaderSize: 16 * 1024 })
  await listen(server, port)
  const { port: ownPort } = server.address() as AddressInfo // a TCP server has an AddressInfo
  const authority = `127.0.0.1:${ownPort}`
  const session = createSession(ownPort, parts.sessions)
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    answer(parts, session, authority, request, response).catch((thrown: unknown) => {
      if (response.headersSent) response.destroy()
      else sendFailure(response, 500, thrown, parts.log)
    })
  })
  return {
    openUrl: () => `http://${authority}/?token=${session.openToken()}`,
    origin: `http://${authority}`,
    async close() {
      parts.events.close()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
}

async function answer(
  parts: WebServerParts,
  session: Session,
  authority: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
  const refused = refusedAtDoor(request, authority)
  if (refused) return sendText(response, refused.status, refused.message)
  const url = new URL(request.url ?? '/', `http://${authority}`)
  const offered = url.searchParams.get('token')
  if (request.method === 'GET' && url.pathname === '/' && offered !== null) {
    return open(parts, session, offered, request, response)
  }
  if (!session.isKnown(request)) {
    return sendText(response, 401, '请从程序给出的地址打开本页面。地址显示在启动程序的窗口里，每个地址只能用一次。')
  }
  return request.method === 'POST'
    ? answerPost(parts, url, request, response)
    : answerGet(parts, url, request, response)
}

function open(
  parts: WebServerParts,
  session: Session,
  offered: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const cookie = session.exchange(offered)
  if (cookie === null && !session.isKnown(request)) {
    return sendText(response, 401, '这个地址已经用过或不对：请用启动程序的窗口里最新的那个地址。')
  }
  if (cookie !== null) response.setHeader('set-cookie', cookie)
  response.writeHead(303, { location: '/' }).end()
  if (cookie !== null) parts.onOpened()
}

async function answerGet(
  parts: WebServerParts,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (url.pathname === '/events') return parts.events.attach(request, response)
  if (url.pathname.startsWith('/download/')) {
    const sent = await parts.downloads.send(url.pathname.slice('/download/'.length), response)
    return sent ? undefined : sendText(response, 404, '要下载的文件已不再保留：请重新导出。')
  }
  const file = findStaticFile(parts.staticFolder, url.pathname)
  if (!file) return sendText(response, 404, '没有这个页面。')
  response.setHeader('content-type', file.contentType)
  response.end(readFileSync(file.path)) // at once: the answer to a call may not come between two parts of a script
}

async function answerPost(
  parts: WebServerParts,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    if (url.pathname === '/upload') {
      if (request.headers['content-type'] !== 'application/octet-stream')
        throw new Refusal('bad-input', '上传的格式不对。')
      return sendJson(response, 200, succeed(await parts.uploads.receive(request, url.searchParams)))
    }
    if (!url.pathname.startsWith('/call/')) return sendJson(response, 404, fail('bad-input', '没有这个地址。'))
    if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
      throw new Refusal('bad-input', '请求的内容必须是 JSON。')
    }
    const input = await readJson(request, maximumCallBytes)
    sendJson(response, 200, await parts.dispatch(url.pathname.slice('/call/'.length), input))
  } catch (thrown) {
    sendFailure(response, 400, thrown, parts.log)
  }
}

function sendFailure(response: ServerResponse, status: number, thrown: unknown, log: Log): void {
  const failure = toFailure(thrown)
  if (!failure) log.error('浏览器的请求没有完成', thrown)
  // The rest of a body that was refused half-way is not read.
  response.setHeader('connection', 'close')
  const { code, message } = failure ?? { code: 'unexpected', message: '程序出了意外的错误，这一步没有完成。' }
  sendJson(response, failure ? status : 500, fail(code, message))
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value))
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' }).end(`${text}\n`)
}

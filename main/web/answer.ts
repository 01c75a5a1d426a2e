/**
 * What the browser host answers. Order of every request: door (Host, Origin, sender) → the page's line → route. For
 * anybody: GET of the page's files, which hold no data, GET /download/<ticket>, and POST /line, where the program proves
 * itself first. For pages with a line: POST /keys, /call/<name>, /upload.
 */
import { readFileSync } from 'node:fs'
import { isWord, lineHeaders } from '../../shared/ipc/line.ts'
import { fail, succeed } from '../../shared/ipc/result.ts'
import { maximumCallBytes } from '../handlers/door/call-size.ts'
import { Refusal, toFailure } from '../handlers/door/refusal.ts'
import { readJson } from './body.ts'
import { refusedAtDoor, securityHeaders } from './door.ts'
import { downloadPath } from './downloads.ts'
import { findStaticFile } from './static-files.ts'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { LineRefusal, PageKeys } from '../../shared/ipc/line.ts'
import type { Dispatch } from '../handlers/door/dispatch.ts'
import type { Log } from '../handlers/door/log.ts'
import type { Downloads } from './downloads.ts'
import type { Keys } from './keys.ts'
import type { Lines } from './lines.ts'
import type { Uploads } from './uploads.ts'

export interface AnswerParts {
  dispatch: Dispatch
  uploads: Uploads
  downloads: Downloads
  lines: Lines
  /** The built page (build/renderer). */
  staticFolder: string
  log: Log
}

/** What belongs to one server. */
interface Place {
  /** Host and port as in the address bar, `127.0.0.1:40123`. */
  authority: string
  keys: Keys
}

export async function answer(
  parts: AnswerParts,
  place: Place,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
  const refused = refusedAtDoor(request, place.authority)
  if (refused) return sendText(response, refused.status, refused.message)
  const url = new URL(request.url ?? '/', `http://${place.authority}`)
  if (request.method !== 'POST') return answerGet(parts, url, response)
  if (url.pathname === '/line') return openLine(parts.lines, place, request, response)
  const page = parts.lines.admit(headerOf(request, lineHeaders.session))
  if (!page) return sendJson(response, 401, fail('no-line', '程序不认识这一页：请从程序给出的地址打开。'))
  if (url.pathname === '/keys') return sendKeys(place.keys, page, response)
  return answerPage(parts, url, request, response)
}

async function answerGet(parts: AnswerParts, url: URL, response: ServerResponse): Promise<void> {
  if (url.pathname.startsWith(downloadPath)) {
    const sent = await parts.downloads.send(url.pathname.slice(downloadPath.length), response)
    return sent ? undefined : sendText(response, 404, '这个下载地址已经用过或过期：请回到绩表的页面里再点一次文件名。')
  }
  const file = findStaticFile(parts.staticFolder, url.pathname)
  if (!file) return sendText(response, 404, '没有这个页面。')
  response.setHeader('content-type', file.contentType)
  response.end(readFileSync(file.path)) // at once: the answer to a call may not come between two parts of a script
}

/** Nothing of the request is taken but two words; nothing but a proof goes out before the page has shown itself. */
function openLine(lines: Lines, { authority, keys }: Place, request: IncomingMessage, response: ServerResponse): void {
  const challenge = headerOf(request, lineHeaders.challenge)
  if (!isWord(challenge)) return sendJson(response, 400, fail('bad-input', '请求的内容不对。'))
  const opener = keys.find(headerOf(request, lineHeaders.key))
  if (typeof opener === 'string') return sendJson(response, 401, fail(opener, refusals[opener]))
  lines.open(opener, authority, challenge, response)
}

const refusals: Record<LineRefusal, string> = {
  used: '这个地址已经用过：每个地址只能打开一次。',
  expired: '这个地址已经过期：程序自动打开的地址只在三十秒内有效。',
  unknown: '程序不认识这一页：请从程序给出的地址打开。',
}

function sendKeys(keys: Keys, page: PageKeys, response: ServerResponse): void {
  keys.keep()
  sendJson(response, 200, succeed(page))
}

/** '' where the header is missing or there several times. */
function headerOf(request: IncomingMessage, name: string): string {
  const value = request.headers[name]
  return typeof value === 'string' ? value : ''
}

async function answerPage(
  parts: AnswerParts,
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

/** Something was thrown: the person's failure with this status, or ours with 500. */
export function sendFailure(response: ServerResponse, status: number, thrown: unknown, log: Log): void {
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

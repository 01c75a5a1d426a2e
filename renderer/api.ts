/**
 * The page's only way to the program: every call and event of the contract, over window.api (Electron) or over HTTP on
 * the own origin (browser host). The only file that knows either of them. A call never throws: what goes wrong on the way
 * is a Failure with a Chinese message, like every other.
 */
import type { CallInput, CallName, CallOutput, EventPayloads } from '../shared/ipc/contract.ts'
import { fail } from '../shared/ipc/result.ts'
import type { Result } from '../shared/ipc/result.ts'
import { uploadLimits } from '../shared/ipc/upload-limits.ts'
import type { Unsent } from '../shared/ipc/upload-limits.ts'

export type EventName = keyof EventPayloads

interface Bridge {
  call(name: CallName, input: unknown): Promise<Result<unknown>>
  on(name: EventName, listener: (payload: unknown) => void): () => void
  /** Dropped or chosen files, read where they are. */
  upload(files: readonly File[]): Promise<Result<{ token: string }>>
}

declare global {
  interface Window {
    /** Set by the preload of the desktop window; absent in a browser. */
    api?: Bridge
  }
}

export const isDesktop = (): boolean => window.api !== undefined

export async function call<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
): Promise<Result<CallOutput<Name>>> {
  const answer = window.api
    ? window.api.call(name, input)
    : post(`/call/${name}`, JSON.stringify(input), 'application/json')
  return (await answer) as Result<CallOutput<Name>> // the handler of this name gave it, checked by the contract's types
}

/** Listens to an event; the answer ends it. */
export function on<Name extends EventName>(name: Name, listener: (payload: EventPayloads[Name]) => void): () => void {
  const receive = (payload: unknown) => listener(payload as EventPayloads[Name]) // typed by the contract on both sides
  if (window.api) return window.api.on(name, receive)
  listeners.set(receive, name)
  events ??= connect()
  events.addEventListener(name, hear)
  return () => void listeners.delete(receive)
}

/** Listens to the program being there again after it was gone (browser host); the answer ends it. */
export function onConnectedAgain(listener: () => void): () => void {
  const own = () => listener() // the same function may listen twice
  reconnectListeners.add(own)
  return () => void reconnectListeners.delete(own)
}

/** What is heard of each event; the event source in use, which hears each name once. */
const listeners = new Map<(payload: unknown) => void, EventName>()
const reconnectListeners = new Set<() => void>()
let events: EventSource | null = null

/** Every event in turn to those who listen to its name. Adding the same function again changes nothing. */
function hear({ type, data }: MessageEvent<string>): void {
  tell(type, JSON.parse(data))
}

function tell(name: string, payload: unknown): void {
  for (const [receive, wanted] of listeners) if (wanted === name) receive(payload)
}

/** The browser connects again by itself when the program is gone; what happened meanwhile nobody has heard. */
function connect(): EventSource {
  const source = new EventSource('/events')
  let wasOpen = events !== null
  source.addEventListener('open', () => {
    if (wasOpen) {
      reconnectListeners.forEach((listener) => listener())
      tell('store.changed', { ids: [] })
    }
    wasOpen = true
  })
  for (const name of new Set(listeners.values())) source.addEventListener(name, hear)
  return source
}

/** The browser gives up for good when it was refused (the session had ended); an answer shows that this is over. */
function reconnectWhereRefused(): void {
  if (events?.readyState === EventSource.CLOSED) events = connect()
}

const unreachable = fail(
  'unreachable',
  '与程序的连接断开了。请不要关闭这一页，重新打开程序：打开后这里会自动保存。如果打开后仍显示未保存，是程序换了地址，请把没有保存的内容复制到新打开的页面里。',
)

const expired = fail(
  'unreachable',
  '程序重新启动过，不再认识这一页。请不要关闭这一页，在同一个浏览器里打开程序给出的新地址：打开后这里会自动保存。',
)

async function post(address: string, body: BodyInit, contentType: string): Promise<Result<unknown>> {
  try {
    const response = await fetch(address, { method: 'POST', body, headers: { 'content-type': contentType } })
    if (response.status === 401) return expired
    const answer = (await response.json()) as Result<unknown> // the browser host answers nothing else
    reconnectWhereRefused()
    return answer
  } catch {
    return unreachable
  }
}

/** A file and the name it is reported by (with its folders); null: it cannot be read. */
export interface PickedFile {
  name: string
  file: File | null
}

/**
 * Files from a file field or dropped on the page, sent one after the other under one token for import.read. One that
 * cannot be sent is named all the same, and the others go on. `progress` hears how many were sent, and which is next.
 */
export async function upload(
  files: readonly PickedFile[],
  progress: (done: number, name: string) => void,
  signal: AbortSignal,
): Promise<Result<{ token: string }>> {
  if (window.api) return window.api.upload(files.flatMap(({ file }) => file ?? [])) // read where they are
  let token = ''
  for (const [index, { name, file }] of files.entries()) {
    if (signal.aborted) return fail('cancelled', '已取消，没有读入文件。')
    progress(index, name)
    const query = new URLSearchParams({ name })
    if (token !== '') query.set('token', token)
    const unsent = await reasonNotToSend(file)
    if (unsent) query.set('unsent', unsent)
    const body = unsent ? '' : (file ?? '')
    const answer = await post(`/upload?${query.toString()}`, body, 'application/octet-stream')
    if (!answer.ok) return answer
    token = (answer.value as { token: string }).token // as uploads.ts of the browser host answers
  }
  return { ok: true, value: { token } }
}

/** A whole workspace to restore from (browser host). */
export async function uploadWorkspace(file: File): Promise<Result<{ token: string }>> {
  if ((await reasonNotToSend(file, uploadLimits.workspaceBytes)) !== null) {
    return fail('file-unreadable', `“${file.name}”读不到，或者太大：请检查后重新选择备份文件。`)
  }
  const query = new URLSearchParams({ name: file.name, use: 'workspace' })
  return (await post(`/upload?${query.toString()}`, file, 'application/octet-stream')) as Result<{ token: string }> // as uploads.ts answers
}

/** A file that cannot be read would look like a program that is gone. */
async function reasonNotToSend(file: File | null, limit: number = uploadLimits.fileBytes): Promise<Unsent | null> {
  if (!file) return 'unreadable'
  if (file.size > limit) return 'large'
  return file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => null,
      () => 'unreadable' as const,
    )
}

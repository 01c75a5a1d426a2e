/**
 * The page's only way to the program: every call and event of the contract, over window.api (Electron) or over HTTP on
 * the own origin (browser host). The only file that knows either of them. A call never throws: what goes wrong on the way
 * is a Failure with a Chinese message, like every other.
 */
import type { CallInput, CallName, CallOutput, EventPayloads } from '../shared/ipc/contract.ts'
import { fail } from '../shared/ipc/result.ts'
import type { Result } from '../shared/ipc/result.ts'

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
  const source = sharedEventSource()
  const hear = (event: MessageEvent<string>) => receive(JSON.parse(event.data))
  source.addEventListener(name, hear)
  return () => source.removeEventListener(name, hear)
}

let events: EventSource | null = null
function sharedEventSource(): EventSource {
  events ??= new EventSource('/events')
  return events
}

const unreachable = fail(
  'unreachable',
  '与程序的连接断开了：内容还在这一页上，会自动重试。如果程序已关闭，请重新打开程序，不要关闭这一页。',
)

const expired = fail('unreachable', '程序重新启动过，这一页已不能保存：请用程序给出的新地址打开。已保存的内容都在。')

async function post(address: string, body: BodyInit, contentType: string): Promise<Result<unknown>> {
  try {
    const response = await fetch(address, { method: 'POST', body, headers: { 'content-type': contentType } })
    if (response.status === 401) return expired
    return (await response.json()) as Result<unknown> // the browser host answers nothing else
  } catch {
    return unreachable
  }
}

/**
 * Files from a file field or dropped on the page, sent one after the other under one token for import.read.
 * `progress` hears how many were sent.
 */
export async function upload(
  files: readonly File[],
  progress: (done: number) => void,
): Promise<Result<{ token: string }>> {
  if (window.api) return window.api.upload(files) // read where they are
  let token = ''
  for (const [index, file] of files.entries()) {
    const query = new URLSearchParams({ name: file.webkitRelativePath || file.name })
    if (token !== '') query.set('token', token)
    const answer = await post(`/upload?${query.toString()}`, file, 'application/octet-stream')
    if (!answer.ok) return answer
    token = (answer.value as { token: string }).token // as uploads.ts of the browser host answers
    progress(index + 1)
  }
  return { ok: true, value: { token } }
}

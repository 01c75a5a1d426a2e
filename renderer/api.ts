/**
 * The page's only way to the program: every call and event of the contract, over window.api (Electron) or over HTTP on
 * the own origin (browser host), there on a line that is proven (line/line.ts). The only file that knows either of them. A
 * call never throws: what goes wrong on the way is a Failure with a Chinese message, like every other.
 */
import type { CallInput, CallName, CallOutput } from '../shared/ipc/contract.ts'
import type { EventPayloads } from '../shared/ipc/events.ts'
import { lineHeaders } from '../shared/ipc/line.ts'
import type { Line, LineState } from './line/line.ts'
import { callWords } from './line/line-words.ts'
import { send, startPageLine } from './line/page-line.ts'
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
  return () => void listeners.delete(receive)
}

/** Listens to the program being there again after it was gone (browser host); the answer ends it. */
export function onConnectedAgain(listener: () => void): () => void {
  let wasOpen = false
  return onLine(({ kind }) => {
    if (kind === 'open' && wasOpen) listener()
    wasOpen ||= kind === 'open'
  })
}

/** Listens to the line to the program (browser host), beginning with how it stands; the answer ends it. */
export function onLine(listener: (state: LineState) => void): () => void {
  const own = (state: LineState) => listener(state) // the same function may listen twice
  lineListeners.add(own)
  if (line) own(line.state())
  return () => void lineListeners.delete(own)
}

/** Resolves when what is fetched from the own address is the program's: code may come from nobody else. */
export function whenProven(): Promise<void> {
  return new Promise((proven) => {
    if (!line || line.state().kind === 'open') return proven()
    const end = onLine(({ kind }) => {
      if (kind !== 'open') return
      end()
      proven()
    })
  })
}

/** Call first in a browser: opens the line; resolves when that was tried once. The desktop window has none. */
export async function openLine(): Promise<void> {
  if (window.api) return
  onConnectedAgain(() => tell('store.changed', { ids: [] })) // what happened meanwhile nobody has heard
  line = startPageLine({
    hear: (name, data) => tell(name, JSON.parse(data)),
    changed: (state) => lineListeners.forEach((listener) => listener(state)),
  })
  await line.secret()
}

/** What is heard of each event. */
const listeners = new Map<(payload: unknown) => void, EventName>()
const lineListeners = new Set<(state: LineState) => void>()
let line: Line | null = null

function tell(name: string, payload: unknown): void {
  for (const [receive, wanted] of listeners) if (wanted === name) receive(payload)
}

const unreachable = (state: LineState) => fail('unreachable', callWords(state))

async function post(path: string, body: BodyInit, contentType: string): Promise<Result<unknown>> {
  if (!line) return unreachable({ kind: 'gone' })
  for (let isLast = false; ; isLast = true) {
    const secret = await line.secret()
    if (typeof secret !== 'string') return unreachable(secret)
    try {
      const headers = { 'content-type': contentType, [lineHeaders.session]: secret }
      const response = await send(path, { method: 'POST', body, headers })
      if (response.status !== 401) return (await response.json()) as Result<unknown> // the browser host answers nothing else
    } catch {
      line.distrust(secret)
      return unreachable({ kind: 'gone' })
    }
    line.distrust(secret) // its line was pushed out by newer ones: nothing was done yet, and another may be open
    if (isLast) return unreachable(line.state())
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

/**
 * The DevTools protocol of Chromium over two pipes (--remote-debugging-pipe): JSON messages, each ended by a zero byte.
 * No port is opened; when this program ends, in whatever way, the pipes close and the browser ends too.
 */
import type { Readable, Writable } from 'node:stream'

export type Fields = Readonly<Record<string, unknown>>

export interface DevtoolsPipe {
  /** Rejects with the browser's reason, or when the pipe is closed before the answer. `session`: '' is the browser itself. */
  send: (method: string, fields?: Fields, session?: string) => Promise<Fields>
  /** Resolves at the next event of this name in the session; rejects when the pipe is closed. */
  next: (event: string, session: string) => Promise<Fields>
}

interface Message {
  id?: number
  result?: Fields
  error?: { message: string }
  method?: string
  params?: Fields
  sessionId?: string
}

interface Waiting {
  resolve: (fields: Fields) => void
  reject: (error: Error) => void
}

/** `closed` says why nothing more will come. */
export function openDevtoolsPipe(to: Writable, from: Readable, closed: Promise<Error>): DevtoolsPipe {
  const answers = new Map<number, Waiting>()
  const events = new Map<string, Waiting[]>()
  let end: Error | null = null
  let count = 0
  to.on('error', () => {}) // a browser that is gone; `closed` tells it
  readMessages(from, ({ id, result = {}, error, method, params = {}, sessionId = '' }) => {
    if (id !== undefined) {
      const waiting = answers.get(id)
      answers.delete(id)
      if (error) waiting?.reject(new Error(error.message))
      else waiting?.resolve(result)
    } else if (method !== undefined) {
      const key = `${sessionId} ${method}`
      const waiting = events.get(key) ?? []
      events.delete(key)
      for (const each of waiting) each.resolve(params)
    }
  })
  void closed.then((reason) => {
    end = reason
    for (const each of [...answers.values(), ...events.values()].flat()) each.reject(reason)
  })
  return {
    send: (method, fields = {}, session = '') =>
      new Promise((resolve, reject) => {
        if (end) return reject(end)
        count += 1
        answers.set(count, { resolve, reject })
        const address = session === '' ? {} : { sessionId: session }
        to.write(`${JSON.stringify({ id: count, method, params: fields, ...address })}\0`)
      }),
    next: (event, session) =>
      new Promise((resolve, reject) => {
        if (end) return reject(end)
        const key = `${session} ${event}`
        events.set(key, [...(events.get(key) ?? []), { resolve, reject }])
      }),
  }
}

function readMessages(from: Readable, receive: (message: Message) => void): void {
  let begun: Buffer[] = []
  from.on('error', () => {}) // as above
  from.on('data', (chunk: Buffer) => {
    let start = 0
    for (let zero = chunk.indexOf(0); zero !== -1; zero = chunk.indexOf(0, start)) {
      const text = Buffer.concat([...begun, chunk.subarray(start, zero)]).toString('utf8')
      begun = []
      start = zero + 1
      receive(JSON.parse(text) as Message) // as the protocol has it
    }
    begun.push(chunk.subarray(start))
  })
}

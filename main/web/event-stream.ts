/** GET /events: the events of the contract to every open page, as server-sent events (`event: <name>`, `data: <JSON>`). */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { EventPayloads } from '../../shared/ipc/contract.ts'

const maximumPages = 32
const heartbeatMs = 20_000

export interface EventStream {
  /** Keeps the response open until the page leaves. */
  attach: (request: IncomingMessage, response: ServerResponse) => void
  emit: <Name extends keyof EventPayloads>(event: Name, payload: EventPayloads[Name]) => void
  close: () => void
}

export function createEventStream(): EventStream {
  const pages = new Set<ServerResponse>()
  const send = (text: string): void => pages.forEach((page) => void page.write(text))
  const heartbeat = setInterval(() => send(': alive\n\n'), heartbeatMs).unref()
  return {
    attach(request, response) {
      if (pages.size >= maximumPages) [...pages][0]?.end() // the page that waits longest; a living one connects again
      response.setHeader('content-type', 'text/event-stream; charset=utf-8')
      response.write(': hello\n\n')
      pages.add(response)
      request.on('close', () => pages.delete(response))
      response.on('close', () => pages.delete(response))
    },
    emit: (event, payload) => send(`event: ${event}\ndata: ${JSON.stringify(payload)}\n\n`),
    close() {
      clearInterval(heartbeat)
      pages.forEach((page) => page.end())
    },
  }
}

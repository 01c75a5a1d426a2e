/**
 * The open lines to pages (shared/ipc/line.ts). A line begins with the program's proof; events go over it once the page has
 * shown, with a request that carries the line's secret, that it has the key as well. Of each line the secret stays good
 * until it is pushed out by newer ones: what a page sends while it is being closed comes after its line has ended.
 */
import { proofEvent, proofWords, secretWords } from '../../shared/ipc/line.ts'
import { isEqual, mac, newWord } from './mac.ts'
import type { ServerResponse } from 'node:http'
import type { EventPayloads } from '../../shared/ipc/events.ts'
import type { PageKeys } from '../../shared/ipc/line.ts'
import type { Opener } from './keys.ts'

const maximumLines = 32
const heartbeatMs = 15_000

interface Line {
  secret: string
  opener: Opener
  /** null: the page has not shown itself yet. */
  keys: PageKeys | null
  response: ServerResponse
}

export interface Lines {
  /** Answers with the proof and keeps the response open until the page leaves. */
  open: (opener: Opener, authority: string, challenge: string, response: ServerResponse) => void
  /** The page whose secret this is; null: nobody's. */
  admit: (secret: string) => PageKeys | null
  emit: <Name extends keyof EventPayloads>(event: Name, payload: EventPayloads[Name]) => void
  close: () => void
}

export function createLines(): Lines {
  let lines: Line[] = []
  const send = (text: string): void => {
    for (const { keys, response } of lines) if (keys && !response.destroyed) response.write(text)
  }
  const heartbeat = setInterval(() => send(': alive\n\n'), heartbeatMs).unref()
  const end = (line: Line): void => {
    lines = lines.filter((one) => one !== line)
    line.response.end() // a living page opens another
  }
  return {
    open(opener, authority, challenge, response) {
      while (lines.length >= maximumLines) end(leastWanted(lines))
      const nonce = newWord()
      const words = [authority, challenge, nonce] as const
      lines.push({ secret: mac(opener.secret, secretWords(...words)), opener, keys: null, response })
      response.setHeader('content-type', 'text/event-stream; charset=utf-8')
      response.write(event(proofEvent, { nonce, proof: mac(opener.secret, proofWords(...words)) }))
    },
    admit(secret) {
      const line = lines.find((one) => isEqual(secret, one.secret))
      if (!line) return null
      line.keys ??= line.opener.admit()
      if (!line.keys) end(line)
      return line.keys
    },
    emit: (name, payload) => send(event(name, payload)),
    close() {
      clearInterval(heartbeat)
      lines.forEach(({ response }) => response.end())
    },
  }
}

const event = (name: string, data: unknown): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`

/** Whoever has not shown himself, then whoever has left, then whoever waits longest. */
function leastWanted(lines: Line[]): Line {
  const found = lines.find(({ keys }) => !keys) ?? lines.find(({ response }) => response.destroyed) ?? lines[0]
  return found as Line // asked for only when there are many
}

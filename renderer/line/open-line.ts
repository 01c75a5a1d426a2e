/**
 * One try to open a line: the program says its proof first, to a challenge made for this try. Nothing but the name of the
 * key and that challenge leaves the page before, so whoever else has the address learns nothing.
 */
import {
  isWord,
  lineHeaders,
  lineRefusals,
  nameIn,
  proofEvent,
  proofWords,
  secretIn,
  secretWords,
} from '../../shared/ipc/line.ts'
import type { LineRefusal, Proof } from '../../shared/ipc/line.ts'
import { newWord, speakUnder } from './mac.ts'
import { readEvents } from './read-events.ts'
import type { NextEvent } from './read-events.ts'

/** fetch, to a path of the own address. */
export type Send = (path: string, init: Said) => Promise<Response>
export type Said = Omit<RequestInit, 'headers'> & { headers: Record<string, string> }

/** A line that is proven. */
export interface OpenedLine {
  kind: 'open'
  /** What the page talks with. */
  secret: string
  next: NextEvent
  end: () => void
}

export type Opened =
  | OpenedLine
  | { kind: 'refused'; why: LineRefusal }
  /** Nobody is there, or nobody answers. */
  | { kind: 'gone' }
  /** Somebody is there who has not the key. */
  | { kind: 'foreign' }

/** Till the proof is there. */
const longestMs = 10_000
const longestProof = 1000

/** `authority`: host and port of the page's own address. */
export async function openLine(send: Send, authority: string, key: string): Promise<Opened> {
  const ending = new AbortController()
  const end = () => ending.abort()
  const timer = setTimeout(end, longestMs)
  try {
    const challenge = newWord()
    const headers = { [lineHeaders.key]: nameIn(key), [lineHeaders.challenge]: challenge }
    const asking = send('/line', { method: 'POST', headers, signal: ending.signal })
    const [response, speak] = await Promise.all([asking, speakUnder(secretIn(key))])
    const why = response.status === 401 ? refusalIn(await response.text()) : null
    if (why) return { kind: 'refused', why }
    const next = response.ok && response.body ? readEvents(response.body) : null
    const said = toProof((await next?.(longestProof)) ?? null)
    if (next && said) {
      const words = [authority, challenge, said.nonce] as const
      const [proof, secret] = await Promise.all([speak(proofWords(...words)), speak(secretWords(...words))])
      if (said.proof === proof) return { kind: 'open', secret, next, end }
    }
    end()
    return { kind: 'foreign' }
  } catch (thrown) {
    end()
    return { kind: thrown instanceof RangeError ? 'foreign' : 'gone' } // what the network throws is another error
  } finally {
    clearTimeout(timer)
  }
}

function toProof(event: { name: string; data: string } | null): Proof | null {
  const { nonce, proof } = event?.name === proofEvent ? fieldsOf(event.data) : {}
  return isWord(nonce) && isWord(proof) ? { nonce, proof } : null
}

function refusalIn(text: string): LineRefusal | null {
  const { error } = fieldsOf(text)
  const { code } = typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : {} // any object has readable fields
  return lineRefusals.find((one) => one === code) ?? null
}

/** Of an object in JSON; none of anything else. */
function fieldsOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {} // any object has readable fields
  } catch {
    return {}
  }
}

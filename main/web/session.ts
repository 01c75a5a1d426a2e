/**
 * Who may talk to the browser host: the opened address carries a token that works once and is exchanged for a cookie
 * that script cannot read and other sites cannot send. Each exchange makes a fresh token, so that the address printed
 * last always opens the program again. Sessions outlive the program (kept-sessions.ts): a page that was open when it was
 * killed saves again once it runs. Only hashes of cookies are kept, bound to the port they were given on.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

export interface Session {
  /** The token of the next opening. */
  openToken: () => string
  /** The Set-Cookie header when the token is the current one (which it then no longer is); null otherwise. */
  exchange: (token: string) => string | null
  isKnown: (request: IncomingMessage) => boolean
}

export interface KeptSessions {
  /** SHA-256 of the cookies of earlier runs on the same port, in hexadecimal, newest first. */
  hashes: readonly string[]
  /** Called before the first cookie of this run goes out, with its hash in front. */
  keep: (port: number, hashes: readonly string[]) => void
}

/** More browsers than one person uses; a session beyond them is opened anew with the program's address. */
const maximumSessions = 8

/** `port` is part of the cookie's name: browsers share cookies between the ports of one host. */
export function createSession(port: number, kept: KeptSessions): Session {
  const secret = randomBytes(32).toString('base64url')
  const own = hashOf(port, secret)
  const hashes = [own, ...kept.hashes].slice(0, maximumSessions)
  const cookieName = `jibiao-${port}`
  let token = randomBytes(32).toString('base64url')
  let isKept = false
  return {
    openToken: () => token,
    exchange(offered) {
      if (!isEqual(offered, token)) return null
      token = randomBytes(32).toString('base64url')
      if (!isKept) kept.keep(port, hashes)
      isKept = true
      return `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/`
    },
    isKnown: (request) =>
      (request.headers.cookie ?? '').split(';').some((part) => {
        const [name, value] = part.trim().split('=', 2)
        if (name !== cookieName) return false
        const offered = hashOf(port, value ?? '')
        return hashes.some((hash) => isEqual(offered, hash))
      }),
  }
}

const hashOf = (port: number, secret: string): string => createHash('sha256').update(`${port} ${secret}`).digest('hex')

function isEqual(offered: string, expected: string): boolean {
  const left = Buffer.from(offered)
  const right = Buffer.from(expected)
  return left.length === right.length && timingSafeEqual(left, right)
}

/**
 * Who may talk to the browser host: the opened address carries a token that works once and is exchanged for a cookie
 * that script cannot read and other sites cannot send. Each exchange makes a fresh token, so that the address printed
 * last always opens the program again.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

export interface Session {
  /** The token of the next opening. */
  openToken: () => string
  /** The Set-Cookie header when the token is the current one (which it then no longer is); null otherwise. */
  exchange: (token: string) => string | null
  isKnown: (request: IncomingMessage) => boolean
}

/** `port` is part of the cookie's name: browsers share cookies between the ports of one host. */
export function createSession(port: number): Session {
  const secret = randomBytes(32).toString('base64url')
  const cookieName = `jibiao-${port}`
  let token = randomBytes(32).toString('base64url')
  return {
    openToken: () => token,
    exchange(offered) {
      if (!isEqual(offered, token)) return null
      token = randomBytes(32).toString('base64url')
      return `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/`
    },
    isKnown: (request) =>
      (request.headers.cookie ?? '').split(';').some((part) => {
        const [name, value] = part.trim().split('=', 2)
        return name === cookieName && isEqual(value ?? '', secret)
      }),
  }
}

function isEqual(offered: string, expected: string): boolean {
  const left = Buffer.from(offered)
  const right = Buffer.from(expected)
  return left.length === right.length && timingSafeEqual(left, right)
}

/**
 * The door of the browser host: which requests are heard at all. The server listens on the loopback address only, but
 * every page in the same browser can reach it, and every program and account on the machine; hence the exact Host (DNS
 * rebinding), the Origin of every request that is not just for a file, the browser's own word about the sender
 * (Sec-Fetch-Site), and then the line of a page (lines.ts). No cookie: cookies know no port, and go to whoever has it.
 */
import type { IncomingMessage } from 'node:http'

export interface Refused {
  status: number
  /** Chinese, for a person who opened the address by hand. */
  message: string
}

/** `authority`: host and port as in the address bar, `127.0.0.1:40123`. Returns null when the request may go on. */
export function refusedAtDoor(request: IncomingMessage, authority: string): Refused | null {
  const { headers, method } = request
  const origin = `http://${authority}`
  if (headers.host !== authority) return { status: 421, message: '地址不对：请使用程序给出的地址。' }
  if (method !== 'GET' && method !== 'POST') return { status: 405, message: '不支持这种请求。' }
  if (headers.origin !== undefined && headers.origin !== origin) {
    return { status: 403, message: '拒绝来自其他网页的请求。' }
  }
  if (method === 'POST' && headers.origin === undefined) {
    return { status: 403, message: '拒绝没有说明来源的请求。' }
  }
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && !isOpening(request)) {
    return { status: 403, message: '拒绝来自其他网页的请求。' }
  }
  return null
}

/** A person opens the page: from the address bar, a bookmark, or the file that forwards to it (launch/opening-file.ts). */
const isOpening = ({ method, headers }: IncomingMessage): boolean =>
  method === 'GET' && (headers['sec-fetch-site'] === 'none' || headers['sec-fetch-dest'] === 'document')

/** Response headers of everything this host sends: what the page may do, and that nothing is kept by the browser. */
export const securityHeaders: Record<string, string> = {
  'content-security-policy': [
    "default-src 'self'", // nothing from elsewhere
    "script-src 'self'", // no inline script, no eval
    "style-src 'self' 'unsafe-inline'", // antd writes its styles into the page
    "img-src 'self' data: blob:", // drawn previews
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'", // never inside another page
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=()',
  'cache-control': 'no-store',
}

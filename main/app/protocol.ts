/**
 * The scheme `app`: `app://jibiao/…` is the built page, `app://print/<token>` sheets on their way to the printer. No
 * other host, no other method, nothing outside the page's folder.
 */
import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import type { Session } from 'electron'
import { securityHeaders } from '../web/door.ts'
import { findStaticFile } from '../web/static-files.ts'
import { isOwnPage, pageOrigin, printOrigin, scheme } from './origin.ts'

/** Sheets to print: they run no script and load nothing. */
const printPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'none'"

/** Before the app is ready: makes the scheme a proper origin with the rules of https. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Text, or UTF-8. */
export type PrintedHtml = string | Uint8Array<ArrayBuffer>

/** `sheets`: HTML waiting to be printed, by token. */
export function serveScheme(session: Session, folder: string, sheets: ReadonlyMap<string, PrintedHtml>): void {
  session.protocol.handle(scheme, (request) => answer(request, folder, sheets))
}

async function answer(request: Request, folder: string, sheets: ReadonlyMap<string, PrintedHtml>): Promise<Response> {
  if (request.method !== 'GET') return nothing(405)
  const { pathname } = new URL(request.url)
  if (isOwnPage(request.url, printOrigin)) {
    const html = sheets.get(pathname.slice(1))
    if (html === undefined) return nothing(404)
    return new Response(html, {
      headers: {
        ...securityHeaders,
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': printPolicy,
      },
    })
  }
  const file = isOwnPage(request.url, pageOrigin) ? findStaticFile(folder, pathname) : null
  if (!file) return nothing(404)
  return new Response(await readFile(file.path), { headers: { ...securityHeaders, 'content-type': file.contentType } })
}

const nothing = (status: number): Response => new Response(null, { status, headers: securityHeaders })

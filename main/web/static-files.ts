/**
 * The page's own files: which file of a folder an address path names. Shared with the desktop window's protocol.
 * Nothing outside the folder is ever found, whatever the address holds.
 */
import { realpathSync, statSync } from 'node:fs'
import { extname, join, sep } from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

export interface StaticFile {
  path: string
  contentType: string
}

/** `urlPath` as in the address, still escaped: `/assets/index.js`. null: no such file, or of a kind that is not served. */
export function findStaticFile(folder: string, urlPath: string): StaticFile | null {
  let plain: string
  try {
    plain = decodeURIComponent(urlPath)
  } catch {
    return null
  }
  if (/[\0\\:]/.test(plain) || plain.split('/').includes('..')) return null
  const wanted = join(folder, plain === '/' ? 'index.html' : plain)
  const contentType = types[extname(wanted)]
  if (contentType === undefined) return null
  try {
    const path = realpathSync(wanted) // a link inside the folder must not lead out of it either
    const root = realpathSync(folder)
    return path.startsWith(root + sep) && statSync(path).isFile() ? { path, contentType } : null
  } catch {
    return null
  }
}

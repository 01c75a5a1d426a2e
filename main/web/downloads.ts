/**
 * Finished exports waiting to be fetched by the browser: GET /download/<ticket>. A link cannot say who follows it, so each
 * address is good once and for two minutes, and the page gets it with a call. One file as it is; several as one zip, packed
 * while it is sent. Files lie in a folder of our own and are removed with their token (bounded in number and age).
 */
import { createReadStream, readFileSync, rmSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { once } from 'node:events'
import { pipeline } from 'node:stream/promises'
import { Zip, ZipPassThrough } from 'fflate'
import type { ServerResponse } from 'node:http'

const maximumDownloads = 20
const maximumAgeMs = 2 * 60 * 60 * 1000
const ticketMs = 2 * 60 * 1000

interface Waiting {
  folder: string
  name: string
  files: string[]
  createdAt: number
}

export interface Downloads {
  /** Takes over `folder`; returns the token. `name` is what the browser saves it under. */
  add: (folder: string, name: string, files: string[]) => string
  /** An address of the download, good once; null when the token is not known (any more). */
  ticket: (token: string) => string | null
  /** Sends a download; false when the ticket is not good (any more). */
  send: (ticket: string, response: ServerResponse) => Promise<boolean>
  clear: () => void
}

/** What a download's address begins with. */
export const downloadPath = '/download/'

export function createDownloads(newId: () => string, nowMs: () => number): Downloads {
  const waiting = new Map<string, Waiting>()
  const tickets = new Map<string, { token: string; until: number }>()
  const remove = (token: string): void => {
    const entry = waiting.get(token)
    waiting.delete(token)
    if (entry) rmSync(entry.folder, { recursive: true, force: true })
  }
  return {
    add(folder, name, files) {
      for (const [token, entry] of waiting) if (nowMs() - entry.createdAt > maximumAgeMs) remove(token)
      while (waiting.size >= maximumDownloads) remove([...waiting.keys()][0] ?? '')
      const token = newId()
      waiting.set(token, { folder, name, files, createdAt: nowMs() })
      return token
    },
    ticket(token) {
      for (const [name, { until }] of tickets) if (until < nowMs()) tickets.delete(name)
      if (!waiting.has(token)) return null
      const name = newId()
      tickets.set(name, { token, until: nowMs() + ticketMs })
      return `${downloadPath}${name}`
    },
    async send(ticket, response) {
      const { token, until } = tickets.get(ticket) ?? { token: '', until: 0 }
      tickets.delete(ticket)
      const entry = until < nowMs() ? undefined : waiting.get(token)
      const [first] = entry?.files ?? []
      if (!entry || first === undefined) return false
      response.setHeader('content-disposition', `attachment; filename*=UTF-8''${encodeRfc5987(entry.name)}`)
      response.setHeader('content-type', 'application/octet-stream')
      if (entry.files.length === 1) {
        response.setHeader('content-length', statSync(first).size)
        await pipeline(createReadStream(first), response)
      } else await sendZip(entry.files, response)
      return true
    },
    clear: () => [...waiting.keys()].forEach(remove),
  }
}

/** Stored, not deflated: the files are packages already. One file at a time is in memory. */
async function sendZip(files: string[], response: ServerResponse): Promise<void> {
  const zip = new Zip((error, chunk, final) => {
    if (error) response.destroy(error)
    else response.write(chunk)
    if (final) response.end()
  })
  for (const path of files) {
    if (response.destroyed) return
    const entry = new ZipPassThrough(basename(path))
    zip.add(entry)
    entry.push(readFileSync(path), true)
    if (response.writableNeedDrain) await once(response, 'drain')
  }
  zip.end()
}

function encodeRfc5987(name: string): string {
  return encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

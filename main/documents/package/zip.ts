/**
 * The zip container of an Office file. Parts are compressed by node:zlib (several times faster than in JavaScript) as
 * soon as their text is known; fflate writes the container around them. A compressed part can be kept and put
 * into many files.
 */
import { once } from 'node:events'
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib'
import type { DeflateRaw } from 'node:zlib'
import { Zip } from 'fflate'

export interface ZipPart {
  path: string
  /** Length and checksum of the uncompressed bytes. */
  size: number
  crc: number
  deflated: Uint8Array<ArrayBuffer>
}

const deflateMethod = 8

/** Office files repeat themselves so much that a higher level costs time and gains next to nothing. */
const compressionLevel = 4

export function deflatePart(path: string, content: string | Uint8Array): ZipPart {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  // Copied, because what zlib returns holds on to a buffer of 16 kB.
  const deflated = new Uint8Array(deflateRawSync(bytes, { level: compressionLevel }))
  return { path, size: bytes.length, crc: crc32(bytes), deflated }
}

/** A part that may be too long to stand in memory as text: written piece by piece, compressed beside the work on the next. */
export interface GrowingPart {
  /** A promise to wait for when compression has fallen behind. */
  write: (text: string) => Promise<unknown> | undefined
  finish: () => Promise<ZipPart>
}

/** Characters collected before they are compressed together. */
const batchLength = 1 << 18

export function growPart(path: string): GrowingPart {
  const chunks: Buffer[] = []
  let stream: DeflateRaw | null = null
  let waiting = ''
  let size = 0
  let crc = 0
  const flush = (): Promise<unknown> | undefined => {
    stream ??= createDeflateRaw({ level: compressionLevel }).on('data', (chunk: Buffer) => chunks.push(chunk))
    const bytes = Buffer.from(waiting)
    waiting = ''
    size += bytes.length
    crc = crc32(bytes, crc)
    return stream.write(bytes) ? undefined : once(stream, 'drain')
  }
  return {
    write(text) {
      waiting += text
      return waiting.length < batchLength ? undefined : flush()
    },
    async finish() {
      if (stream === null) return deflatePart(path, waiting)
      await flush()
      const ended = once(stream, 'end')
      stream.end()
      await ended
      return { path, size, crc, deflated: Buffer.concat(chunks) }
    },
  }
}

/** A zip file of these parts, in this order. `modifiedAt` is stamped on each. */
export function zipParts(parts: readonly ZipPart[], modifiedAt: string): Uint8Array {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  const mtime = zipTime(modifiedAt)
  for (const part of parts) {
    const entry: Parameters<Zip['add']>[0] = {
      filename: part.path,
      size: part.size,
      crc: part.crc,
      compression: deflateMethod,
      mtime,
    }
    zip.add(entry)
    entry.ondata?.(null, part.deflated, true)
  }
  zip.end()
  return Buffer.concat(chunks)
}

/** Zip knows the years 1980 to 2099 only; anything else, or no date at all, becomes the first of them. */
function zipTime(modifiedAt: string): Date {
  const time = new Date(modifiedAt)
  const year = time.getFullYear()
  return year >= 1981 && year <= 2098 ? time : new Date(1980, 0, 1, 12)
}

/**
 * Reading request bodies with a limit, so that no sender can fill memory or disk. A body over the limit is still taken
 * to its end and thrown away: a connection cut in the middle would show the person a network error instead of the reason.
 * Sizes in bytes.
 */
import { open } from 'node:fs/promises'
import { tooLarge } from '../handlers/door/call-size.ts'
import { Refusal } from '../handlers/door/refusal.ts'
import type { IncomingMessage } from 'node:http'

/** A JSON body; throws a Refusal when it is too large or no JSON. */
export async function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  const chunks: Uint8Array[] = []
  await readBody(request, limit, async (chunk) => void chunks.push(chunk))
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw new Refusal('bad-input', '请求的内容不是 JSON。')
  }
}

/** Writes a body to a new file as it comes in; answers its size. The file is incomplete when this throws. */
export async function spoolTo(request: IncomingMessage, path: string, limit: number): Promise<number> {
  const file = await open(path, 'wx', 0o600)
  try {
    return await readBody(request, limit, async (chunk) => void (await file.write(chunk)))
  } finally {
    await file.close()
  }
}

async function readBody(
  request: IncomingMessage,
  limit: number,
  take: (chunk: Uint8Array) => Promise<void>,
): Promise<number> {
  let size = 0
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size <= limit) await take(chunk)
  }
  if (size > limit) {
    throw tooLarge(limit)
  }
  return size
}

/**
 * How much a page may send with one call: the same over every transport. The browser host counts bytes as they come in; what
 * Electron hands over is structured data already, and is counted here as the bytes its JSON would have, before anything
 * looks into it: without recursion, and no further than the limit, so that depth, circles and endless lists end there.
 */
import { fail } from '../../../shared/ipc/result.ts'
import { Refusal } from './refusal.ts'
import type { Result } from '../../../shared/ipc/result.ts'

export const maximumCallBytes = 64 * 1024 * 1024

export const tooLarge = (limit: number): Refusal =>
  new Refusal('file-too-large', `内容超过了 ${Math.floor(limit / 1024 / 1024)} MB 的上限：请拆分后再试。`)

/** null: it may be looked into; else the answer to the page. */
export function refusedBySize(value: unknown, limit: number = maximumCallBytes): Result<never> | null {
  const size = jsonSize(value, limit)
  if (size === null) return fail('bad-input', '程序内部的请求内容不对，没有做任何改动，请重新打开窗口再试。')
  if (size <= limit) return null
  const { code, message } = tooLarge(limit)
  return fail(code, message)
}

/** In bytes, or any number over the limit; null for what no JSON can hold (maps, buffers, dates). */
function jsonSize(value: unknown, limit: number): number | null {
  const waiting: object[] = []
  let size = 0
  const count = (part: unknown): void => {
    if (typeof part === 'string') size += part.length > limit ? part.length : Buffer.byteLength(part) + 2
    else if (typeof part === 'object' && part !== null) waiting.push(part)
    else size += 4
  }
  count(value)
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    size += 2
    if (Array.isArray(part)) {
      size += part.length // commas: a list of a million holes ends here
      if (size > limit) return size
      for (const item of part) {
        count(item)
        if (size > limit) return size
      }
    } else if (isPlain(part)) {
      for (const key in part) {
        count(key)
        count((part as Record<string, unknown>)[key]) // a plain object has readable fields
        if (size > limit) return size
      }
    } else return null
  }
  return size
}

function isPlain(part: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(part)
  return prototype === Object.prototype || prototype === null
}

/** The parts of a check of unknown data (check.ts, check-notes.ts): texts, lists and sets of fields, each refused with its path. */
import { mended } from './whole-text.ts'

export type Checked<T> = { ok: true; value: T } | { ok: false; path: string; message: string }

/** Generous bounds: far above any real table, far below what would stall the program. Lengths in UTF-16 units. */
export const maximumText = 100_000
export const maximumList = 5000
/** The name of a field in `extra`. */
export const maximumName = 1000

export class Wrong extends Error {
  readonly path: string

  constructor(path: string, message: string) {
    super(message)
    this.path = path
  }
}

export function checked<T>(work: () => T): Checked<T> {
  try {
    return { ok: true, value: work() }
  } catch (thrown) {
    if (thrown instanceof Wrong) return { ok: false, path: thrown.path, message: thrown.message }
    throw thrown
  }
}

export function fields(value: unknown, names: readonly string[], path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Wrong(path, '这里应是一组字段')
  for (const name of Object.keys(value)) {
    if (!names.includes(name)) throw new Wrong(join(path, name), '没有这个字段')
  }
  return { ...value }
}

export function list(value: unknown, path: string): unknown[] {
  if (!Array.isArray(value)) throw new Wrong(path, '这里应是一个列表')
  if (value.length > maximumList) throw new Wrong(path, `列表太长，最多 ${maximumList} 项`)
  return value
}

export function text(value: unknown, path: string): string {
  if (typeof value !== 'string') throw new Wrong(path, '这里应是文字')
  if (value.length > maximumText) throw new Wrong(path, `文字太长，最多 ${maximumText} 个字`)
  return mended(value)
}

export const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`)

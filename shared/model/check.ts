/**
 * unknown → record: what comes from the page or out of a .json file becomes a ProjectRecord here, or is refused with the
 * path of the first field that is wrong. The result is a fresh object with exactly the fields of the record in their order.
 * Missing fields are '' (files written by hand); unknown fields and other types are refused, nothing is guessed.
 */
import { emptyIndicator, emptyRecord } from './project.ts'
import type { Extra, FormRecord, ProjectRecord } from './project.ts'

export type Checked<T> = { ok: true; value: T } | { ok: false; path: string; message: string }

/** Generous bounds: far above any real table, far below what would stall the program. Lengths in characters. */
const maximumText = 100_000
const maximumList = 5000

class Wrong extends Error {
  readonly path: string

  constructor(path: string, message: string) {
    super(message)
    this.path = path
  }
}

export function checkRecord(value: unknown): Checked<ProjectRecord> {
  return checked(() => toRecord(value, ''))
}

/** `{ "template": "…", "record": { … } }` or a list of them (record.md). */
export function checkFormRecords(value: unknown): Checked<FormRecord[]> {
  return checked(() => {
    const entries = Array.isArray(value) ? list(value, '') : [value]
    return entries.map((entry, index) => {
      const path = Array.isArray(value) ? `[${index}]` : ''
      const { template = null, record } = fields(entry, ['template', 'record'], path)
      const id = template === null ? null : text(template, join(path, 'template'))
      return { template: id, record: toRecord(record, join(path, 'record')) }
    })
  })
}

function checked<T>(work: () => T): Checked<T> {
  try {
    return { ok: true, value: work() }
  } catch (thrown) {
    if (thrown instanceof Wrong) return { ok: false, path: thrown.path, message: thrown.message }
    throw thrown
  }
}

function toRecord(value: unknown, path: string): ProjectRecord {
  return like(emptyRecord(), value, path)
}

/** `value` in the shape of `pattern`: texts, objects of texts, `extra`, and the two lists. */
function like<T extends object>(pattern: T, value: unknown, path: string): T {
  const given = fields(value, Object.keys(pattern), path)
  const entries = Object.entries(pattern).map(([name, blank]: [string, unknown]) => {
    const at = join(path, name)
    const part = given[name]
    if (part === undefined) return [name, blank]
    if (name === 'extra') return [name, extra(part, at)]
    if (name === 'paymentPlan') return [name, list(part, at).map((entry, index) => text(entry, `${at}[${index}]`))]
    if (name === 'indicators') {
      return [name, list(part, at).map((entry, index) => like(emptyIndicator(), entry, `${at}[${index}]`))]
    }
    return [name, typeof blank === 'string' ? text(part, at) : like(blank as object, part, at)] // the rest are objects
  })
  return Object.fromEntries(entries) as T // the same names as the pattern, each of its type
}

function fields(value: unknown, names: readonly string[], path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Wrong(path, '这里应是一组字段')
  for (const name of Object.keys(value)) {
    if (!names.includes(name)) throw new Wrong(join(path, name), '没有这个字段')
  }
  return { ...value }
}

function extra(value: unknown, path: string): Extra {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Wrong(path, '这里应是一组字段')
  const entries = Object.entries(value)
  if (entries.length > maximumList) throw new Wrong(path, '字段太多')
  return Object.fromEntries(
    entries.map(([name, part]: [string, unknown]) => {
      if (name === '' || name === '__proto__' || name.length > 1000) throw new Wrong(path, '字段的名称不能用')
      return [name, text(part, join(path, name))]
    }),
  )
}

function list(value: unknown, path: string): unknown[] {
  if (!Array.isArray(value)) throw new Wrong(path, '这里应是一个列表')
  if (value.length > maximumList) throw new Wrong(path, `列表太长，最多 ${maximumList} 项`)
  return value
}

function text(value: unknown, path: string): string {
  if (typeof value !== 'string') throw new Wrong(path, '这里应是文字')
  if (value.length > maximumText) throw new Wrong(path, `文字太长，最多 ${maximumText} 个字`)
  return value
}

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`)

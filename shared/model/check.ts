/**
 * unknown → record: what comes from the page or out of a .json file becomes a ProjectRecord here, or is refused with the
 * path of the first field that is wrong. The result is a fresh object with exactly the fields of the record in their order.
 * Missing fields are '' (files written by hand); unknown fields and other types are refused, nothing is guessed.
 */
import { checked, fields, join, list, maximumList, maximumName, text, Wrong } from './check-parts.ts'
import type { Checked } from './check-parts.ts'
import { emptyIndicator, emptyRecord } from './project.ts'
import { mended } from './whole-text.ts'
import type { Extra, FormRecord, ProjectRecord } from './project.ts'

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

function extra(value: unknown, path: string): Extra {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Wrong(path, '这里应是一组字段')
  const entries = Object.entries(value)
  if (entries.length > maximumList) throw new Wrong(path, '字段太多')
  return Object.fromEntries(
    entries.map(([name, part]: [string, unknown]) => {
      if (name === '' || name === '__proto__' || name.length > maximumName) throw new Wrong(path, '字段的名称不能用')
      return [mended(name), text(part, join(path, name))]
    }),
  )
}

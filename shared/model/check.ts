/**
 * unknown → record: what comes from the page or out of a .json file becomes a ProjectRecord here, or is refused with the
 * path of the first field that is wrong. The result is a fresh object with exactly the fields of the record in their order.
 * Missing fields are '' (files written by hand); unknown fields and other types are refused, nothing is guessed.
 */
import { checked, fields, join, list, maximumList, maximumName, maximumText, text, Wrong } from './check-parts.ts'
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

/** `blank`, a new object of the record, with what `value` has: texts, objects of texts, `extra`, and the two lists. */
function like<T extends object>(blank: T, value: unknown, path: string): T {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Wrong(path, '这里应是一组字段')
  const filled = blank as Record<string, unknown> // its names are gone through, and each keeps its type
  for (const [name, part] of Object.entries(value)) {
    const before = Object.hasOwn(filled, name) ? filled[name] : undefined
    if (before === undefined) throw new Wrong(join(path, name), '没有这个字段')
    if (part === undefined) continue
    // the path of a field is put together where it is needed: files of thousands of tables come through here
    if (typeof before === 'string') filled[name] = isShort(part) ? mended(part) : text(part, join(path, name))
    else filled[name] = likePart(name, before, part, join(path, name))
  }
  return blank
}

const isShort = (part: unknown): part is string => typeof part === 'string' && part.length <= maximumText

function likePart(name: string, blank: unknown, part: unknown, path: string): unknown {
  if (name === 'extra') return extra(part, path)
  if (name === 'paymentPlan') return list(part, path).map((entry, index) => text(entry, `${path}[${index}]`))
  if (name === 'indicators')
    return list(part, path).map((entry, index) => like(emptyIndicator(), entry, `${path}[${index}]`))
  return like(blank as object, part, path) // the rest are objects of texts
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

/** Whether a record that has the right shape keeps the bounds of the check: asked of every table that is read. */
export const isWithinBounds = (record: ProjectRecord): boolean => keepsBounds(record)

function keepsBounds(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= maximumText
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.length <= maximumList && value.every(keepsBounds)
  let names = 0
  for (const name in value) {
    names += 1
    const isName = name !== '' && name !== '__proto__' && name.length <= maximumName
    if (!isName || !keepsBounds((value as Record<string, unknown>)[name])) return false
  }
  return names <= maximumList
}

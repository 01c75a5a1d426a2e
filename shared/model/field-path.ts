/**
 * Field paths: the name of one field of a record, e.g. `unit.name`, `paymentPlan[2]`, `indicators[3].target`,
 * `extra.主管部门`, `indicators[0].extra.指标方向性`. They are put together and taken apart here and nowhere else; readField
 * and writeField are the only way a binding touches a record. Everything after `extra.` is one key, whatever characters it
 * holds. A template names the field of every indicator without its number: `indicators[].target`.
 */
import type { Indicator, ProjectRecord } from './project.ts'

type Step = string | number

/** The list of indicators as a whole. */
export const indicatorsPath = 'indicators'

/** A row, or one field of it: `indicators[3]`, `indicators[3].target`. */
export const rowPath = (row: number, field = ''): string =>
  field === '' ? `${indicatorsPath}[${row}]` : `${indicatorsPath}[${row}].${field}`

/** The field of every indicator: `indicators[].target`. */
export const columnPath = (field: string): string => `${indicatorsPath}[].${field}`

export const paymentPath = (point: number): string => `paymentPlan[${point}]`

const extraStart = 'extra.'
export const extraPath = (key: string): string => extraStart + key

/** The key of a path into `extra`, of the record or inside a row; null for any other. */
export const extraKey = (path: string): string | null => {
  const own = rowField(path) ?? path
  return own.startsWith(extraStart) ? own.slice(extraStart.length) : null
}

const ofRow = /^indicators\[(\d+)\](?:\.(.*))?$/su

/** The row a path leads to or into, from 0; null: none. */
export function rowOfPath(path: string): number | null {
  const row = ofRow.exec(path)?.[1]
  return row === undefined ? null : Number(row)
}

/** The field inside the row: `target`, `extra.备注`, '' for the row itself; null where the path leads into no row. */
export function rowField(path: string): string | null {
  const match = ofRow.exec(path)
  return match ? (match[2] ?? '') : null
}

/** The same field of another row; the path as it is where it leads into none. */
export function inRow(path: string, row: number): string {
  const field = rowField(path)
  return field === null ? path : rowPath(row, field)
}

/** Paths met before: templates name the same few again and again. Emptied when full, so that extra keys cannot fill it. */
const known = new Map<string, readonly Step[]>()
const mostKnown = 5000

/** Splits a path into steps; throws on a malformed path (a programming error: paths are never typed by users). */
export function parsePath(path: string): readonly Step[] {
  const steps = known.get(path) ?? splitPath(path)
  if (known.size >= mostKnown) known.clear()
  known.set(path, steps)
  return steps
}

function splitPath(path: string): Step[] {
  const steps: Step[] = []
  let rest = path
  while (rest !== '') {
    if (steps.at(-1) === 'extra') return [...steps, rest]
    const match = /^(?:\.?([A-Za-z]+)|\[(\d+)\])/.exec(rest)
    if (!match) throw new Error(`malformed field path: ${path}`)
    steps.push(match[1] ?? Number(match[2]))
    rest = rest.slice(match[0].length)
    if (steps.at(-1) === 'extra') rest = rest.replace(/^\./, '')
  }
  return steps
}

/** The text at a path; '' where the list is shorter or the extra key is absent. Throws when the path names no text field. */
export function readField(record: ProjectRecord, path: string): string {
  let value: unknown = record
  for (const step of parsePath(path)) {
    if (typeof value !== 'object' || value === null) throw new Error(`no such field: ${path}`)
    if (!Object.hasOwn(value, step)) {
      if (Array.isArray(value) || path.includes('extra')) return ''
      throw new Error(`no such field: ${path}`)
    }
    value = (value as Record<Step, unknown>)[step] // checked by hasOwn above
  }
  if (typeof value !== 'string') throw new Error(`not a text field: ${path}`)
  return value
}

/**
 * A copy of the record with the text at `path` replaced; everything off the path is shared with the original.
 * A list is filled up with '' to reach the index (paymentPlan); an indicator that does not exist is an error.
 * Writing '' to an extra key removes the key.
 */
export function writeField(record: ProjectRecord, path: string, text: string): ProjectRecord {
  readField(record, path)
  return writeStep(record, parsePath(path), text, path) as ProjectRecord // same shape: only one text changed
}

function writeStep(value: unknown, steps: readonly Step[], text: string, path: string): unknown {
  const [step, ...rest] = steps
  if (step === undefined) return text
  if (Array.isArray(value)) {
    const copy: unknown[] = [...(value as unknown[])]
    if (rest.length > 0 && copy[Number(step)] === undefined) throw new Error(`no such indicator: ${path}`)
    while (copy.length <= Number(step)) copy.push('')
    copy[Number(step)] = writeStep(copy[Number(step)], rest, text, path)
    return copy
  }
  const entries = { ...(value as Record<Step, unknown>) } // an object: readField has walked this path
  if (
    rest.length === 0 &&
    text === '' &&
    steps.length === 1 &&
    path.includes('extra.') &&
    path.endsWith(`extra.${step}`)
  ) {
    delete entries[step]
    return entries
  }
  entries[step] = writeStep(entries[step], rest, text, path)
  return entries
}

/** A copy of one indicator with the text at a path inside it replaced: `name`, `target`, `extra.指标方向性`. */
export function writeIndicatorField(indicator: Indicator, path: string, text: string): Indicator {
  const steps = parsePath(path)
  const [field = '', key] = steps
  const isText = key === undefined ? typeof indicator[field as keyof Indicator] === 'string' : field === 'extra' // any other name reads undefined
  if (!isText) throw new Error(`not a text field: ${path}`)
  if (key === undefined) return { ...indicator, [field]: text }
  return writeStep(indicator, steps, text, path) as Indicator // same shape: only one text changed
}

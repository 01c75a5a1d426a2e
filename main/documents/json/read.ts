/**
 * .json → records, unchecked (shared/model/repair.ts does that): `{ template, record }`, a list of them, or what
 * `read --json` prints (`{ files: [ { tables: [ … ] } ] }`).
 */
import { FileProblem } from '../file-problem.ts'
import { limits } from '../limits.ts'
import type { RawBeside } from './read-beside.ts'

export interface RawRecord {
  template: string | null
  record: unknown
  /** What stands beside the record. */
  beside: RawBeside
}

export function readJson(text: string): RawRecord[] {
  const value = parse(text)
  if (depthOf(value) > limits.jsonDepth) {
    throw new FileProblem('F-NESTING', '的内容嵌套太深，不像绩表的 .json 文件，为安全起见不予读取。')
  }
  const records = recordsOf(value)
  if (records === null) {
    throw new FileProblem('F-JSON', '不是绩表的 .json 文件：里面应有 { "template": …, "record": … } 或它们的列表。')
  }
  return records
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    throw new FileProblem('F-JSON', '不是完整的 .json 文件，可能没有复制完。请重新取得文件后再试。', { cause: error })
  }
}

/** null where something is no record. Problems found at reading time are found again, so they are not taken over. */
function recordsOf(value: unknown): RawRecord[] | null {
  if (Array.isArray(value)) return all(value, recordOf)
  const files = member(value, 'files')
  if (!Array.isArray(files)) return all([value], recordOf)
  return all(files, (file) => {
    const tables = member(file, 'tables')
    return Array.isArray(tables) ? all(tables, recordOf) : null
  })
}

function recordOf(value: unknown): RawRecord[] | null {
  const record = member(value, 'record')
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return null
  const template = member(value, 'template')
  const beside = Object.fromEntries(
    ['fiscalYear', 'stage', 'id', 'notes'].flatMap((name) => {
      const given = member(value, name)
      return given === undefined ? [] : [[name, given]]
    }),
  )
  return [{ template: typeof template === 'string' ? template : null, record, beside }]
}

function all(values: unknown[], read: (value: unknown) => RawRecord[] | null): RawRecord[] | null {
  const records: RawRecord[] = []
  for (const value of values) {
    const found = read(value)
    if (found === null) return null
    for (const record of found) records.push(record)
  }
  return records
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined
}

/** Depth of a value, level by level: a recursive walk could overflow the stack. Stops at the limit. */
function depthOf(value: unknown): number {
  let level: unknown[] = [value]
  let depth = 0
  for (; level.length > 0 && depth <= limits.jsonDepth; depth++) {
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []))
  }
  return depth
}

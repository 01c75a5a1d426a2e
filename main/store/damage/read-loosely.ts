/**
 * A record as far as it can still be read when some bytes of its JSON were changed on disk: every text that still has its
 * name, in the order they stand in. For looking at and choosing, never taken as data without a person's word.
 */
import { emptyIndicator, emptyRecord } from '../../../shared/model/project.ts'
import { repairRecord } from '../../../shared/model/repair.ts'
import type { Indicator, ProjectRecord } from '../../../shared/model/project.ts'

export function readLoosely(text: string): ProjectRecord {
  try {
    return repairRecord(JSON.parse(text)).record
  } catch {
    return repairRecord(collect(text)).record
  }
}

/** `"name": "text"`; of the quote before the text another letter may have been made. */
const member = /"((?:[^"\\]|\\.){1,1000})"\s*:\s*(?:"|[^"\s[{])((?:[^"\\]|\\.)*)"(?=\s*[,}\]])/gsu

function collect(text: string): unknown {
  const start = text.search(/"indicators"\s*:/u)
  const [head, rows] = start < 0 ? [text, ''] : [text.slice(0, start), text.slice(start)]
  const record = emptyRecord()
  const places = headPlaces(record)
  let at = 0
  for (const [name, value] of membersOf(head)) {
    const next = places.findIndex((place, index) => index >= at && place.name === name)
    if (next < 0) continue
    places[next]?.write(value)
    at = next + 1
  }
  record.paymentPlan = [...(/"paymentPlan"\s*:\s*\[([^\]]*)/u.exec(head)?.[1] ?? '').matchAll(/"([^"]*)"/gu)].map(
    ([, share = '']) => share,
  )
  return { ...record, indicators: indicatorsIn(rows) }
}

function membersOf(text: string): [name: string, value: string][] {
  return [...text.matchAll(member)].map(([, name = '', value = '']) => [unescaped(name), unescaped(value)])
}

/** The texts before the indicators by their names, in the order they are written in; several have the same name. */
function headPlaces(record: ProjectRecord): { name: string; write: (value: string) => void }[] {
  return Object.entries(record).flatMap(([name, part]: [string, unknown]) => {
    if (typeof part === 'string')
      return [{ name, write: (value: string) => void Object.assign(record, { [name]: value }) }]
    if (typeof part !== 'object' || part === null || Array.isArray(part) || name === 'extra') return []
    return Object.keys(part).map((inner) => ({
      name: inner,
      write: (value: string) => void Object.assign(part, { [inner]: value }),
    }))
  })
}

/** A name that was there already, or comes before the last one, begins the next row; names of no column are its `extra`. */
function indicatorsIn(text: string): Indicator[] {
  const columns = Object.keys(emptyIndicator()).filter((name) => name !== 'extra')
  const rows: Indicator[] = []
  let last = columns.length
  for (const [name, value] of membersOf(text)) {
    const column = columns.indexOf(name)
    if (column >= 0 && column <= last) rows.push(emptyIndicator())
    const row = rows.at(-1)
    if (!row) continue
    if (column < 0) row.extra = { ...row.extra, [name]: value }
    else Object.assign(row, { [name]: value })
    if (column >= 0) last = column
  }
  return rows
}

const letters: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' }

const unescaped = (text: string): string =>
  text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gsu, (_, code: string | undefined, letter: string) =>
    code === undefined ? (letters[letter] ?? letter) : String.fromCharCode(Number.parseInt(code, 16)),
  )

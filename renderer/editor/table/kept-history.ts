/**
 * The undo history of a table as text and back, for the next start of the program. Each step is kept as the difference
 * from the value nearer to the present (delta.ts). A history fits a table only when the present records have exactly the
 * content it was written for; then projects are matched by their place, since ids are given by the store.
 */
import { checkNotes } from '../../../shared/model/check-notes.ts'
import { checkRecord } from '../../../shared/model/check.ts'
import type { Note } from '../../../shared/model/note.ts'
import type { ProjectRecord } from '../../../shared/model/project.ts'
import { applyDelta, findDelta } from './delta.ts'
import type { Delta, Json } from './delta.ts'
import type { Entry } from './entries.ts'
import type { History, Step } from './history.ts'
import { indicatorsName, projectOfView } from './spot.ts'
import type { Spot } from './spot.ts'

type TableHistory = History<Entry[], Spot>
type TableStep = Step<Entry[], Spot>

interface KeptStep {
  label: string
  place: Spot
  /** null: only the identity of an object changed. */
  delta: Delta | null
}

/** Characters of all steps together, some 1,500 cells; beyond it the steps furthest from the present are left out. */
const longestHistory = 200_000
const format = 1

export function formatHistory({ past, present, future }: TableHistory): string {
  let room = longestHistory
  const fit = (steps: TableStep[]): string => {
    const texts: string[] = []
    let nearer = present
    for (const step of steps) {
      const text = formatStep(step, nearer)
      room -= text.length + 1
      if (room < 0) break
      texts.push(text)
      nearer = step.value
    }
    return texts.join(',')
  }
  const [undoable, redoable] = [fit(past.toReversed()), fit(future)]
  const digests = JSON.stringify(present.map(digestOf))
  const keys = JSON.stringify(present.map(({ key }) => key))
  return `{"format":${format},"digests":${digests},"keys":${keys},"past":[${undoable}],"future":[${redoable}]}`
}

const formatted = new WeakMap<TableStep, { nearer: Entry[]; text: string }>()

function formatStep(step: TableStep, nearer: Entry[]): string {
  const known = formatted.get(step)
  if (known?.nearer === nearer) return known.text
  const kept: KeptStep = { label: step.label, place: step.place, delta: findDelta(asJson(nearer), asJson(step.value)) }
  const text = JSON.stringify(kept)
  formatted.set(step, { nearer, text })
  return text
}

/** null when the text is none of ours or belongs to other contents than `present`. */
export function parseHistory(text: string, present: Entry[]): TableHistory | null {
  try {
    const kept: unknown = JSON.parse(text)
    if (!isMembers(kept) || kept['format'] !== format) return null
    const { digests, keys, past, future } = kept
    if (!isTexts(digests) || !isTexts(keys) || !Array.isArray(past) || !Array.isArray(future)) return null
    if (digests.length !== present.length || keys.length !== present.length) return null
    if (present.some((entry, index) => digestOf(entry) !== digests[index])) return null
    const names = new Map(keys.map((key, index) => [key, present[index]?.key ?? '']))
    const start = keys.map((key, index): Json => {
      const entry = present[index]
      return { key, record: asJson(entry?.record), notes: asJson(entry?.notes) }
    })
    const read = entryReader(names, new Map(present.map((entry, index) => [start[index] ?? null, entry])))
    return {
      past: readSteps(past, start, read, names).toReversed(),
      present,
      future: readSteps(future, start, read, names),
    }
  } catch {
    return null // damaged: undo begins anew
  }
}

function readSteps(
  steps: unknown[],
  present: Json[],
  read: (value: Json) => Entry,
  names: ReadonlyMap<string, string>,
): TableStep[] {
  let nearer: Json = present
  return steps.map((step) => {
    if (!isMembers(step) || typeof step['label'] !== 'string' || !isSpot(step['place'])) throw new Error('no step')
    const delta = step['delta'] as Delta | null // written by formatStep; applyDelta and the check of records refuse others
    nearer = delta === null ? nearer : applyDelta(nearer, delta)
    if (!Array.isArray(nearer)) throw new Error('no list of projects')
    return { value: nearer.map(read), label: step['label'], place: renamedSpot(step['place'], names) }
  })
}

/** A project saved since then is called by its id now, and so is the view of its indicators. */
function renamedSpot(spot: Spot, names: ReadonlyMap<string, string>): Spot {
  const key = names.get(projectOfView(spot.view) ?? '')
  return key === undefined ? spot : { ...spot, view: indicatorsName(key) }
}

/** Entries of values; the same object is read once, and records are checked like all that comes from outside. */
function entryReader(names: ReadonlyMap<string, string>, known: Map<Json, Entry>): (value: Json) => Entry {
  const valid = new WeakSet<object>()
  /** Steps share the indicators they did not change: each is checked once. */
  const isRecord = (record: Json | undefined): boolean => {
    if (!isMembers(record) || !Array.isArray(record['indicators'])) return false
    const indicators = record['indicators'].filter((one) => typeof one !== 'object' || one === null || !valid.has(one))
    if (!checkRecord({ ...record, indicators }).ok) return false
    for (const one of indicators) if (typeof one === 'object' && one !== null) valid.add(one)
    return true
  }
  return (value) => {
    const before = known.get(value)
    if (before) return before
    if (!isMembers(value) || typeof value['key'] !== 'string') throw new Error('no project')
    const { key } = value
    if (!isRecord(value['record'])) throw new Error('no record')
    const { notes = [] } = value // a step kept before there were notes has none
    if (!checkNotes(notes).ok) throw new Error('no notes')
    const entry = {
      key: names.get(key) ?? key,
      record: value['record'] as unknown as ProjectRecord, // just checked, as the notes
      notes: notes as unknown as Note[],
    }
    known.set(value, entry)
    return entry
  }
}

/** The history that was kept before the steps made since the table was opened; `now` alone where they do not join. */
export function joinHistory(kept: TableHistory, now: TableHistory): TableHistory {
  if ((now.past[0]?.value ?? now.present) !== kept.present) return now
  const isUntouched = now.past.length + now.future.length === 0
  return { past: [...kept.past, ...now.past], present: now.present, future: isUntouched ? kept.future : now.future }
}

const digests = new WeakMap<Entry, string>()

/** Length and hash of the content: tells one content from another, no protection against malice. */
function digestOf(entry: Entry): string {
  const known = digests.get(entry)
  if (known !== undefined) return known
  const { record, notes } = entry
  const text = JSON.stringify(record) + (notes.length > 0 ? JSON.stringify(notes) : '')
  let [high, low] = [0xdeadbeef, 0x41c6ce57]
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  const digest = `${text.length}-${(high >>> 0).toString(36)}-${(low >>> 0).toString(36)}`
  digests.set(entry, digest)
  return digest
}

/** Records and entries are plain JSON: texts, objects and lists of texts. */
const asJson = (value: Entry[] | ProjectRecord | Note[] | undefined): Json => value as unknown as Json

const isMembers = (value: unknown): value is Record<string, unknown> & { [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((text) => typeof text === 'string')

function isSpot(value: unknown): value is Spot {
  if (!isMembers(value) || typeof value['view'] !== 'string') return false
  const { selection } = value
  const isPosition = (one: unknown) => isMembers(one) && Number.isInteger(one['row']) && Number.isInteger(one['column'])
  return isMembers(selection) && isPosition(selection['anchor']) && isPosition(selection['focus'])
}

/**
 * What the store already has of an open table: per key the id, the version, the record and its notes as last saved, in the order of
 * the table. The difference between the book and the entries is what has to be sent; nothing else decides it, so a failed
 * or repeated send loses and doubles nothing.
 */
import { cutText } from '../../../shared/model/whole-text.ts'
import type { CallInput } from '../../../shared/ipc/contract.ts'
import type { SaveOutcome, TableDocument } from '../../../shared/model/stored/projects.ts'
import type { Entry } from './entries.ts'

export interface SavedProject extends Omit<Entry, 'key'> {
  id: string
  version: number
}

export type SaveBook = ReadonlyMap<string, SavedProject>

/** What is sent, and which keys its parts belong to, in the same order. */
export interface PendingSave {
  input: CallInput<'projects.save'>
  changedKeys: string[]
  addedKeys: string[]
  /** All keys in the order of the table as sent. */
  keys: string[]
  /** Per key what was sent. */
  sent: Map<string, Entry>
}

/** Ids of projects that were in the table and were removed, by key. */
export type GoneProjects = ReadonlyMap<string, string>

const ownKeyPrefix = 'new-'

/** A key that no project of the store has yet. */
export const newProjectKey = (unique: string): string => ownKeyPrefix + unique

/** Keys of projects that were read from the store are their ids: undo after a restart brings those back too. */
const wasBefore = (key: string, gone: GoneProjects): string | undefined =>
  gone.get(key) ?? (key.startsWith(ownKeyPrefix) ? undefined : key)

/** The contract's limit. */
const longestReason = 100

/**
 * What a table just read says. A project the page knows already keeps its key and, in the same version, its contents; the
 * key of any other is its id.
 */
export function openBook(table: TableDocument, known: SaveBook = new Map()): SaveBook {
  const keyOf = new Map([...known].map(([key, { id }]) => [id, key]))
  return new Map(
    table.projects.map(({ id, version, record, notes }) => {
      const key = keyOf.get(id) ?? id
      const own = known.get(key)
      return [key, own?.version === version ? own : { id, version, record, notes }]
    }),
  )
}

/** null when the store has everything. */
export function pendingSave(
  book: SaveBook,
  entries: readonly Entry[],
  template: string,
  reason: string,
  gone: GoneProjects = new Map(),
  /** Of projects that come new; undefined: the one they print. */
  yearOfNew?: string,
): PendingSave | null {
  const isChanged = ({ key, record, notes }: Entry) => {
    const saved = book.get(key)
    return saved !== undefined && (saved.record !== record || saved.notes !== notes)
  }
  const changed = entries.filter(isChanged)
  const added = entries.filter(({ key }) => !book.has(key))
  const present = new Set(entries.map(({ key }) => key))
  const removed = [...book].filter(([key]) => !present.has(key))
  const keys = entries.map(({ key }) => key)
  const unordered = [...[...book.keys()].filter((key) => present.has(key)), ...added.map(({ key }) => key)]
  // a project that comes back has its old place in the store, whatever the others have done since
  const isMoved =
    keys.some((key, index) => key !== unordered[index]) || added.some(({ key }) => wasBefore(key, gone) !== undefined)
  if (changed.length + added.length + removed.length === 0 && !isMoved) return null
  return {
    input: {
      changes: changed.flatMap(({ key, record, notes }) => {
        const saved = book.get(key)
        return saved ? [{ id: saved.id, version: saved.version, record: { ...record }, notes }] : []
      }),
      added: added.map(({ key, record, notes }) => {
        const was = wasBefore(key, gone)
        const beside = was === undefined ? yearOfNew !== undefined && { year: yearOfNew } : { was }
        return { template, record: { ...record }, notes, ...beside }
      }),
      removed: removed.map(([, { id }]) => id),
      reason: cutText(reason, longestReason),
      ...(isMoved && { order: keys.map((key) => book.get(key)?.id ?? added.findIndex((entry) => entry.key === key)) }),
    },
    changedKeys: changed.map(({ key }) => key),
    addedKeys: added.map(({ key }) => key),
    keys,
    sent: new Map([...changed, ...added].map((entry) => [entry.key, entry])),
  }
}

/** The book after the store has answered. */
export function noteSaved(book: SaveBook, pending: PendingSave, outcome: SaveOutcome): SaveBook {
  const saved = new Map(book)
  const note = (keys: string[], answers: SaveOutcome['saved']) =>
    keys.forEach((key, index) => {
      const answer = answers[index]
      const sent = pending.sent.get(key)
      if (!answer || !sent) return
      const { record, notes } = sent
      saved.set(key, { id: answer.id, version: answer.version, record, notes })
    })
  note(pending.changedKeys, outcome.saved)
  note(pending.addedKeys, outcome.added)
  return new Map(
    pending.keys.flatMap((key) => [saved.get(key)].flatMap((project) => (project ? [[key, project]] : []))),
  )
}

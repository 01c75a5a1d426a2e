/**
 * Sends every committed change to the store at once, one send after the other. A failed send is shown and tried again
 * with growing pauses (1 s to 15 s); what was changed elsewhere meanwhile is put together with what was changed here, or
 * waits for the person's choice. Nothing is dropped: what the store lacks is always recomputed from the save book.
 */
import type { CallInput } from '../../../shared/ipc/contract.ts'
import type { Result } from '../../../shared/ipc/result.ts'
import type { SaveOutcome } from '../../../shared/model/stored/projects.ts'
import type { Entry } from './entries.ts'
import { noteSaved, pendingSave } from './save-book.ts'
import type { SaveBook } from './save-book.ts'

export type SaveState =
  | { kind: 'saved'; at: string | null }
  | { kind: 'saving' }
  | { kind: 'failed'; message: string; isConflict: boolean }

export interface AutosaveParts {
  template: string
  /** 所属年度 of a project that comes new; undefined: the one it prints. */
  yearOfNew?: () => string | undefined
  book: SaveBook
  entries(): readonly Entry[]
  send(input: CallInput<'projects.save'>): Promise<Result<SaveOutcome>>
  show(state: SaveState): void
  /** When the table was saved last, as it was opened. */
  savedAt: string | null
  /** Runs once the change is on the screen, or at once when the page goes away. */
  soon(run: () => void): void
  /** The store refused because it has something newer: true when that has been taken in (`adopt`) and the rest can be sent. */
  settle(): Promise<boolean>
  /** setTimeout, passed in for tests. */
  later(run: () => void, delayMs: number): unknown
}

export interface Autosave {
  /** Something was committed and is sent soon; `reason` names it in the list of versions. */
  changed(reason: string): void
  /** Sends what is waiting; true when the store has everything afterwards. */
  flush(): Promise<boolean>
  /** The same once the last change is on the screen. */
  flushSoon(): Promise<boolean>
  book(): SaveBook
  /** Takes over what the store has (after a conflict or a restore). */
  adopt(book: SaveBook): void
}

const longestPauseMs = 15_000
/** One after the other, while another window is typed in too. */
const mostSettlements = 5

export function createAutosave(parts: AutosaveParts): Autosave {
  let book = parts.book
  let reason = ''
  const gone = new Map<string, string>()
  let running: Promise<boolean> | null = null
  let wanted = false
  let pauseMs = 1000
  let blocked = false
  let failing = false
  let savedAt = parts.savedAt

  const run = async (): Promise<boolean> => {
    let settled = 0
    for (;;) {
      const pending = pendingSave(book, parts.entries(), parts.template, reason, gone, parts.yearOfNew?.())
      if (!pending) {
        failing = false
        parts.show({ kind: 'saved', at: savedAt })
        return true
      }
      if (!failing) parts.show({ kind: 'saving' }) // a failure stays in sight until it is over
      const answer = await parts.send(pending.input)
      if (!answer.ok) {
        const isConflict = answer.error.code === 'conflict'
        if (isConflict && (settled += 1) <= mostSettlements && (await parts.settle())) continue
        return failed(answer.error.message, isConflict)
      }
      turnTo(noteSaved(book, pending, answer.value))
      pauseMs = 1000
      failing = false
      const times = [...answer.value.saved, ...answer.value.added].map(({ updatedAt }) => updatedAt)
      savedAt = times.toSorted().at(-1) ?? savedAt
    }
  }
  /** What is in the book no longer may come back by undo, as the same project. */
  const turnTo = (next: SaveBook) => {
    for (const [key, { id }] of book) if (!next.has(key)) gone.set(key, id)
    book = next
  }
  const failed = (message: string, isConflict: boolean): boolean => {
    parts.show({ kind: 'failed', message, isConflict })
    blocked = isConflict
    failing = true
    if (!isConflict) parts.later(() => void flush(), pauseMs)
    pauseMs = Math.min(longestPauseMs, pauseMs * 2)
    return false
  }
  /** Sends until nothing is wanted any more; cleared without a pause, so that no wish falls between two sends. */
  const runAll = async (): Promise<boolean> => {
    for (;;) {
      wanted = false
      const saved = await run()
      if (saved && wanted) continue
      running = null
      return saved
    }
  }
  const flush = (): Promise<boolean> => {
    if (blocked) return Promise.resolve(false)
    wanted = true
    running ??= runAll()
    return running
  }
  const flushSoon = () => new Promise<boolean>((saved) => parts.soon(() => saved(flush())))
  return {
    changed(why) {
      reason = why
      if (!failing && !blocked) parts.show({ kind: 'saving' })
      void flushSoon()
    },
    flush,
    flushSoon,
    book: () => book,
    adopt(saved) {
      turnTo(saved)
      blocked = false
      failing = false
    },
  }
}

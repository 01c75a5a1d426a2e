/**
 * Work that the store does not have yet, wherever the person is now: shown by the shell on every page, and asked about
 * before the page goes away. Whoever holds such work (the open tables) says so here.
 */
import { create } from 'zustand'
import type { UnsavedEntry, UnsavedWork } from '../../shared/ipc/unsaved.ts'
import type { Place } from '../shell/place.ts'

export interface UnsavedItem {
  /** As the person knows it: the project, or the unit of a list form. */
  name: string
  /** The project it is opened by: the address of its editor. */
  id: string
  /** null: it is being saved. */
  failure: { message: string; isConflict: boolean } | null
  /** Whether the editor at this place shows it, with a word of its own. */
  isShownAt: (place: Place) => boolean
  /** Sends it; true when nothing is left. */
  flush: () => Promise<boolean>
  /** What is not saved, as a .json file holds it. */
  entries: () => UnsavedEntry[]
}

/** What the band shows, by its holder. */
export const useUnsaved = create<{ items: ReadonlyMap<object, UnsavedItem> }>(() => ({ items: new Map() }))

/** `holder`: the open table. null: it has nothing any more. */
export function showUnsaved(holder: object, item: UnsavedItem | null): void {
  const { items } = useUnsaved.getState()
  if (item === null && !items.has(holder)) return
  const next = new Map(items)
  if (item) next.set(holder, item)
  else next.delete(holder)
  useUnsaved.setState({ items: next })
}

const sources = new Set<() => UnsavedItem[]>()

/** Answers what it holds at this moment, to the letter; asked before the page goes away. */
export function addUnsavedSource(source: () => UnsavedItem[]): void {
  sources.add(source)
}

export const unsavedNow = (): UnsavedItem[] => [...sources].flatMap((source) => source())

/** Those the person does not see where they are. */
export const unsavedElsewhere = (items: Iterable<UnsavedItem>, place: Place): UnsavedItem[] =>
  [...items].filter((item) => !item.isShownAt(place))

export function toWork(items: readonly UnsavedItem[]): UnsavedWork {
  const failure = items.find((item) => item.failure)?.failure
  return {
    names: items.map(({ name }) => name),
    reason: items.length === 0 ? '' : (failure?.message ?? '正在保存，还没有完成。'),
    entries: items.flatMap((item) => item.entries()),
  }
}

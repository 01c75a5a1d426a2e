/**
 * Where the person is: a page and what it shows, kept in the address after # so that a reload, the back button and a
 * second tab find the same place. `#/edit/<project id>`, `#/preview/<id>,<id>`, `#/projects/bin`.
 */
import { create } from 'zustand'

export type PageName = 'projects' | 'edit' | 'preview' | 'import' | 'settings'

export interface Place {
  page: PageName
  ids: string[]
}

const pageNames: readonly string[] = ['projects', 'edit', 'preview', 'import', 'settings'] satisfies PageName[]

export function parsePlace(hash: string): Place {
  const [page = '', ids = ''] = hash.replace(/^#\/?/, '').split('/')
  return {
    page: pageNames.includes(page) ? (page as PageName) : 'projects', // checked by includes
    ids: ids.split(',').filter((id) => id !== ''),
  }
}

export function formatPlace({ page, ids }: Place): string {
  return ids.length > 0 ? `#/${page}/${ids.join(',')}` : `#/${page}`
}

interface PlaceState {
  place: Place
  /** The table that 编辑 and 预览 in the rail lead back to. */
  lastOpened: string | null
}

export const usePlace = create<PlaceState>(() => ({ place: parsePlace(location.hash), lastOpened: null }))

/** Asked before a page is left; waits for the last save. */
const leaveListeners = new Set<() => void>()
export function onLeave(listener: () => void): () => void {
  leaveListeners.add(listener)
  return () => leaveListeners.delete(listener)
}

/** The page is left, or goes away altogether: what is being typed is taken over. */
export function tellLeaving(): void {
  leaveListeners.forEach((listener) => listener())
}

export function goTo(page: PageName, ids: string[] = []): void {
  const hash = formatPlace({ page, ids })
  if (hash === location.hash) follow()
  else location.hash = hash
}

/** The same place under another name: changes the address without leaving the page; a reload finds it. */
export function renamePlace(page: PageName, ids: string[]): void {
  history.replaceState(null, '', formatPlace({ page, ids }))
  usePlace.setState({ lastOpened: ids[0] ?? null })
}

/** What a page needs is asked for before it is shown: the one before stays in sight meanwhile, never for long. */
const preparations = new Map<PageName, (ids: string[]) => Promise<unknown>>()
export function prepareFor(page: PageName, prepare: (ids: string[]) => Promise<unknown>): void {
  preparations.set(page, prepare)
}

const longestWaitMs = 150
let lastTurn = 0

function follow(): void {
  tellLeaving()
  const place = parsePlace(location.hash)
  const turn = (lastTurn += 1)
  const show = () => {
    if (turn !== lastTurn) return // the person has gone on, or it is shown already
    lastTurn += 1
    const opened = place.page === 'edit' || place.page === 'preview' ? place.ids[0] : undefined
    usePlace.setState((state) => ({ place, lastOpened: opened ?? state.lastOpened }))
  }
  const prepare = preparations.get(place.page)
  if (!prepare) return show()
  const timer = setTimeout(show, longestWaitMs)
  void prepare(place.ids).finally(() => {
    clearTimeout(timer)
    show()
  })
}

window.addEventListener('hashchange', follow)
follow()

/**
 * Where the person is: a page and what it shows, kept in the address after # so that a reload, the back button and a
 * second tab find the same place. `#/edit/<project id>`, `#/preview/<id>,<id>`.
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

function follow(): void {
  leaveListeners.forEach((listener) => listener())
  const place = parsePlace(location.hash)
  const opened = place.page === 'edit' || place.page === 'preview' ? place.ids[0] : undefined
  usePlace.setState((state) => ({ place, lastOpened: opened ?? state.lastOpened }))
}

window.addEventListener('hashchange', follow)
follow()

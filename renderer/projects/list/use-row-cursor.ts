/**
 * The cursor of the list: one row takes the focus (its name is the button that opens it), keys move it, also past the rows
 * that are drawn. The list is one stop of the Tab key.
 */
import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent, RefObject } from 'react'
import type { ProjectSummary } from '../../../shared/model/stored/projects.ts'
import { keptPlace } from '../kept-place.ts'
import { rowCommand } from './row-keys.ts'

export interface RowCursorParts {
  area: RefObject<HTMLElement | null>
  shown: readonly ProjectSummary[]
  rowHeightPx: number
  /** Marks a row or, with `isRange`, all from the one marked before. */
  mark: (id: string, isChosen: boolean, isRange: boolean) => void
  isMarked: (id: string) => boolean
  markAll: (isMarked: boolean) => void
  remove: (active: string) => void
}

export interface RowCursor {
  /** Id of the row that Tab comes to; the first where the last one is not shown any more. */
  active: string | null
  setActive: (id: string) => void
  onKeyDown: (event: KeyboardEvent) => void
}

const searchField = (): HTMLInputElement | null => document.querySelector('.project-search input')

export function useRowCursor(parts: RowCursorParts): RowCursor {
  const { area, shown, rowHeightPx, mark, isMarked, markAll, remove } = parts
  const [wanted, setWanted] = useState(keptPlace.active)
  const takesFocus = useRef(keptPlace.active !== null) // whoever comes back from a table finds its row
  const index = Math.max(
    0,
    shown.findIndex(({ id }) => id === wanted),
  )
  const active = shown[index]?.id ?? null
  const setActive = useCallback((id: string) => {
    keptPlace.active = id
    setWanted(id)
  }, [])

  /** Rows in sight below the head of the table. */
  const sightPx = () => {
    const head = area.current?.querySelector('.project-head-group')?.clientHeight ?? 0
    return (area.current?.clientHeight ?? 0) - head
  }
  const show = (row: number) => {
    const element = area.current
    if (!element) return
    const top = row * rowHeightPx
    if (top < element.scrollTop) element.scrollTo({ top })
    else if (top + rowHeightPx > element.scrollTop + sightPx()) element.scrollTo({ top: top + rowHeightPx - sightPx() })
  }
  const comeBack = useEffectEvent(() => {
    area.current?.scrollTo({ top: keptPlace.scrolledPx })
    if (keptPlace.active !== null) show(index)
  })
  useLayoutEffect(() => comeBack(), [])
  useLayoutEffect(() => {
    if (!takesFocus.current || active === null) return
    const { activeElement } = document
    if (activeElement !== document.body && !area.current?.contains(activeElement)) {
      takesFocus.current = false // the person has gone on elsewhere, to the search field perhaps
      return
    }
    const button = area.current?.querySelector<HTMLElement>(`[data-project="${active}"]`)
    if (!button) return // drawn once the list is scrolled to it
    takesFocus.current = false
    button.focus({ preventScroll: true })
  })
  const goTo = (row: number, extend: boolean) => {
    const id = shown[row]?.id
    if (id === undefined) return
    if (extend) {
      if (active !== null && !isMarked(active)) mark(active, true, false)
      mark(id, true, true)
    }
    takesFocus.current = true
    setActive(id)
    show(row)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const inList = event.target instanceof Element && event.target.closest('.project-rows') !== null
    if (!inList || active === null) return
    const pressed = { key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey }
    const page = Math.max(1, Math.floor(sightPx() / rowHeightPx) - 1)
    const command = rowCommand(pressed, index, page, shown.length)
    if (!command) return
    event.preventDefault()
    if (command.do === 'move') goTo(command.to, command.extend)
    else if (command.do === 'toggle') mark(active, !isMarked(active), false)
    else if (command.do === 'search') searchField()?.select()
    else if (command.do === 'remove') remove(active)
    else markAll(command.do === 'mark-all')
  }

  // Keys that belong to nobody, and ↓ in the search field, lead into the list.
  useEffect(() => {
    const enter = (event: globalThis.KeyboardEvent) => {
      const isFree = event.target === document.body || event.target === searchField()
      if (!isFree || event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey) return
      if (event.key === '/' && event.target === document.body) searchField()?.select()
      else if (event.key === 'ArrowDown')
        area.current?.querySelector<HTMLElement>('[data-project][tabindex="0"]')?.focus()
      else return
      event.preventDefault()
    }
    const search = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'f') return
      if (document.querySelector('[role=dialog]')) return
      event.preventDefault()
      searchField()?.select()
    }
    document.addEventListener('keydown', enter)
    document.addEventListener('keydown', search)
    return () => {
      document.removeEventListener('keydown', enter)
      document.removeEventListener('keydown', search)
    }
  }, [area])
  return { active, setActive, onKeyDown }
}

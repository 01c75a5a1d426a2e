/** The choices under the cell being edited. Never takes the focus: the textarea keeps it and points to the chosen line. */
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { placedBox } from './cell-box.ts'
import type { Box } from './cell-box.ts'
import { placeList } from './list-place.ts'

export interface SuggestionListProps {
  id: string
  label: string
  choices: readonly string[]
  /** Index of the highlighted choice; -1: none. */
  chosen: number
  onChoose: (choice: string) => void
}

export function SuggestionList({ id, label, choices, chosen, onChoose }: SuggestionListProps): ReactNode {
  const list = useRef<HTMLUListElement>(null)
  // not a layout effect: the sheet places the cell in its own, which runs after this part's
  useEffect(() => {
    const element = list.current
    const overlay = element?.parentElement
    if (!element || !overlay || choices.length === 0) return undefined
    const put = () => {
      const size = { width: element.offsetWidth, height: element.offsetHeight }
      const place = placeList(placedBox(overlay, 'active'), size, shownBox(overlay))
      element.style.left = `${place.left}px`
      element.style.top = `${place.top}px`
    }
    put()
    // the window or the zoom changes under an open list: the cell has gone elsewhere
    const observer = new ResizeObserver(put)
    for (const around of [overlay.closest('.paper'), overlay.closest('.desk')]) if (around) observer.observe(around)
    return () => observer.disconnect()
  }, [choices])
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <ul
      ref={list}
      id={id}
      role="listbox"
      aria-label={label}
      className="suggestions"
      hidden={choices.length === 0}
      tabIndex={0} // it scrolls; the textarea keeps the focus all the same
      onMouseDown={(event) => event.preventDefault()}
    >
      {choices.map((choice, index) => (
        <li
          key={choice}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === chosen}
          onMouseDown={(event) => {
            event.preventDefault()
            onChoose(choice)
          }}
        >
          {choice}
        </li>
      ))}
    </ul>
  )
}

/** What the desk shows, seen from the overlay. */
function shownBox(overlay: HTMLElement): Box {
  const origin = overlay.getBoundingClientRect()
  const desk = overlay.closest('.desk')?.getBoundingClientRect() ?? origin
  return { left: desk.left - origin.left, top: desk.top - origin.top, width: desk.width, height: desk.height }
}

/** The choices under the cell being edited. Never takes the focus: the textarea keeps it and points to the chosen line. */
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'

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
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <ul ref={list} id={id} role="listbox" aria-label={label} className="suggestions" hidden={choices.length === 0}>
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

/**
 * The choices offered below the open cell: which are shown, which is chosen, and the keys that go through them. Beside free text
 * the list waits for the end of a composition, for it would cover the cells a person clicks next; the letter is drawn first, and
 * looking through hundreds of past entries by pinyin follows it. A list of the form is there at once: Enter takes from it.
 */
import { useMemo, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { LayoutCell } from '../../../shared/layout/layout.ts'
import { commitCell, keepTyping, showList } from '../commands/sheet-commands.ts'
import { choicesFor, matchingChoices } from '../commands/suggestions.ts'
import { usePastEntries } from '../commands/use-past-entries.ts'
import type { Editing, SheetView } from '../view/sheet-view.ts'
import { useDrawn } from '../view/use-drawn.ts'

export interface CellChoices {
  shown: readonly string[]
  /** -1: none. */
  chosen: number
  take: (text: string) => void
  /** Whether the key was one of the list's; it is done then. */
  press: (event: KeyboardEvent) => boolean
}

export function useCellChoices(
  view: SheetView,
  cell: LayoutCell | undefined,
  editing: Editing | null,
  isComposing: boolean,
): CellChoices {
  const [choice, setChoice] = useState<{ of: Editing | null; index: number }>({ of: null, index: -1 })
  const past = usePastEntries(view, cell)
  const settled = useDrawn(editing)
  const isOfForm = cell?.list !== undefined
  const offering = isOfForm ? editing : settled
  const isOffered = isListShown(editing, cell) && isListShown(offering, cell) && (isOfForm || !isComposing)
  const shown = useMemo(
    () => (isOffered && offering ? matchingChoices(choicesFor(view, cell, past), filterText(offering)) : []),
    [isOffered, offering, view, cell, past],
  )
  // letters that are no text of their own but the sound of a choice: Enter and Tab take it
  const isSpelled = isOfForm && editing?.text !== editing?.before && /^[a-z]+$/i.test(editing?.text ?? '')
  const chosen = choice.of === editing ? choice.index : isSpelled && shown.length > 0 ? 0 : -1
  const setChosen = (index: number) => setChoice({ of: editing, index })
  const take = (text: string) => {
    keepTyping(view, text)
    commitCell(view)
  }
  const isOpened = editing?.mode === 'editing'
  const press = (event: KeyboardEvent): boolean => {
    if (shown.length === 0) return false
    const isPlain = !event.altKey && !event.ctrlKey && !event.shiftKey
    const isAsked = isOfForm || isOpened || chosen >= 0
    if (event.key === 'ArrowDown' && event.altKey) setChosen(Math.max(0, chosen))
    else if (!isAsked) return false // choices shown beside free text take no key: arrows and Esc are the cell's
    else if (event.key === 'ArrowDown' && isPlain) setChosen((chosen + 1) % shown.length)
    else if (event.key === 'ArrowUp' && isPlain && chosen >= 0) setChosen(chosen - 1)
    else if (event.key === 'Escape' && isOpened && editing?.text !== editing?.before) showList(view, false)
    else if ((event.key === 'Enter' || event.key === 'Tab') && isPlain && chosen >= 0) {
      take(shown[chosen] ?? '')
      if (event.key === 'Tab') return false
    } else return false
    event.preventDefault()
    return true
  }
  return { shown, chosen, take, press }
}

/** Beside free text the choices come with the first letter, or when asked for. */
const isListShown = (editing: Editing | null, cell: LayoutCell | undefined): boolean =>
  editing !== null &&
  editing.listOpen &&
  (cell?.list !== undefined || editing.mode === 'editing' || editing.text !== '')

/** With F2 or Alt+↓ the whole list is offered until the text is changed. */
const filterText = (editing: { text: string; before: string; mode: string }): string =>
  editing.mode === 'editing' && editing.text === editing.before ? '' : editing.text

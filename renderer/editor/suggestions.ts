/**
 * The choices offered in a cell: its vocabulary, then what the same column of this table already holds. Typing filters,
 * also by pinyin; the text stays free.
 */
import type { LayoutCell } from '../../shared/layout/layout.ts'
import { answersSearch } from '../ui/search-text.ts'
import type { SheetView } from './sheet-view.ts'

const mostOffered = 50

/** All choices of a cell; empty where it has no list. */
export function choicesFor(view: SheetView, cell: LayoutCell | undefined): string[] {
  if (!cell?.list) return []
  const { layout } = view.state.getState().sheet
  const used = layout.cells
    .filter((other) => other !== cell && other.column === cell.column && other.binding?.kind === cell.binding?.kind)
    .map((other) => other.text)
  return [...new Set([...(layout.lists[cell.list] ?? []), ...used])].filter((choice) => choice !== '')
}

/** What is shown for a typed text; nothing when the text already is the only choice left. */
export function matchingChoices(choices: readonly string[], typed: string): string[] {
  const found = typed === '' ? [...choices] : choices.filter((choice) => answersSearch(choice, typed))
  return found.length === 1 && found[0] === typed ? [] : found.slice(0, mostOffered)
}

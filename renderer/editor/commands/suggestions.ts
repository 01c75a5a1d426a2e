/**
 * The choices offered in a cell: its vocabulary, then what the unit wrote in this column before (most used first), then
 * what the column of this table already holds. Typing filters, also inside a text, by pinyin and by initials; the text
 * stays free.
 */
import { kinds } from '../../../shared/values/kinds.ts'
import { foldForSearch } from '../../../shared/values/text/normalize.ts'
import type { LayoutCell } from '../../../shared/layout/layout.ts'
import { answersSearch } from '../../ui/search-text.ts'
import { allSubcategories } from './rows/level-writes.ts'
import { entryField } from './past-entries.ts'
import type { SheetView } from '../view/sheet-view.ts'

const mostOffered = 50

/** Whether a cell offers choices at all: a list of the form, or a column with past entries. */
export const hasChoices = (cell: LayoutCell | undefined): boolean =>
  cell?.role === 'input' && (cell.list !== undefined || entryField(cell.binding?.path ?? '') !== null)

/** All choices of a cell; empty where it has none. `past`: the unit's own texts, best first. */
export function choicesFor(view: SheetView, cell: LayoutCell | undefined, past: readonly string[] = []): string[] {
  if (!cell || !hasChoices(cell)) return []
  const { sheet, selection } = view.state.getState()
  const { layout } = sheet
  const field = entryField(cell.binding?.path ?? '')
  const isLevel = cell.binding !== undefined && kinds[cell.binding.kind].level
  const used = layout.cells
    .filter((other) => other !== cell && other.column === cell.column && other.binding?.kind === cell.binding?.kind)
    .filter((other) => entryField(other.binding?.path ?? '') === field) // fields above the rows stand in the column too
    .filter((other) => other.list === cell.list) // a second level of another first level is no choice here
    .map((other) => other.text)
  const vocabulary = cell.list === undefined ? [] : (layout.lists[cell.list] ?? [])
  const written = [...(isLevel ? [] : past), ...used].filter((text) => text !== '' && text !== cell.text)
  const elsewhere = selection.rowsAlone && cell.binding?.kind === 'subcategory' ? allSubcategories(view.template) : []
  return [...new Set([...vocabulary, ...written, ...elsewhere])] // the cell's own text is no news
}

/**
 * What is shown for a typed text: choices that begin with it, then those that have it inside, then those that sound like
 * it. Nothing when the text already is the only choice left.
 */
export function matchingChoices(choices: readonly string[], typed: string): string[] {
  const found = typed === '' ? [...choices] : choices.filter((choice) => answersSearch(choice, typed))
  if (found.length === 1 && found[0] === typed) return []
  const search = foldForSearch(typed)
  const distance = (choice: string) => {
    const at = foldForSearch(choice).indexOf(search)
    return at < 0 ? 2 : Math.min(at, 1)
  }
  return (typed === '' ? found : found.toSorted((one, other) => distance(one) - distance(other))).slice(0, mostOffered)
}

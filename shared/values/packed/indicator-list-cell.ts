/**
 * A packed indicator cell as a person may have written it, well-formed or not: the form's own grammar first
 * (indicator-list.ts), and what that leaves over piece by piece (indicator-list-pieces.ts). No text is left out.
 */
import type { Indicator } from '../../model/project.ts'
import { shortened } from '../../model/whole-text.ts'
import type { LevelCodes } from './indicator-list-entries.ts'
import { parseIndicatorList } from './indicator-list.ts'
import type { EntryProblem } from './indicator-list.ts'
import { readPieces } from './indicator-list-pieces.ts'
import { splitQuantity } from './indicator-list-quantity.ts'

export interface IndicatorCell {
  indicators: Indicator[]
  /** As parseIndicatorList tells them, for these `indicators`. */
  problems: EntryProblem[]
  /** How many of the first indicators are not in the form's grammar but were made of pieces of text. */
  loose: number
}

export function readIndicatorCell(text: string, levels: readonly LevelCodes[]): IndicatorCell {
  const { indicators, problems, rest } = parseIndicatorList(text, levels)
  const pieces = readPieces(rest, levels)
  const unmarked = new Set(problems.filter(({ about }) => about === 'target').map(({ index }) => index))
  const entries = indicators.map((entry, index) =>
    unmarked.has(index) && entry.termTarget === '' ? { ...entry, ...splitQuantity(entry.name) } : entry,
  )
  const isMended = ({ index, about }: EntryProblem) =>
    (about === 'target' && entries[index]?.target !== '') || (about === 'number' && pieces.length > 0)
  return {
    indicators: [...pieces, ...entries],
    problems: problems
      .filter((problem) => !isMended(problem))
      .map((problem) => ({ ...problem, index: pieces.length + problem.index })),
    loose: pieces.length,
  }
}

/** Nothing but a name: a piece of text of which nothing was understood. */
export function isUnreadPiece({ category, subcategory, name, termTarget, target }: Indicator): boolean {
  return name.trim() !== '' && [category, subcategory, termTarget, target].every((text) => text.trim() === '')
}

/** The pieces as they are quoted to the person. */
export function quotePieces(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => `“${shortened(name, 40)}”`)
  return shown.join('') + (names.length > shown.length ? `等 ${names.length} 段` : '')
}

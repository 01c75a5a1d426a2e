/**
 * Where a searched text stands in another: by default case and width do not count (ＡＢ１ finds ab1), as in a spreadsheet.
 * Positions are UTF-16 indexes into the text as it is, so that a replacement keeps everything around it.
 */
import { foldForSearch } from '../../../shared/values/text/normalize.ts'

export interface FindOptions {
  /** Case and width count. */
  exact: boolean
  /** Only texts that are the searched text as a whole. */
  whole: boolean
}

interface Found {
  start: number
  end: number
}

/** All places in order, none overlapping another; none for an empty search. */
export function findInText(text: string, search: string, { exact, whole }: FindOptions): Found[] {
  if (search === '') return []
  const folded = foldText(text, exact)
  const wanted = foldText(search, exact).text
  if (wanted === '') return []
  if (whole) return folded.text === wanted ? [{ start: 0, end: text.length }] : []
  const found: Found[] = []
  for (let at = folded.text.indexOf(wanted); at !== -1; at = folded.text.indexOf(wanted, at + wanted.length)) {
    const start = folded.starts[at] ?? 0
    const end = folded.ends[at + wanted.length - 1] ?? text.length
    if (start >= (found.at(-1)?.end ?? 0)) found.push({ start, end })
  }
  return found
}

export function replaceInText(text: string, search: string, replacement: string, options: FindOptions): string {
  let replaced = ''
  let from = 0
  for (const { start, end } of findInText(text, search, options)) {
    replaced += text.slice(from, start) + replacement
    from = end
  }
  return replaced + text.slice(from)
}

/** The text as compared, and for each of its units where the character it came from starts and ends. */
function foldText(text: string, exact: boolean): { text: string; starts: number[]; ends: number[] } {
  let folded = ''
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const character of text) {
    const compared = exact ? character : foldForSearch(character)
    for (let unit = 0; unit < compared.length; unit++) {
      starts.push(at)
      ends.push(at + character.length)
    }
    folded += compared
    at += character.length
  }
  return { text: folded, starts, ends }
}

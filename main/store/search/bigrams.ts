/**
 * The words of the search index: single characters and pairs of neighbours, so that 医保 is found and 医 too. A character is
 * four base-36 digits of its code point (Unicode ends at 1114111, four digits reach 1679615): the index sees plain ASCII
 * and has no opinion on punctuation.
 */
import { foldForSearch } from '../../../shared/values/text/normalize.ts'

/** The terms of some texts, each once, separated by spaces. */
export function toTerms(texts: readonly string[]): string {
  const terms = new Set<string>()
  for (const text of new Set(texts)) {
    for (const run of foldForSearch(text).split(/\s+/)) {
      let previous = ''
      for (const character of run) {
        const digits = toDigits(character)
        terms.add(digits)
        if (previous !== '') terms.add(previous + digits)
        previous = digits
      }
    }
  }
  return [...terms].join(' ')
}

/** The full-text query that finds a word: all its pairs, or its one character. */
export function toQuery(word: string): string {
  const digits = Array.from(foldForSearch(word), toDigits)
  if (digits.length === 1) return `"${digits[0]}"`
  const pairs = digits.slice(1).map((digit, index) => `${digits[index]}${digit}`)
  return [...new Set(pairs)].map((pair) => `"${pair}"`).join(' AND ')
}

const known = new Map<string, string>()

function toDigits(character: string): string {
  const digits = known.get(character) ?? (character.codePointAt(0) ?? 0).toString(36).padStart(4, '0')
  if (known.size < 10_000) known.set(character, digits)
  return digits
}

/**
 * The words of the search index: pairs of neighbouring characters, so that two-character words such as 医保 are found. A
 * character is four base-36 digits of its code point (Unicode ends at 1114111, four digits reach 1679615): the index sees
 * plain ASCII and has no opinion on punctuation. The last character of a run stands alone too, so that every character
 * begins some term.
 */

/** The text as it is compared: full-width and half-width, capital and small letters alike. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** The terms of some texts, each once, separated by spaces. */
export function toTerms(texts: readonly string[]): string {
  const terms = new Set<string>()
  for (const text of texts) {
    for (const run of folded(text).split(/\s+/)) {
      const digits = toDigits(run)
      for (const [index, digit] of digits.entries()) terms.add(digit + (digits[index + 1] ?? ''))
    }
  }
  return [...terms].join(' ')
}

/** The full-text query that finds a word: all its pairs; for one character every term that begins with it. */
export function toQuery(word: string): string {
  const digits = toDigits(folded(word))
  if (digits.length === 1) return `"${digits[0]}"*`
  return digits
    .slice(1)
    .map((digit, index) => `"${digits[index]}${digit}"`)
    .join(' AND ')
}

function toDigits(text: string): string[] {
  return Array.from(text, (character) => (character.codePointAt(0) ?? 0).toString(36).padStart(4, '0'))
}

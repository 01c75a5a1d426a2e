/**
 * Text is cut between characters as people see them, never inside one: half of a surrogate pair is no text any more, and
 * whoever stores or sends it changes it. What comes from outside with such a half, or with U+0000, is mended at the door.
 */

/** Made when first needed: it costs some milliseconds. */
let segmenter: Intl.Segmenter | null = null
const charactersOf = (text: string): Intl.Segments =>
  (segmenter ??= new Intl.Segmenter('zh', { granularity: 'grapheme' })).segment(text)

/** UTF-16 units. What is longer is no writing: it is cut between its code points. */
const longestCharacter = 64

/** The beginning of a text in at most `limit` UTF-16 units. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text
  const start = charactersOf(text).containing(limit)?.index ?? limit
  return text.slice(0, limit - start > longestCharacter ? wholeLimit(text, limit) : start)
}

function wholeLimit(text: string, limit: number): number {
  const last = text.charCodeAt(limit - 1)
  return last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit
}

/** For messages and labels: at most `longest` characters as people count them, and … for what is left out. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text
  let count = 0
  for (const { index } of charactersOf(cutText(text, longest * longestCharacter))) {
    if (count === longest) return `${text.slice(0, index)}…`
    count += 1
  }
  return text
}

/** The text as every store keeps it: without U+0000, U+FFFD for half a pair. The same text where nothing is wrong. */
export function mended(text: string): string {
  return (text.includes('\0') ? text.replaceAll('\0', '') : text).toWellFormed()
}

/** The same for every text in a value of JSON, the names of its members too. */
export function mendedAll<T>(value: T): T {
  return isWhole(value) ? value : (mendValue(value) as T) // the same shape with other texts
}

function isWhole(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(isWhole)
  return Object.entries(value).every(([name, part]) => isWhole(name) && isWhole(part))
}

function mendValue(value: unknown): unknown {
  if (typeof value === 'string') return mended(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(mendValue)
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [mended(name), mendValue(part)]))
}

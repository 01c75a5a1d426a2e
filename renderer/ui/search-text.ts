/**
 * Whether a text answers a search: literally, by pinyin or by pinyin initials (yb, yibao → 医保). Every word must be
 * found. pinyin-match knows the readings; it is asked one character at a time and its answers are kept, because asking it
 * for whole texts takes ten microseconds each and a list has ten thousand.
 */
import pinyin from 'pinyin-match'

/** Width and case are ignored (ＡＢ１ = ab1). */
export const normalText = (text: string): string => text.normalize('NFKC').toLowerCase()

export function answersSearch(text: string, search: string): boolean {
  return normalAnswers(normalText(text), searchWords(search))
}

export const searchWords = (search: string): string[] =>
  normalText(search)
    .split(/\s+/)
    .filter((word) => word !== '')

/** The same for a text that is already normal, and the words of a search. */
export function normalAnswers(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word) || (/^[a-z]+$/.test(word) && soundsLike(text, word)))
}

function soundsLike(text: string, letters: string): boolean {
  for (let at = 0; at < text.length; at++) if (soundsFrom(text, at, letters, 0)) return true
  return false
}

/** The longest syllable: zhuang. */
const longestReading = 6

/** Each character takes its first letter, part of its reading or all of it. */
function soundsFrom(text: string, at: number, letters: string, from: number): boolean {
  if (from === letters.length) return true
  const character = text[at]
  if (character === undefined || !reads(character, letters.slice(from, from + 1))) return false
  const longest = Math.min(letters.length, from + longestReading)
  for (let end = longest; end > from; end--) {
    if (reads(character, letters.slice(from, end)) && soundsFrom(text, at + 1, letters, end)) return true
  }
  return false
}

const known = new Map<string, boolean>()

function reads(character: string, letters: string): boolean {
  if (character <= '\u007F') return character === letters
  const question = character + letters
  const answer = known.get(question)
  if (answer !== undefined) return answer
  const fresh = pinyin.match(character, letters) !== false
  known.set(question, fresh)
  return fresh
}

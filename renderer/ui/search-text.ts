/**
 * Whether a text answers a search: literally, by pinyin or by pinyin initials (yb, yibao → 医保). Every word must be
 * found. pinyin-match knows the readings; it is asked one character at a time and its answers are kept, because asking it
 * for whole texts takes ten microseconds each and a list has ten thousand.
 */
import pinyin from 'pinyin-match'
import { foldForSearch } from '../../shared/values/text/normalize.ts'

export function answersSearch(text: string, search: string): boolean {
  return normalAnswers(foldForSearch(text), searchWords(search))
}

export const searchWords = (search: string): string[] =>
  foldForSearch(search)
    .split(/\s+/)
    .filter((word) => word !== '')

/** The same for a text that is already normal, and the words of a search. */
export function normalAnswers(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word) || (/^[a-z]+$/.test(word) && soundsLike(text, word)))
}

function soundsLike(text: string, letters: string): boolean {
  const first = letters.charCodeAt(0)
  for (let at = 0; at < text.length; at++) {
    if (beginsWith(text.charCodeAt(at), first) && soundsFrom(text, at, letters, 0)) return true
  }
  return false
}

/** The longest syllable: zhuang. */
const longestReading = 6

/** Each character takes its first letter, part of its reading or all of it. */
function soundsFrom(text: string, at: number, letters: string, from: number): boolean {
  if (from === letters.length) return true
  if (at >= text.length || !beginsWith(text.charCodeAt(at), letters.charCodeAt(from))) return false
  if (soundsFrom(text, at + 1, letters, from + 1)) return true
  const longest = Math.min(letters.length, from + longestReading)
  const character = text.charAt(at)
  // what does not begin a reading does not begin a longer one
  for (let end = from + 2; end <= longest && reads(character, letters.slice(from, end)); end++) {
    if (soundsFrom(text, at + 1, letters, end)) return true
  }
  return false
}

const codeOfA = 97
/** By character code a bit a letter: whether it was asked, and whether a reading begins with it. */
const asked = new Uint32Array(65_536)
const begins = new Uint32Array(65_536)

function beginsWith(code: number, letter: number): boolean {
  if (code < 128) return code === letter
  const bit = 1 << (letter - codeOfA)
  if (((asked[code] ?? 0) & bit) === 0) {
    asked[code] = (asked[code] ?? 0) | bit
    const isSo = pinyin.match(String.fromCharCode(code), String.fromCharCode(letter)) !== false
    if (isSo) begins[code] = (begins[code] ?? 0) | bit
  }
  return ((begins[code] ?? 0) & bit) !== 0
}

const known = new Map<string, boolean>()

/** Of two letters and more; an ASCII character stands for itself alone. */
function reads(character: string, letters: string): boolean {
  if (character <= '\u007F') return false
  const question = character + letters
  const answer = known.get(question)
  if (answer !== undefined) return answer
  const fresh = pinyin.match(character, letters) !== false
  known.set(question, fresh)
  return fresh
}

/**
 * Whether two names may well mean the same: a character more or fewer, a word left out. Only offered to a person, never
 * taken. Names that differ in a number (第1批, 第2批; 2024年, 2025年; 一期, 二期) are never near: that is how projects are told apart.
 */
import { nameKey } from './names.ts'

const numbers = /[\d.]+|[〇零一二三四五六七八九十百千万]+/gu
/** Of the longer name, the part that may differ. */
const tolerated = 1 / 6
const shortest = 4

export function isNear(one: string, other: string): boolean {
  const [short, long] = [Array.from(nameKey(one)), Array.from(nameKey(other))].toSorted((a, b) => a.length - b.length)
  if (!short || !long || short.length < shortest) return false
  const [text, longText] = [short.join(''), long.join('')]
  if (text === longText) return true
  if (JSON.stringify(text.match(numbers)) !== JSON.stringify(longText.match(numbers))) return false
  if (longText.includes(text)) return short.length * 2 >= long.length
  const most = Math.max(1, Math.floor(long.length * tolerated))
  return long.length - short.length <= most && distance(short, long) <= most
}

/** Characters to insert, delete or replace. */
function distance(short: readonly string[], long: readonly string[]): number {
  let row = Array.from({ length: short.length + 1 }, (_, index) => index)
  for (const [at, character] of long.entries()) {
    const next = [at + 1]
    for (const [index, own] of short.entries()) {
      const replaced = (row[index] ?? 0) + (own === character ? 0 : 1)
      next.push(Math.min(replaced, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

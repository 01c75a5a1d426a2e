/**
 * The hash that stands in every row which holds somebody's work: SHA-256 over the JSON array of all other columns of the row,
 * in a fixed order. SQLite itself notices only one of four flipped bytes; with the hash a changed byte is never read as
 * data. Text goes in as it is stored: SQLite keeps UTF-8, in which half a surrogate pair becomes U+FFFD.
 */
import { createHash } from 'node:crypto'

export type HashedValue = string | number | null

export function contentHash(values: readonly HashedValue[]): string {
  return sha256(JSON.stringify(values.map(stored)))
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const stored = (value: HashedValue): HashedValue => (typeof value === 'string' ? value.toWellFormed() : value)

/**
 * Whether the values are those the hash was made of. Programs up to 0.1 cut a reason in the middle of a pair and hashed the half that
 * SQLite then stored as U+FFFD: where a half in its place gives the hash, everything else is proven to be as it was written.
 */
export function isContent(values: readonly HashedValue[], hash: string): boolean {
  if (contentHash(values) === hash) return true
  return values.some(
    (value, at) =>
      typeof value === 'string' &&
      value.length <= longestCut &&
      [...value.matchAll(/\ufffd/g)].some(({ index }) => isHalfAt(values, at, index, hash)),
  )
}

/** UTF-16 units; the texts that were cut were bounded to less. */
const longestCut = 200
const firstHalf = 0xd800
const halves = 0x400

function isHalfAt(values: readonly HashedValue[], at: number, index: number, hash: string): boolean {
  const text = String(values[at])
  const marked = `${text.slice(0, index)}\ud800${text.slice(index + 1)}` // JSON writes it as six plain letters
  const [before = '', after = ''] = JSON.stringify(values.map((value, place) => (place === at ? marked : value))).split(
    '\\ud800',
  )
  const begun = createHash('sha256').update(before)
  for (let half = firstHalf; half < firstHalf + halves; half += 1) {
    const whole = begun
      .copy()
      .update(`\\u${half.toString(16)}${after}`)
      .digest('hex')
    if (whole === hash) return true
  }
  return false
}

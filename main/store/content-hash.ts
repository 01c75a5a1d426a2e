/**
 * The hash that stands in every row which holds somebody's work: SHA-256 over the JSON array of all other columns of the row,
 * in a fixed order. SQLite itself notices only one of four flipped bytes; with the hash a changed byte is never read as
 * data. The record goes in as the exact text stored.
 */
import { createHash } from 'node:crypto'

export type HashedValue = string | number | null

export function contentHash(values: readonly HashedValue[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex')
}

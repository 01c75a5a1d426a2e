/** The cryptography of the door: random words, HMAC-SHA256 in base64url, comparison that takes the same time for every text. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

export const newWord = (): string => randomBytes(32).toString('base64url')
export const newKey = (): string => randomBytes(16).toString('base64url') + newWord()

export const mac = (key: string, words: string): string => createHmac('sha256', key).update(words).digest('base64url')

export function isEqual(offered: string, expected: string): boolean {
  const [left, right] = [Buffer.from(offered), Buffer.from(expected)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/**
 * Text made comparable: width, white space, brackets, dashes and quotation marks unified. Two prints of the same label
 * or word compare equal afterwards. For comparing only – what a person typed is stored and printed as it stands.
 */

import { cutAll, trimMarksEnd } from './trim-marks.ts'

const spacesAndInvisible = /[\s\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]+/gu
const dashes = /[\u2010-\u2015\u2212\u2500\u2501\u30FC\uFE58\uFE63]/gu
const unified: Record<string, string> = {
  '〔': '[',
  '〕': ']',
  '【': '[',
  '】': ']',
  '〖': '[',
  '〗': ']',
  '「': '"',
  '」': '"',
  '『': '"',
  '』': '"',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '〈': '《',
  '〉': '》',
  '〜': '~',
}
const unifiedPattern = new RegExp(`[${Object.keys(unified).join('')}]`, 'gu')

/** NFKC without white space; brackets as ( ) [ ], dashes as -, quotation marks as " '. Idempotent. */
export function normalizeForMatch(text: string): string {
  return text
    .normalize('NFKC')
    .replace(spacesAndInvisible, '')
    .replace(dashes, '-')
    .replace(unifiedPattern, (character) => unified[character] ?? character)
    .normalize('NFKC')
}

const listMark =
  /^(?:\d{1,2}[.、](?!\d)|[一二三四五六七八九十]{1,3}[、.]|\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)[、.]?)/u
const circledNumber = /^\s*[①-⑳](?=\s*\S)/u

/**
 * normalizeForMatch without final colons and without leading list marks (`1.` `一、` `（一）` `①`); a mark is kept where
 * nothing but the mark would be left.
 */
export function normalizeLabel(text: string): string {
  const label = trimMarksEnd(normalizeForMatch(text.replace(circledNumber, '')), ':')
  return cutAll(label, (rest) => rest.replace(listMark, '') || rest)
}

/**
 * Full-width letters, digits, signs and the wide space as their half-width forms; nothing else changes and positions
 * stay the same (for parsing, where the place of a match in the typed text matters).
 */
export function toHalfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E\u3000]/gu, (character) =>
    character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  )
}

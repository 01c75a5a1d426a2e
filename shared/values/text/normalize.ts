/**
 * Text made comparable: the one home of the question "is this the same text". Width, white space, invisible characters,
 * look-alikes (radicals for characters, rings for 〇), brackets, dashes and quotation marks are unified: two prints of the
 * same label, name or word compare equal afterwards. For comparing only – what a person typed is stored and printed as it
 * stands.
 */
import { lookAlikes } from './look-alikes.ts'
import { cutAll, trimMarksEnd } from './trim-marks.ts'

const spacesAndInvisible = /[\s\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]+/gu
const dashes = /[\u2010-\u2015\u2212\u2500\u2501\u2E3A\u2E3B\u30FC\uFE58\uFE63]/gu
const unified: Record<string, string> = {
  ...lookAlikes,
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
  '„': '"',
  '‟': '"',
  '〝': '"',
  '〞': '"',
  '〟': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '′': "'",
  '〈': '《',
  '〉': '》',
  '〜': '~',
}
const unifiedPattern = new RegExp(`[${Object.keys(unified).join('')}]`, 'gu')
/** Nothing in it can change: plain ASCII without blanks, and the commonest Chinese characters. */
const alreadySame = /^[!-~\u4E00-\u9FFF]*$/u

/** NFKC without white space; brackets as ( ) [ ], dashes as -, quotation marks as " '. Idempotent. */
export function normalizeForMatch(text: string): string {
  if (alreadySame.test(text)) return text
  return text
    .normalize('NFKC')
    .replace(spacesAndInvisible, '')
    .replace(dashes, '-')
    .replace(unifiedPattern, (character) => unified[character] ?? character)
    .normalize('NFKC')
}

/** Full-width, circled and other compatible forms as plain characters, nothing else changed: for what holds numbers. */
export const toPlain = (text: string): string => text.normalize('NFKC')

/**
 * Text as a search compares it: width and case do not count (ＡＢ１ = ab1); white space stays, for it parts the words.
 * What is stored in the search index is made with this: to change it means to make the index anew.
 */
export const foldForSearch = (text: string): string => text.normalize('NFKC').toLowerCase()

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

/**
 * File names made from what a person typed (a project's name): valid on Windows, Linux and macOS, not too long,
 * unique in their folder whatever the case of the letters, and still recognisable.
 */
import { cutText } from '../../shared/model/whole-text.ts'
import { trimMarksEnd } from '../../shared/values/text/trim-marks.ts'

/** Characters and UTF-8 bytes of a whole name; Linux allows 255 bytes, and room is left for ` (2)` and temporary names. */
const maxCharacters = 120
const maxBytes = 240

/** Device names of Windows, with any extension. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i

// eslint-disable-next-line no-control-regex -- control and direction characters are what is forbidden
const forbidden = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

/**
 * `extension` without the dot. The name is added to `taken` (in the form compared: lower case, NFC), so one set serves a whole
 * folder: `项目.xlsx`, `项目 (2).xlsx`.
 */
export function safeFileName(text: string, taken: Set<string>, extension: string): string {
  const base = safeBase(text)
  for (let copy = 1; ; copy++) {
    const ending = `${copy === 1 ? '' : ` (${copy})`}.${extension}`
    const name = fit(base, ending) + ending
    const key = fileNameKey(name)
    if (!taken.has(key)) {
      taken.add(key)
      return name
    }
  }
}

/** Two names with the same key are one file on Windows or macOS. */
export function fileNameKey(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

function safeBase(text: string): string {
  const base = trimEnd(
    text
      .toWellFormed()
      .replace(/\s+/g, ' ')
      .replace(forbidden, '')
      .replace(/[\\/:*?"<>|]/g, '_')
      .replace(/^[ .]+/, ''),
  )
  if (base === '') return '未命名'
  return reserved.test(base) ? `_${base}` : base
}

function fit(base: string, ending: string): string {
  let name = cutText(base, maxCharacters - ending.length)
  for (let length = name.length; Buffer.byteLength(name + ending) > maxBytes; length--) name = cutText(name, length)
  return trimEnd(name)
}

function trimEnd(name: string): string {
  return trimMarksEnd(name, ' .')
}

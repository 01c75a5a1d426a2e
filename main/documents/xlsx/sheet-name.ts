/**
 * Names of sheets: at most 31 UTF-16 units, none of \ / ? * [ ] :, no apostrophe at an end, unique whatever the case.
 */
import { cutText } from '../../../shared/model/whole-text.ts'
import { cleanText } from '../package/xml-text.ts'
import { trimMarksEnd } from '../../../shared/values/text/trim-marks.ts'

const maxLength = 31

/** `taken` holds lower-case names and gets the new one. */
export function sheetName(text: string, taken: Set<string>): string {
  const base =
    tidy(
      cleanText(text)
        .replace(/[\\/?*[\]:]/g, '_')
        .replace(/\s+/g, ' '),
      maxLength,
    ) || '表'
  for (let copy = 1; ; copy++) {
    const ending = copy === 1 ? '' : `(${copy})`
    const name = tidy(base, maxLength - ending.length) + ending
    const key = name.toLowerCase()
    // Excel keeps the name History for itself.
    if (!taken.has(key) && key !== 'history') {
      taken.add(key)
      return name
    }
  }
}

function tidy(text: string, limit: number): string {
  return trimMarksEnd(cutText(text.replace(/^[\s']+/, ''), limit), " '")
}

/** The name as it stands in references and links: `'01_云溪''项目'`. */
export function quotedSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`
}

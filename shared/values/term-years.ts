/**
 * The years of a term as a form prints them behind 中期目标: `2024年—2026年`. Published blanks print 20××年—20××+n年 or nothing in
 * their place; earlier versions of this program did too.
 */

const year = /(?:19|20)\d\d/u
const print = /[\s2０-９0-9年度月至到～~\-－–—―×xX✕＊*○〇□_＿+＋nN.…]/gu

/** Whether a text in the place of the years says none: blanks, dashes, 20××年. */
export function isBlankTermYears(text: string): boolean {
  return !year.test(text) && text.replace(print, '') === ''
}

/** What stands between the first bracket of a label and the last, at its end: 中期目标（2024年—2026年）; '' without brackets. */
export function insideBrackets(label: string): string {
  const trimmed = label.trimEnd()
  const text = /[:：]$/u.test(trimmed) ? trimmed.slice(0, -1).trimEnd() : trimmed
  const opening = text.search(/[(（]/u)
  return opening >= 0 && /[)）]$/u.test(text) ? text.slice(opening + 1, -1).trim() : ''
}

/** Whether a text names a year. */
export const hasYear = (text: string): boolean => year.test(text)

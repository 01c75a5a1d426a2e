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

/** Whether it is the print of two years and both are left open: ____年—____年. A blank or a sign alone was typed by somebody. */
export function isUnfilledTerm(text: string): boolean {
  return text.split('年').length > 2 && isBlankTermYears(text)
}

/**
 * The years at the end of a label: what stands between its first bracket and the last (中期目标（2024年—2026年）), or years
 * written without brackets; '' where it ends otherwise.
 */
export function yearsBehind(label: string): string {
  const trimmed = label.trimEnd()
  const text = /[:：]$/u.test(trimmed) ? trimmed.slice(0, -1).trimEnd() : trimmed
  const opening = text.search(/[(（[［〔【]/u)
  if (opening >= 0 && /[)）\]］〕】]$/u.test(text)) return text.slice(opening + 1, -1).trim()
  const begin = opening >= 0 ? opening + 1 : text.search(year)
  const bare = begin > 0 ? text.slice(begin).trim() : ''
  return hasYear(bare) && bare.replace(print, '').replace(digits, '') === '' ? bare : ''
}

const digits = /\d/gu

/** A label without the years at its end: 中期目标; the label itself where it has none. For comparing with labels. */
export function withoutYears(label: string): string {
  const years = yearsBehind(label)
  if (!hasYear(years)) return label
  const before = label.slice(0, label.lastIndexOf(years)).trimEnd()
  return /[(（[［〔【]$/u.test(before) ? before.slice(0, -1) : before
}

/** Whether a text names a year. */
export function hasYear(text: string): boolean {
  return year.test(text)
}

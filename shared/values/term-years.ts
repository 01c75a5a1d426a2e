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

/** The years in the brackets of a label (中期目标（2024年—2026年）), as printed; '' where there are none. */
export function termYearsIn(label: string): string {
  const inside = /[(（]([^()（）]*)[)）]\s*[:：]?\s*$/u.exec(label)?.[1]?.trim() ?? ''
  return year.test(inside) ? inside : ''
}

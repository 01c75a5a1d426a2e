/** Texts of the three level columns without what forms print around them: codes, list numbers, scores, line breaks. */
import { cleanLevelName, findLevel } from '../../values/levels.ts'
import { remember } from './remember.ts'

export type LevelKind = 'category' | 'subcategory' | 'both' | null

/** `11-数量指标` → 数量指标, `产出指标（50分）` → 产出指标; a name broken over lines (产\n出\n指\n标) is joined. */
export const levelText = remember((text: string): string => {
  const closed = text.replace(/[\s\u3000]+/gu, '')
  if (closed !== text && findLevel(closed) !== null) return cleanLevelName(closed)
  const joined = text.includes('\n') || /^\S(?:[ \u3000]+\S)+$/u.test(text) ? text.replace(/[\s\u3000]+/gu, '') : text
  const clean = cleanLevelName(joined)
  return clean === '' ? joined : clean
})

export const levelKind = remember((text: string): LevelKind => (text === '' ? null : (findLevel(text)?.level ?? null)))

const listNumber =
  /^(?:指标\s*[\d０-９]{1,2}\s*[:：.．、]|[\d０-９]{1,2}\s*(?:[、．]|[.](?![\d０-９]))|[(（](?:[\d０-９]{1,2}|[一二三四五六七八九十]{1,3})[)）][、.．]?|[\d０-９]{1,2}[)）]|[一二三四五六七八九十]{1,3}、|[①-⑳][、.．]?)\s*/u
const code = /^(?:\d{2,3}|[1-9]\d{3}[1-9]\d|\d{6,})\s*[-－–—]\s*(?=\p{Script=Han})/u

/** A third-level name without list number (`1.`, `（一）`, `①`, `指标1：`) or code; '' where nothing else stands there. */
export function nameText(text: string): string {
  const withoutNumber = text.replace(listNumber, '')
  return withoutNumber.replace(code, '').replace(/^\s+/u, '')
}

const placeholder =
  /^(?:(?:指标)?\s*(?:[\d０-９一二三四五六七八九十]{1,3}\s*)?[:：.．、]?|[.．。…·•\s]+|指标[nNxX\d０-９]*\s*(?:[:：]\s*)?[.．…]*)$/u

/** Print of an unfilled row: `指标1：`, `……`, `…`. */
export function isUnfilledPrint(text: string): boolean {
  return text.length <= 12 && placeholder.test(text)
}

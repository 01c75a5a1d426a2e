/**
 * The words of 一级指标 and 二级指标 as forms of all years and places print them, and what they are in today's words: with
 * codes (`11-`), list numbers, scores behind the name (`产出指标（40分）`), without 指标, and older names (项目完成指标).
 * 依据: 财预〔2021〕101号 (待核对) and the forms in use before; a form's own words are in its template.
 */
import { normalizeForMatch } from './text/normalize.ts'
import { cutAll, trimMarksEnd } from './text/trim-marks.ts'

export type Category = '成本指标' | '产出指标' | '效益指标' | '满意度指标'

export type Subcategory =
  | '经济成本指标'
  | '社会成本指标'
  | '生态环境成本指标'
  | '数量指标'
  | '质量指标'
  | '时效指标'
  | '成本指标'
  | '经济效益指标'
  | '社会效益指标'
  | '生态效益指标'
  | '可持续影响指标'
  | '服务对象满意度指标'

/** `both`: the same word stands in either column (成本指标, 满意度指标). */
export type FoundLevel =
  | { level: 'category'; category: Category }
  | { level: 'subcategory'; category: Category; subcategory: Subcategory }
  | { level: 'both'; category: Category; subcategory: Subcategory; subcategoryOf: Category }

/** Canonical word → other words; compared without 指标, so that both prints are found. */
const categoryWords: Record<Exclude<Category, '成本指标' | '满意度指标'>, string[]> = {
  产出指标: ['产出', '项目完成', '项目产出', '预期产出', '完成'],
  效益指标: ['效益', '项目效益', '效果', '项目效果', '预期效益', '预期效果', '实施效果'],
}

const subcategoryWords: Record<Exclude<Subcategory, '成本指标'>, { category: Category; words: string[] }> = {
  经济成本指标: { category: '成本指标', words: ['经济成本'] },
  社会成本指标: { category: '成本指标', words: ['社会成本'] },
  生态环境成本指标: { category: '成本指标', words: ['生态环境成本', '生态成本', '环境成本'] },
  数量指标: { category: '产出指标', words: ['数量', '产出数量', '数量指标(或建筑规模指标)', '建筑规模'] },
  质量指标: { category: '产出指标', words: ['质量', '产出质量'] },
  时效指标: { category: '产出指标', words: ['时效', '产出时效', '进度', '时效指标(工期指标)', '工期'] },
  经济效益指标: { category: '效益指标', words: ['经济效益'] },
  社会效益指标: { category: '效益指标', words: ['社会效益'] },
  生态效益指标: { category: '效益指标', words: ['生态效益', '环境效益', '生态环境效益'] },
  可持续影响指标: { category: '效益指标', words: ['可持续影响', '可持续发展', '可持续'] },
  服务对象满意度指标: {
    category: '满意度指标',
    words: ['服务对象满意度', '社会公众或服务对象满意度', '社会公众满意度', '受益对象满意度', '服务对象或受益人满意度'],
  },
}

const found = new Map<string, FoundLevel>()
for (const [category, words] of Object.entries(categoryWords)) {
  // Object.entries forgets the key type of the record above.
  for (const word of words) found.set(key(word), { level: 'category', category: category as Category })
}
for (const [subcategory, { category, words }] of Object.entries(subcategoryWords)) {
  for (const word of words) {
    found.set(key(word), { level: 'subcategory', category, subcategory: subcategory as Subcategory })
  }
}
for (const word of ['成本', '产出成本', '预算控制', '投资规模控制', '预算(或投资规模)控制指标']) {
  found.set(key(word), { level: 'both', category: '成本指标', subcategory: '成本指标', subcategoryOf: '产出指标' })
}
for (const word of ['满意度', '项目满意度']) {
  const subcategoryOf = '满意度指标'
  found.set(key(word), { level: 'both', category: '满意度指标', subcategory: '服务对象满意度指标', subcategoryOf })
}

function key(word: string): string {
  return normalizeForMatch(word).replace(/指标(?=\(|$)/u, '')
}

/** What a printed level word means; null when it is none. */
export function findLevel(text: string): FoundLevel | null {
  if (text.length > longestLevel) return null
  return found.get(key(cleanLevelName(text))) ?? found.get(key(text)) ?? null
}

/** Longer texts are no level names; nothing is cut from them. */
const longestLevel = 60

const code = /^\s*\d+\s*[-－‐–—]\s*(?=\S)/u
const listNumber =
  /^\s*(?:[\d０-９]{1,2}\s*[.．、]|[一二三四五六七八九十]{1,3}\s*[、.．]|[(（](?:[\d０-９]{1,2}|[一二三四五六七八九十]{1,3})[)）]|[①-⑳])\s*(?=\S)/u
const bracketScore =
  /[(（[［【]\s*(?:(?:满分|权重|分值)[:：]?\s*|[:：]\s*)?[\d０-９.~～\-－—–至]+\s*(?:(?:分|%|％)\s*)?[)）\]］】]$/u
const digits = '0123456789０１２３４５６７８９'

/** The printed word without codes, list numbers and scores; otherwise as typed (white space at the edges removed). */
export function cleanLevelName(text: string): string {
  if (text.length > longestLevel) return text
  return cutAll(text.trim(), (name) => {
    const bare = name.replace(code, '').replace(listNumber, '').trim()
    return withoutScore(bare.replace(bracketScore, (whole, at: number) => (at === 0 ? whole : '')).trim())
  })
}

/** `数量指标10分` → 数量指标; a score alone stays. */
function withoutScore(name: string): string {
  if (!/[分%％]$/u.test(name)) return name
  const number = name.slice(0, -1).trimEnd()
  const whole = trimMarksEnd(number, digits)
  if (whole === number) return name
  const before = /[.．]$/u.test(whole) ? trimMarksEnd(whole.slice(0, -1), digits) : whole
  const word = before.length < whole.length - 1 ? before : whole
  return word.trim() === '' ? name : word.trimEnd()
}

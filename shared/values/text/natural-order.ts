/**
 * Names in the order people expect: Chinese by pinyin, the numbers in them by value, however they are written – 第2批 before 第10批,
 * so ２ before １０, ② before ⑩, 第二批 before 第十批. A Chinese numeral counts only where it numbers something (一般 begins with none).
 */
import { parseChineseNumber } from '../chinese-number.ts'
import { toPlain } from './normalize.ts'

const numbering =
  /(?<=第)[零〇一二两三四五六七八九十百千]{1,12}|(?<=\()[零〇一二两三四五六七八九十百千]{1,12}(?=\))|^[零〇一二两三四五六七八九十百千]{1,12}(?=[、.])|[零〇一二两三四五六七八九十百千]{1,12}(?=[期批号]|标段|季度|年级|分册)/gu
const collator = new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true })

const keyOf = (name: string): string =>
  toPlain(name).replace(numbering, (numeral) => parseChineseNumber(numeral) ?? numeral)

/** A copy in order; each name is looked at once, equal ones stay as they were. */
export function inNaturalOrder<T>(items: readonly T[], nameOf: (item: T) => string, descending = false): T[] {
  const sign = descending ? -1 : 1
  return items
    .map((item) => ({ item, name: nameOf(item) }))
    .map(({ item, name }) => ({ item, name, key: keyOf(name) }))
    .toSorted((one, other) => sign * (collator.compare(one.key, other.key) || collator.compare(one.name, other.name)))
    .map(({ item }) => item)
}

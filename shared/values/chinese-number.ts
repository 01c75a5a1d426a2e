/** Whole numbers written in Chinese, 零 to 九千九百九十九: 十五, 九十五, 一百, 两百零三; plain digits pass through. */

const digits = '零一二三四五六七八九'
const tens: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }

/** null when the text is no such number. */
export function parseChineseNumber(text: string): string | null {
  if (/^\d+(?:\.\d+)?$/u.test(text)) return text
  const typed = text.replaceAll('两', '二').replaceAll('〇', '零')
  if (
    !/^(?:[一二三四五六七八九]千零?)?(?:[一二三四五六七八九]百零?)?(?:[一二三四五六七八九]?十)?[零一二三四五六七八九]?$/u.test(
      typed,
    )
  )
    return null
  if (typed === '') return null
  let total = 0
  let digit = 0
  for (const character of typed) {
    const unit = tens[character]
    if (unit === undefined) digit = digits.indexOf(character)
    else {
      total += (digit || 1) * unit
      digit = 0
    }
  }
  return String(total + digit)
}

/**
 * Whether something stands in a cell: the one home of the question. A text is blank (nothing to be seen), a placeholder
 * (stars, crosses, runs of dots or dashes, 待定: still to be written), a statement that there is nothing (-, /, 无: may be
 * meant) or filled. Print of an unfilled row (指标1：, ……) belongs to reading and is told there.
 */
import { toHalfWidth } from './normalize.ts'

export type Filling = 'blank' | 'placeholder' | 'none' | 'filled'

const invisible = /^[\s\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]*$/u
/** One sign that says: nothing here. */
const none = /^(?:[-—–―/\\]|无)$/u
const marks = /^(?:[*x×_….·。—–―\-/\s]{2,}|[*×_…]|待定|未填)$/iu
/** A sign, a star or cross for the number, a unit: ≥XX%, ***人, x%. */
const markedValue = /^[≥≤<>=]*(?:(?:\*+|[x×]{2,}|_+)(?:%|[\p{Script=Han}]{0,4})|[x×]%?)$/iu
const longest = 60

export function fillingOf(text: string): Filling {
  if (invisible.test(text)) return 'blank'
  if (text.length > longest) return /^[\s*＊_＿…·.。—－-]+$/u.test(text) ? 'placeholder' : 'filled'
  const plain = toHalfWidth(text).trim()
  if (none.test(plain)) return 'none'
  return marks.test(plain) || markedValue.test(plain) ? 'placeholder' : 'filled'
}

export const isBlank = (text: string): boolean => invisible.test(text)

/** Still to be written. */
export const isPlaceholder = (text: string): boolean => fillingOf(text) === 'placeholder'

/** Still to be written, as a whole or at one place: ≥XX天, 完成**项工作. */
export const holdsPlaceholder = (text: string): boolean => isPlaceholder(text) || /[x×*_]{2}/iu.test(toHalfWidth(text))

/** Nothing is said, or it is said that there is nothing. */
export const isBlankOrNone = (text: string): boolean => {
  const filling = fillingOf(text)
  return filling === 'blank' || filling === 'none'
}

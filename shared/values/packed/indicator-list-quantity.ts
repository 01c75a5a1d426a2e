/**
 * A name with its quantity in one text: `维修3次` → 维修, 3次; `合格率：100%` → 合格率, 100%. Only what cannot be meant
 * otherwise is taken apart; the two parts joined are the text (a colon or ； between them is dropped).
 */
import { parseMeasure } from '../measure.ts'
import type { Amount } from '../amount.ts'
import { unitKind } from '../units.ts'

/** Longer texts are sentences. */
const longestText = 60
const beginsValue = /^(?:\d|[≥≤≧≦><＞＜=＝≈±]|不[少低小超高大多]|至少|最少|达到|大于|小于|高于|低于|超过)/u
/** 第3次, 每3次, 约3次, 1-3次, A3: the number goes with what stands before it. */
const holdsNumber = /[第每约近达在至到共前后另\d.,，、\-－—~～A-Za-z百千万亿]$/u
/** 3月, 3区, 3层 may name one of them. */
const namesOne = new Set(['年', '月', '日', '时', '区', '层', '级', '期'])

/** null: no quantity, or none that is certain. */
export function splitQuantity(text: string): { name: string; target: string } | null {
  if (text.length > longestText || !/\d/u.test(text)) return null
  for (let start = 2; start < text.length; start++) {
    const target = text.slice(start)
    if (!beginsValue.test(target)) continue
    const name = text
      .slice(0, start)
      .trimEnd()
      .replace(/[:：；;]$/u, '')
      .trimEnd()
    const setOff = text.slice(name.length, start)
    if (!isName(name) || (setOff.trim() === '' && holdsNumber.test(name)) || !isQuantity(target, setOff.trim() !== ''))
      continue
    return { name, target }
  }
  return null
}

const isName = (name: string): boolean => /\p{Script=Han}.*\p{Script=Han}/su.test(name) && !/[，,：:；;]/u.test(name)

function isQuantity(text: string, isSetOff: boolean): boolean {
  const measure = parseMeasure(text)
  const amounts: Amount[] =
    measure.kind === 'range'
      ? [measure.to]
      : measure.kind === 'quantity' || measure.kind === 'tolerance'
        ? [measure]
        : []
  return amounts.some(({ unit }) => {
    const kind = unitKind(unit)
    return kind !== 'unknown' && (isSetOff || (kind !== 'none' && !namesOne.has(unit)))
  })
}

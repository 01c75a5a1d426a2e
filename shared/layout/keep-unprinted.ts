/**
 * What a packed indicator cell does not print (描述, 依据, 分值, 佐证资料 …) when its text is written anew: an indicator that
 * is still there keeps it. The same is one of the same levels and name; else, where their number is the same, of the same place.
 */
import type { Indicator } from '../model/project.ts'
import { categoryCodeKey, subcategoryCodeKey } from '../values/indicator-list.ts'

export function keepUnprinted(before: readonly Indicator[], written: readonly Indicator[]): Indicator[] {
  const left = new Map<string, Indicator[]>()
  for (const one of before) left.set(keyOf(one), [...(left.get(keyOf(one)) ?? []), one])
  const found = written.map((one) => left.get(keyOf(one))?.shift())
  const taken = new Set(found)
  return written.map((one, index) => {
    const samePlace = before.length === written.length ? before[index] : undefined
    const old = found[index] ?? (samePlace && !taken.has(samePlace) ? samePlace : undefined)
    return old ? withUnprinted(one, old) : one
  })
}

const keyOf = ({ category, subcategory, name }: Indicator): string => JSON.stringify([category, subcategory, name])

function withUnprinted(written: Indicator, old: Indicator): Indicator {
  const { category, subcategory, name, termTarget, target } = written
  const { [categoryCodeKey]: _category, [subcategoryCodeKey]: _subcategory, ...extra } = old.extra
  return { ...old, category, subcategory, name, termTarget, target, extra: { ...extra, ...written.extra } }
}

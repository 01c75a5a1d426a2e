/**
 * What a packed indicator cell does not print (描述, 依据, 分值, 佐证资料 …) when its text is written anew: an indicator that
 * is still there keeps it. A row of which nothing printed is as it was takes nothing over, unless none was added or taken
 * away: it may stand in the place of another.
 */
import { matchRows } from '../compare/match-rows.ts'
import type { Indicator } from '../model/project.ts'
import { categoryCodeKey, subcategoryCodeKey } from '../values/packed/indicator-list.ts'

export function keepUnprinted(before: readonly Indicator[], written: readonly Indicator[]): Indicator[] {
  const old = new Map<number, Indicator>()
  for (const [row, place] of matchRows(before, written).entries()) {
    const one = before[row]
    if (place !== null && one) old.set(place, one)
  }
  return written.map((one, place) => {
    const own = old.get(place)
    return own && (before.length === written.length || isLike(one, own)) ? withUnprinted(one, own) : one
  })
}

const printed = ['category', 'subcategory', 'name', 'termTarget', 'target'] as const

const isLike = (one: Indicator, other: Indicator): boolean =>
  printed.some((field) => one[field] !== '' && one[field] === other[field])

function withUnprinted(written: Indicator, old: Indicator): Indicator {
  const { category, subcategory, name, termTarget, target } = written
  const { [categoryCodeKey]: _category, [subcategoryCodeKey]: _subcategory, ...extra } = old.extra
  return { ...old, category, subcategory, name, termTarget, target, extra: { ...extra, ...written.extra } }
}

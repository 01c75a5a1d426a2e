/**
 * Texts of two sides put together, place by place. What only one side changed is taken; what both changed alike is there
 * once; what they changed differently is a conflict and waits for a choice. A unit of money and the amounts counted in it
 * go together: where one side changed the unit, an amount that the other side changed is counted in the old one.
 */
import { fieldOfPath } from '../model/fields.ts'
import type { Choose, Conflict } from './conflict.ts'
import { pathsOf } from './texts.ts'
import type { Texts } from './texts.ts'

export interface Sides<T> {
  /** null: nobody knows what both sides began with. */
  base: T | null
  held: T
  incoming: T
}

export interface MergedTexts {
  /** What the merged texts have of the incoming side, by path. */
  taken: (readonly [path: string, text: string])[]
  conflicts: Conflict[]
}

/** `placeOf`: the path of a text in the held record. */
export function mergeTexts(
  { base, held, incoming }: Sides<Texts>,
  choose: Choose,
  placeOf: (path: string) => string = (path) => path,
): MergedTexts {
  const merged: MergedTexts = { taken: [], conflicts: [] }
  for (const path of pathsOf(held, incoming, ...(base ? [base] : []))) {
    const [before, here, there] = [base && textAt(base, path), textAt(held, path), textAt(incoming, path)]
    if (here === there) continue
    const isCounted = textAt(held, unitPath) !== textAt(incoming, unitPath) && isAmount(path)
    const isRecounted = (side: Texts) => isCounted && base !== null && textAt(side, unitPath) !== textAt(base, unitPath)
    if (before === there && !isRecounted(incoming)) continue
    if (before === here && !isRecounted(held)) {
      merged.taken.push([path, there])
      continue
    }
    const conflict: Conflict = { kind: 'text', path: placeOf(path), base: before, held: here, incoming: there }
    merged.conflicts.push(conflict)
    if (choose(conflict) === 'incoming') merged.taken.push([path, there])
  }
  return merged
}

const textAt = (texts: Texts, path: string): string => texts.get(path) ?? ''

const unitPath = 'funding.unit'

const isAmount = (path: string): boolean => ['money', 'plan'].includes(fieldOfPath(path)?.kind ?? '')

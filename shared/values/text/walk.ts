/**
 * A walk over the rows of a grid, the lines or the characters of a text. What stands there is foreign and says how far one
 * step reaches, so the walk itself sees to it that every step goes on: no text can keep it in one place.
 */

/** Answers the place to go on with; null ends the walk where it is. */
export type Step = (at: number) => number | null

/** Steps from `from` up to, not with, `end`; answers where the walk ended, at most `end`. A step that would not go on goes on by one. */
export function walk(from: number, end: number, step: Step): number {
  let at = from
  for (let turn = from; turn < end && at < end; turn++) {
    const next = step(at)
    if (next === null) return at
    at = Math.min(Math.max(next, at + 1), end)
  }
  return at
}

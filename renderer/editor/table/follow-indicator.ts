/**
 * Which indicator of a changed record is the one that stood at an index before: for a cursor and an open cell that stay
 * with their row when the table changes under them. Indicators have no id of their own.
 */
import type { Indicator } from '../../../shared/model/project.ts'

/**
 * The index after the change; null: the indicator is not there any more. An unchanged one is found wherever it stands; a
 * changed one by its unchanged neighbours. Indexes past the end (blank rows to write in) stay past the end.
 */
export function followIndicator(
  before: readonly Indicator[],
  after: readonly Indicator[],
  index: number,
): number | null {
  if (index >= before.length) return after.length + index - before.length
  const [from, to] = [before.map(contentOf), after.map(contentOf)]
  const own = from[index]
  const start = from.findIndex((content, at) => content !== to[at])
  if (start === -1 || index < start) return index
  const end = commonEnd(from, to, start)
  if (index >= from.length - end) return index + to.length - from.length
  const same = to.flatMap((content, at) => (content === own ? [at] : []))
  if (same.length > 0) return same.toSorted((one, other) => Math.abs(one - index) - Math.abs(other - index))[0] ?? null
  return from.length === to.length ? index : null
}

const contentOf = (indicator: Indicator): string => JSON.stringify(indicator)

function commonEnd(from: readonly string[], to: readonly string[], start: number): number {
  const most = Math.min(from.length, to.length) - start
  let end = 0
  while (end < most && from[from.length - 1 - end] === to[to.length - 1 - end]) end++
  return end
}

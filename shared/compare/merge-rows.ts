/**
 * The rows of two sides put together: what one side inserted, deleted, moved or wrote is there, whichever side it was. Asked
 * is for a row that one side deleted and the other wrote in, and for one that both moved to different places, or that stands
 * behind a row which the other side moved away.
 */
import { rowPath, writeIndicatorField } from '../model/field-path.ts'
import { emptyIndicator } from '../model/project.ts'
import type { Indicator, ProjectRecord } from '../model/project.ts'
import { alignRows } from './align-rows.ts'
import type { AlignedRow } from './align-rows.ts'
import type { Choice, Choose, Conflict } from './conflict.ts'
import { mergeTexts } from './merge-texts.ts'
import type { Sides } from './merge-texts.ts'
import { isSameRow, rowTexts } from './texts.ts'

export function mergeRows(
  sides: Sides<ProjectRecord>,
  choose: Choose,
): { indicators: Indicator[]; conflicts: Conflict[] } {
  const conflicts: Conflict[] = []
  const ask: Choose = (conflict) => {
    conflicts.push(conflict)
    return choose(conflict)
  }
  const rows = alignRows(sides).flatMap((row): MergedRow[] => {
    const indicator = mergedRow(sides, row, ask)
    return indicator ? [{ ...row, indicator }] : []
  })
  const before = { held: rowsBefore(rows, 'held'), incoming: rowsBefore(rows, 'incoming') }
  const placed = rows.map((row): PlacedRow => {
    return { ...row, by: placedBy(row, before.held.get(row), before.incoming.get(row), sides.base !== null, ask) }
  })
  return { indicators: inOrder(placed).map(({ indicator }) => indicator), conflicts }
}

interface MergedRow extends AlignedRow {
  indicator: Indicator
}

/** null: the row is gone. */
function mergedRow({ base, held, incoming }: Sides<ProjectRecord>, row: AlignedRow, ask: Choose): Indicator | null {
  const before = base?.indicators[row.base ?? -1]
  const here = held.indicators[row.held ?? -1]
  const there = incoming.indicators[row.incoming ?? -1]
  if (here && there) {
    const known = base ? rowTexts(before ?? emptyIndicator()) : null
    const texts = { base: known, held: rowTexts(here), incoming: rowTexts(there) }
    const place = row.held ?? 0
    const { taken } = mergeTexts(texts, ask, (field) => rowPath(place, field))
    const merged = taken.reduce((all, [field, text]) => writeIndicatorField(all, field, text), here)
    return isSameRow(merged, there) ? there : merged
  }
  const only = here ?? there
  if (!only) return null
  if (base && !before) return only // one side added it
  if (before && isSameRow(before, only)) return null // the other side removed it
  const [index, name] = [row.held ?? row.incoming ?? 0, only.name]
  const choice = ask({
    kind: 'row',
    path: rowPath(index),
    base: base ? (before?.name ?? '') : null,
    held: here ? name : '',
    incoming: here ? '' : name,
  })
  return (choice === 'held') === (here !== undefined) ? only : null
}

/** The rows that both sides have, each with the one it stands behind on one side. */
function rowsBefore(rows: readonly MergedRow[], side: Choice): Map<MergedRow, MergedRow | undefined> {
  const common = rows.filter(({ held, incoming }) => held !== null && incoming !== null)
  const ordered = common.toSorted((one, other) => (one[side] ?? 0) - (other[side] ?? 0))
  return new Map(ordered.map((row, index) => [row, ordered[index - 1]]))
}

/** Which side says where the row stands. `here`, `there`: the row before it on each side, among those both have. */
function placedBy(
  row: MergedRow,
  here: MergedRow | undefined,
  there: MergedRow | undefined,
  hasBase: boolean,
  ask: Choose,
): Choice {
  const { base, held, incoming, isMovedHere, isMovedThere } = row
  if (held === null) return 'incoming'
  if (incoming === null || (!isMovedHere && !isMovedThere)) return 'held'
  const isClear =
    hasBase &&
    (isMovedHere && isMovedThere ? here === there : isMovedHere ? !isOnly(here, 'There') : !isOnly(there, 'Here'))
  if (isClear) return isMovedHere ? 'held' : 'incoming'
  return ask({
    kind: 'order',
    path: rowPath(held),
    base: base === null ? null : String(base + 1),
    held: String(held + 1),
    incoming: String(incoming + 1),
  })
}

/** Whether the row was moved on that side alone. */
const isOnly = (row: MergedRow | undefined, side: 'Here' | 'There'): boolean =>
  row !== undefined && row.isMovedHere !== row.isMovedThere && row[`isMoved${side}`]

interface PlacedRow extends MergedRow {
  by: Choice
}

/** The rows that the held side places, as they stand there; each other one behind the row it stands behind on the incoming side. */
function inOrder(rows: readonly PlacedRow[]): PlacedRow[] {
  const frame = rows.filter(({ by }) => by === 'held').toSorted((one, other) => (one.held ?? 0) - (other.held ?? 0))
  const next = new Map<PlacedRow | null, PlacedRow | undefined>(
    [null, ...frame].map((row, index) => [row, frame[index]]),
  )
  const there = rows.filter(({ incoming }) => incoming !== null)
  let before: PlacedRow | null = null
  for (const row of there.toSorted((one, other) => (one.incoming ?? 0) - (other.incoming ?? 0))) {
    if (row.by === 'incoming') {
      let at = before
      // what the held side inserted at the same place comes first
      for (let own = next.get(at); own && own.base === null && own.incoming === null; own = next.get(at)) at = own
      next.set(row, next.get(at)).set(at, row)
    }
    before = row
  }
  const ordered: PlacedRow[] = []
  for (let row = next.get(null); row; row = next.get(row)) ordered.push(row)
  return ordered
}

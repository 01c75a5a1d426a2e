/**
 * How many cells of two records differ. Indicators are matched by their names, not by their places: an inserted row counts
 * its own cells, not those of every row below it. 0 for records that differ in the order of their rows only.
 */
import type { Indicator, ProjectRecord } from '../../shared/model/project.ts'

export function countDifferences(one: ProjectRecord, other: ProjectRecord): number {
  const pairs = matchRows(one.indicators, other.indicators)
  const rows = pairs.reduce((sum, [left, right]) => sum + countTexts(left ?? {}, right ?? {}), 0)
  return countTexts({ ...one, indicators: [] }, { ...other, indicators: [] }) + rows
}

type RowPair = [one: Indicator | undefined, other: Indicator | undefined]

/** Rows of one name are the same; what is left over is paired in its order, as rows that were renamed. */
function matchRows(one: readonly Indicator[], other: readonly Indicator[]): RowPair[] {
  const waiting = Map.groupBy(other, ({ name }) => name.trim())
  const pairs = one.map((row): RowPair => [row, waiting.get(row.name.trim())?.shift()])
  const come = [...waiting.values()].flat()
  const renamed = pairs.map(([row, match]): RowPair => [row, match ?? come.shift()])
  return [...renamed, ...come.map((row): RowPair => [undefined, row])]
}

function countTexts(one: object, other: object): number {
  const left = textsOf(one)
  const right = textsOf(other)
  return [...new Set([...left.keys(), ...right.keys()])].filter(
    (path) => (left.get(path) ?? '') !== (right.get(path) ?? ''),
  ).length
}

/** Every text of a record or a row by its path. */
function textsOf(record: object): Map<string, string> {
  const texts = new Map<string, string>()
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') texts.set(path, value)
    else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) walk(part, `${path}.${key}`)
    }
  }
  walk(record, '')
  return texts
}

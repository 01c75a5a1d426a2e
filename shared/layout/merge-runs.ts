/**
 * Which neighbouring rows of merging columns become one cell: rows with the same text, inside one run of the merging
 * column before. Blank cells never merge.
 */

/** Half-open range of rows [first, end). */
export interface Run {
  first: number
  end: number
}

/** The runs of one column; `texts` one per row, `outer` the runs of the merging column before it. */
export function mergeRuns(texts: readonly string[], outer: readonly Run[]): Run[] {
  const runs: Run[] = []
  for (const { first, end } of outer) {
    for (let row = first; row < end; row++) {
      const last = runs.at(-1)
      if (row > first && last && texts[row] !== '' && texts[row] === texts[row - 1]) last.end = row + 1
      else runs.push({ first: row, end: row + 1 })
    }
  }
  return runs
}

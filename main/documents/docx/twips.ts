/** Word's units from ours: the twentieth of a point (DXA), half-points for sizes of letters. Whole numbers, without a unit behind them. */
export const mmToTwips = (mm: number): number => Math.round((mm / 25.4) * 1440)

export const ptToHalfPoints = (pt: number): number => Math.round(pt * 2)

export const ptToTwips = (pt: number): number => Math.round(pt * 20)

/** Column widths whose sum is the width of the whole table, rounded once: edges[i + 1] - edges[i]. */
export function columnTwips(columnsMm: readonly number[]): number[] {
  let edgeMm = 0
  return columnsMm.map((widthMm) => {
    const start = mmToTwips(edgeMm)
    edgeMm += widthMm
    return mmToTwips(edgeMm) - start
  })
}

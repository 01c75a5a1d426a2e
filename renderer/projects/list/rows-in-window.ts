/**
 * Which rows of a long list are drawn: all rows have one height, so it is a division. Rows come and go in blocks: most
 * wheel steps then draw nothing.
 */
export const block = 4
/** Drawn before they are seen, above and below. */
const spare = 6

/** The rows to draw when `first` is at the top and `visible` fit; a list that has become shorter shows its end. */
export function rowsInWindow(first: number, visible: number, rows: number): { from: number; to: number } {
  const at = Math.max(0, Math.min(first, rows - visible))
  return { from: Math.max(0, at - spare), to: Math.min(rows, at + visible + block + spare) }
}

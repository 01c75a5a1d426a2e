/** The zoom of the printed pages: the steps to choose from, and the next one from what is shown. */
export type PageZoom = number | 'fit'

export const pageZooms: readonly number[] = [0.5, 0.75, 1, 1.25, 1.5, 2]

/** The next step up or down from a factor, which 适合宽度 may have put between two; at the ends the last one. */
export function stepPageZoom(factor: number, by: 1 | -1): number {
  const next =
    by === 1 ? pageZooms.find((step) => step > factor + 0.01) : pageZooms.findLast((step) => step < factor - 0.01)
  return next ?? (by === 1 ? 2 : 0.5)
}

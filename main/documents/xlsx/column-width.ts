/**
 * Column widths of a sheet. Excel counts them in digits of the workbook's default font; ours is 宋体 11, whose widest
 * digit is 8 pixels at 96 pixels an inch. The stored width includes the cell's padding, so it is simply pixels / 8.
 */
const pixelsPerMm = 96 / 25.4
const digitPixels = 8

export function columnWidth(widthMm: number): number {
  return Math.round(((widthMm * pixelsPerMm) / digitPixels) * 256) / 256
}

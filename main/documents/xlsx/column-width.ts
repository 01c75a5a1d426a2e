/**
 * Column widths of a sheet. Programs count them in digits of the workbook's default font, rounded to the pixels of the
 * screen; ours is 宋体 12 (write-specimen.ts), whose digits are 8 pixels at 96 an inch and stay whole at 125 % and 150 %, so
 * that the width comes out the same everywhere (with 宋体 11 it differs by a tenth from screen to screen). The stored
 * width includes the cell's padding, so it is simply pixels / 8. Where the font is missing, columns come out wider and
 * fitting to the page's width makes up for it.
 */
const pixelsPerMm = 96 / 25.4
const digitPixels = 8

export function columnWidth(widthMm: number): number {
  return Math.round(((widthMm * pixelsPerMm) / digitPixels) * 256) / 256
}

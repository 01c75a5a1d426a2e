/** The Layout's styles as CSS at a zoom: fonts in pt and widths in mm become px, so that the sheet has the proportions of the paper. */
import type { CSSProperties } from 'react'
import type { CellStyle } from '../../shared/templates/template.ts'

const pxPerMm = 96 / 25.4
const pxPerPt = 96 / 72

export const mmToPx = (mm: number, zoom: number): number => mm * pxPerMm * zoom
export const ptToPx = (pt: number, zoom: number): number => pt * pxPerPt * zoom

/** The form's font, then what stands for it where it is not installed. */
function fontFamily(font: string): string {
  const isSans = /黑|雅|sans/i.test(font)
  return `"${font}", ${isSans ? '"SimHei", "Noto Sans CJK SC", sans-serif' : '"SimSun", "Songti SC", "Noto Serif CJK SC", "Noto Sans CJK SC", serif'}`
}

export function cssOf(style: CellStyle, zoom: number): CSSProperties {
  return {
    fontFamily: fontFamily(style.font),
    fontSize: ptToPx(style.sizePt, zoom),
    fontWeight: style.bold ? 700 : 400,
    textAlign: style.align,
    verticalAlign: style.valign,
    borderWidth: style.border ? undefined : 0, // a neighbour's line then wins where borders collapse
  }
}

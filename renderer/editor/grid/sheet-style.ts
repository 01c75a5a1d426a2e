/** The Layout's styles as CSS at a zoom: fonts in pt and widths in mm become px, so that the sheet has the proportions of the paper. */
import type { CSSProperties } from 'react'
import { cellPaddingMm, lineHeight, verticalPaddingPt } from '../../../shared/layout/row-height.ts'
import type { CellStyle } from '../../../shared/templates/template.ts'

const pxPerMm = 96 / 25.4
const pxPerPt = 96 / 72

export const mmToPx = (mm: number, zoom: number): number => mm * pxPerMm * zoom
export const ptToPx = (pt: number, zoom: number): number => pt * pxPerPt * zoom

/** The form's font, then what stands for it where it is not installed. */
function fontFamily(font: string): string {
  const isSans = /黑|雅|sans/i.test(font)
  return `"${font}", ${isSans ? '"SimHei", "Noto Sans CJK SC", sans-serif' : '"SimSun", "Songti SC", "Noto Serif CJK SC", "Noto Sans CJK SC", serif'}`
}

/** Half a line of the table, 1 px at every zoom, takes room inside each cell. */
const halfLinePx = 0.5

/** Padding and line height are those of the paper, so that lines break on the screen where they will on paper. */
export function cssOf(style: CellStyle, zoom: number): CSSProperties {
  return {
    fontFamily: fontFamily(style.font),
    fontSize: ptToPx(style.sizePt, zoom),
    fontWeight: style.bold ? 700 : 400,
    textAlign: style.align,
    verticalAlign: style.valign,
    lineHeight,
    padding: `${ptToPx(verticalPaddingPt / 2, zoom) - halfLinePx}px ${mmToPx(cellPaddingMm, zoom) - halfLinePx}px`,
    borderWidth: style.border ? undefined : 0, // a neighbour's line then wins where borders collapse
  }
}

/** The same for the textarea over a cell, so that its text does not move when editing begins. */
export const openCellCss = (style: CellStyle, zoom: number): CSSProperties => ({
  ...cssOf(style, zoom),
  alignContent: { top: 'start', middle: 'center', bottom: 'end' }[style.valign],
})

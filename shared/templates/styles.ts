/**
 * The cell styles the official forms share (forms.md 9: title 黑体, table 宋体). A template takes the set for its
 * table size and may add its own. Sizes in points.
 */
import type { CellStyle } from './template.ts'

const table = { font: '宋体', bold: false, valign: 'middle', border: true } as const

/** Styles of a form whose table is printed in `sizePt`. */
export function formStyles(sizePt: number): Record<string, CellStyle> {
  return {
    title: { font: '黑体', sizePt: 18, bold: false, align: 'center', valign: 'middle', border: false },
    subtitle: { font: '宋体', sizePt: 12, bold: false, align: 'center', valign: 'middle', border: false },
    lineLeft: { font: '宋体', sizePt: 10.5, bold: false, align: 'left', valign: 'middle', border: false },
    lineRight: { font: '宋体', sizePt: 10.5, bold: false, align: 'right', valign: 'middle', border: false },
    label: { ...table, sizePt, align: 'center' },
    heading: { ...table, sizePt, align: 'center', bold: true },
    center: { ...table, sizePt, align: 'center' },
    left: { ...table, sizePt, align: 'left' },
    right: { ...table, sizePt, align: 'right' },
    top: { ...table, sizePt, align: 'left', valign: 'top' },
    totalText: { ...table, sizePt, align: 'center', bold: true },
    totalAmount: { ...table, sizePt, align: 'right', bold: true },
  }
}

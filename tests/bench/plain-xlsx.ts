/** A plain exceljs program that draws Layouts: what anyone would write with the library's documentation beside them. */
import ExcelJS from 'exceljs'
import type { LayoutList } from '../../main/documents/volume.ts'
import type { Layout } from '../../shared/layout/layout.ts'

export async function plainXlsx(layouts: LayoutList): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  for (let index = 0; index < layouts.length; index++) {
    const layout = layouts.at(index)
    if (layout !== undefined) drawSheet(workbook.addWorksheet(`${index + 1}`), layout)
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

const inches = (mm: number): number => mm / 25.4

function drawSheet(sheet: ExcelJS.Worksheet, layout: Layout): void {
  const { top, right, bottom, left } = layout.page.marginsMm
  sheet.pageSetup = {
    // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- A4, a const enum that is gone at run time
    paperSize: 9,
    orientation: layout.page.orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    printTitlesRow: `${layout.repeatedRows.first + 1}:${layout.repeatedRows.first + layout.repeatedRows.count}`,
    margins: {
      top: inches(top),
      right: inches(right),
      bottom: inches(bottom),
      left: inches(left),
      header: 0.3,
      footer: 0.3,
    },
  }
  sheet.headerFooter.oddFooter = '第 &P 页，共 &N 页'
  layout.columnsMm.forEach((widthMm, index) => (sheet.getColumn(index + 1).width = widthMm / 2.1))
  layout.rows.forEach((row, index) => (sheet.getRow(index + 1).height = row.heightPt))
  for (const cell of layout.cells) {
    const style = layout.styles[cell.style]
    if (cell.rowSpan > 1 || cell.colSpan > 1) {
      sheet.mergeCells(cell.row + 1, cell.column + 1, cell.row + cell.rowSpan, cell.column + cell.colSpan)
    }
    const first = sheet.getCell(cell.row + 1, cell.column + 1)
    first.value = cell.number === undefined || cell.number.value === '' ? cell.text : Number(cell.number.value)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.colSpan; column++) {
        const target = sheet.getCell(row + 1, column + 1)
        if (style === undefined) continue
        target.font = { name: style.font, size: style.sizePt, bold: style.bold, charset: 134 }
        target.alignment = { horizontal: style.align, vertical: style.valign, wrapText: true }
        target.numFmt = cell.number?.format ?? '@'
        if (!style.border) continue
        target.border = {
          top: { style: 'thin' },
          right: { style: 'thin' },
          bottom: { style: 'thin' },
          left: { style: 'thin' },
        }
      }
    }
  }
}

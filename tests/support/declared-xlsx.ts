/** A declared file as a real .xlsx: merged cells, numbers under their formats, formulas with their results, hidden rows and sheets. */
import ExcelJS from 'exceljs'
import { placeCells, widthOf } from './declared-table.ts'
import type { DeclaredCell, DeclaredFile, DeclaredSheet } from './declared-table.ts'

export async function declaredXlsx({ sheets }: DeclaredFile): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  for (const sheet of sheets) fillSheet(workbook.addWorksheet(sheet.name, { state: sheet.state ?? 'visible' }), sheet)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function fillSheet(worksheet: ExcelJS.Worksheet, { parts }: DeclaredSheet): void {
  const width = Math.max(1, ...parts.map((part) => (typeof part === 'string' ? 1 : widthOf(part.rows))))
  let top = 1
  for (const part of parts) {
    if (typeof part === 'string') {
      if (part !== '') {
        worksheet.getCell(top, 1).value = part
        if (width > 1) worksheet.mergeCells(top, 1, top, width)
      }
      top++
      continue
    }
    for (const { row, column, rowSpan, colSpan, cell } of placeCells(part)) {
      const target = worksheet.getCell(top + row, column + 1)
      fillCell(target, cell)
      if (rowSpan > 1 || colSpan > 1) {
        worksheet.mergeCells(top + row, column + 1, top + row + rowSpan - 1, column + colSpan)
      }
      for (let line = 0; line < rowSpan; line++) {
        for (let place = 0; place < colSpan; place++) {
          worksheet.getCell(top + row + line, column + 1 + place).border = thinBorder
        }
      }
    }
    for (const row of part.hiddenRows ?? []) worksheet.getRow(top + row).hidden = true
    top += part.rows.length
  }
}

const thinBorder: Partial<ExcelJS.Borders> = {
  top: { style: 'thin' },
  left: { style: 'thin' },
  bottom: { style: 'thin' },
  right: { style: 'thin' },
}

function fillCell(target: ExcelJS.Cell, { shown, stored, format, formula }: DeclaredCell): void {
  if (stored === undefined) target.value = shown === '' ? null : shown
  else target.value = formula === undefined ? stored : { formula, result: stored }
  if (format !== undefined) target.numFmt = format
  if (shown.includes('\n')) target.alignment = { wrapText: true }
}

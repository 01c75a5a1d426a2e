/** Reading 1,000 .xlsx into records (limits, grid, recognition, extraction). To reach: ≤ 0.3 × exceljs loading them. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import exceljs from 'exceljs'
import { readBytes } from '../../../main/documents/access/read-bytes.ts'
import { readDocument } from '../../../main/documents/read.ts'
import { readGrid } from '../../../shared/reading/read-grid.ts'
import { builtIn } from '../../../shared/templates/built-in.ts'
import { xlsxFiles } from '../xlsx-folder.ts'

export const name = '读 1,000 个 .xlsx 成记录'
const files = await xlsxFiles(1000)

export async function ours() {
  let indicators = 0
  let gridMs = 0
  for (const file of files) {
    const start = performance.now()
    const { grids } = readDocument(basename(file), readBytes(file))
    gridMs += performance.now() - start
    for (const grid of grids)
      for (const table of readGrid(grid, builtIn.all)) indicators += table.record.indicators.length
  }
  return { indicators, gridMs: Math.round(gridMs) }
}

export async function plain() {
  let cells = 0
  for (const file of files) {
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.load(readFileSync(file) as unknown as ArrayBuffer) // a Buffer is what it takes; its types say otherwise
    workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => (cells += cell.text === '' ? 0 : 1))))
  }
  return { cells }
}

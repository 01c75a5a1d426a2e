/** .xlsx (and .xlsm, .xltx, strict) → one Grid for each visible sheet that shows text. */
import type { Grid } from '../../../shared/layout/grid.ts'
import { FileProblem } from '../file-problem.ts'
import { limits } from '../limits.ts'
import { partKey } from '../zip/open-zip.ts'
import type { Zip } from '../zip/open-zip.ts'
import { originOf } from '../zip/own-origin.ts'
import { readSheet } from './read-sheet.ts'
import { readWorkbook } from './read-workbook.ts'
import { gridOfSheet } from './sheet-grid.ts'

export function readXlsx(zip: Zip, workbookPart: string): Grid[] {
  const origin = originOf(zip.read(['docProps/app.xml']).values().next().value)
  const workbook = readWorkbook(zip, workbookPart, origin)
  const grids: Grid[] = []
  let cells = 0
  for (const batch of batches(zip, workbook.sheets)) {
    const parts = zip.read(batch.map(({ part }) => part))
    for (const { name, part } of batch) {
      const bytes = parts.get(partKey(part))
      if (!bytes) {
        throw new FileProblem(
          'F-DAMAGED',
          `里缺少工作表“${name}”的内容，文件已损坏。请用 Excel 或 WPS 打开修复后另存一份再试。`,
        )
      }
      const grid = gridOfSheet(name, readSheet(bytes, workbook), origin)
      if (!grid) continue
      cells += grid.cells.length
      if (cells > limits.cells) {
        throw new FileProblem(
          'F-LARGE',
          `里有内容的单元格超过 ${limits.cells} 个，超出读取上限。请拆分成几个文件再试。`,
        )
      }
      grids.push(grid)
    }
  }
  return grids
}

/** Sheets in groups whose unpacked size stays near limits.batchBytes: unpacking one by one would scan the package each time. */
function batches(zip: Zip, sheets: readonly { name: string; part: string }[]): { name: string; part: string }[][] {
  const groups: { name: string; part: string }[][] = []
  let size = Infinity
  for (const sheet of sheets) {
    const bytes = zip.size(sheet.part)
    if (size + bytes > limits.batchBytes) {
      groups.push([])
      size = 0
    }
    groups.at(-1)?.push(sheet)
    size += bytes
  }
  return groups
}

/** One .xlsx of 1,000 Korla tables. To reach: ≤ 0.3 × plain exceljs, ≤ 200 MB. */
import { writeXlsx } from '../../../main/documents/xlsx/write.ts'
import { korlaTables } from '../korla-tables.ts'
import { plainXlsx } from '../plain-xlsx.ts'

export const name = '一个 .xlsx，1,000 张表'
const layouts = korlaTables(1000)

export async function ours() {
  const bytes = await writeXlsx(layouts, { title: '云溪县', contents: true, createdAt: '2024-01-01T00:00:00Z' })
  return { bytes: bytes.length }
}

export async function plain() {
  return { bytes: (await plainXlsx(layouts)).length }
}

/** One .docx of 1,000 Korla tables. To reach: ≤ 0.06 × plain docx, ≤ 300 MB. */
import { writeDocx } from '../../../main/documents/docx/write.ts'
import { korlaTables } from '../korla-tables.ts'
import { plainDocx } from '../plain-docx.ts'

export const name = '一个 .docx，1,000 张表'
const layouts = korlaTables(1000)

export async function ours() {
  const bytes = await writeDocx(layouts, { title: '云溪县', contents: true, createdAt: '2024-01-01T00:00:00Z' })
  return { bytes: bytes.length }
}

export async function plain() {
  return { bytes: (await plainDocx(layouts)).length }
}

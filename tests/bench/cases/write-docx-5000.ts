/** Whether the cost grows in a straight line: ours with 5,000 tables beside ours with 1,000. To reach: ≤ 5.5. */
import { writeDocx } from '../../../main/documents/docx/write.ts'
import { korlaTables } from '../korla-tables.ts'

export const name = '一个 .docx：5,000 张表对 1,000 张（“普通”一栏是 1,000 张）'
const layouts = korlaTables(1000)
const options = { title: '云溪县', contents: true, createdAt: '2024-01-01T00:00:00Z' }

export async function ours() {
  return { bytes: (await writeDocx(korlaTables(5000), options)).length }
}

export async function plain() {
  return { bytes: (await writeDocx(layouts, options)).length }
}

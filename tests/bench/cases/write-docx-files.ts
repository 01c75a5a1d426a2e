/** 1,000 .docx of one Korla table each. To reach: ≤ 0.3 × plain docx. */
import { writeDocx } from '../../../main/documents/docx/write.ts'
import { korlaTables } from '../korla-tables.ts'
import { plainDocx } from '../plain-docx.ts'

export const name = '1,000 个 .docx，各一张表'
const layouts = korlaTables(1000)
const each = Array.from({ length: layouts.length }, (_, index) => index)

export async function ours() {
  let bytes = 0
  for (const index of each) {
    const layout = layouts.at(index)
    if (layout === undefined) continue
    const file = await writeDocx([layout], { title: layout.title, contents: false, createdAt: '2024-01-01T00:00:00Z' })
    bytes += file.length
  }
  return { bytes }
}

export async function plain() {
  let bytes = 0
  for (const index of each) bytes += (await plainDocx({ length: 1, at: () => layouts.at(index) })).length
  return { bytes }
}

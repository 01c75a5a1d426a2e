/** 20 PDFs of one Korla table each, beside Chromium started for each of the same pages. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeHtml } from '../../../main/documents/html/write.ts'
import { openBrowserPrinter } from '../../../main/documents/pdf/pdf.ts'
import { korlaTables } from '../korla-tables.ts'
import { plainPdf } from '../plain-pdf.ts'

export const name = '20 个 PDF，各一张表'
export const worksElsewhere = true
const layouts = korlaTables(20)
const indices = Array.from({ length: layouts.length }, (_, index) => index)
const folder = mkdtempSync(join(tmpdir(), 'jibiao-bench-pdf-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

async function draw(index: number) {
  const layout = layouts.at(index)
  if (layout === undefined) throw new Error(`no table ${index}`)
  const options = { title: layout.title, contents: false, createdAt: '2024-01-01T00:00:00Z' }
  return new Uint8Array(await writeHtml([layout], options))
}
for (const index of indices) writeFileSync(join(folder, `${index}.html`), await draw(index))

export async function ours() {
  const printer = openBrowserPrinter()
  let bytes = 0
  try {
    for (const index of indices) bytes += (await printer.print(await draw(index), {})).length
  } finally {
    await printer.close()
  }
  return { bytes }
}

export async function plain() {
  let bytes = 0
  for (const index of indices) {
    const pdf = join(folder, `${index}.pdf`)
    plainPdf(join(folder, `${index}.html`), pdf, join(folder, 'profile'))
    bytes += statSync(pdf).size
  }
  return { bytes }
}

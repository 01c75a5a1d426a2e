/** 100 Korla tables → one PDF: building, drawing and printing them, beside Chromium printing the same HTML from a file. To reach: ≤ 1.2 × Chromium. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeHtml } from '../../../main/documents/html/write.ts'
import { openBrowserPrinter } from '../../../main/documents/pdf/pdf.ts'
import { korlaTables } from '../korla-tables.ts'
import { plainPdf } from '../plain-pdf.ts'

export const name = '100 张表，一个 PDF'
export const worksElsewhere = true
const layouts = korlaTables(100)
const options = { title: '云溪县', contents: true, createdAt: '2024-01-01T00:00:00Z' }
const folder = mkdtempSync(join(tmpdir(), 'jibiao-bench-pdf-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const page = join(folder, 'page.html')
writeFileSync(page, await writeHtml(layouts, options))

export async function ours() {
  const printer = openBrowserPrinter()
  try {
    const pdf = await printer.print(new Uint8Array(await writeHtml(layouts, options)), {})
    return { bytes: pdf.length }
  } finally {
    await printer.close()
  }
}

export async function plain() {
  const pdf = join(folder, 'page.pdf')
  plainPdf(page, pdf, join(folder, 'profile'))
  return { bytes: statSync(pdf).size }
}

/** Which Office document a zip package holds, by its own relationships, and the name of its main part. */
import { FileProblem } from './file-problem.ts'
import type { Zip } from './zip/open-zip.ts'
import { relationshipsOf } from './zip/relationships.ts'

export interface OfficePackage {
  kind: 'xlsx' | 'docx'
  mainPart: string
}

export function packageKind(zip: Zip): OfficePackage {
  const main = relationshipsOf(zip, '').find(({ type }) => type === 'officeDocument')?.target
  const candidates = [main ?? '', 'xl/workbook.xml', 'word/document.xml'].filter((part) => zip.has(part))
  const part = candidates[0] ?? ''
  if (/(^|\/)word\/|document\.xml$/i.test(part)) return { kind: 'docx', mainPart: part }
  if (/\.bin$/i.test(part)) {
    throw new FileProblem('F-OLD', '是二进制工作簿（.xlsb）。请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。')
  }
  if (/(^|\/)xl\/|workbook\.xml$/i.test(part)) return { kind: 'xlsx', mainPart: part }
  if (zip.has('content.xml') && zip.has('mimetype')) {
    throw new FileProblem(
      'F-FOREIGN',
      '是 OpenDocument 文件（.ods、.odt）。请用 WPS 或 LibreOffice 打开，另存为 .xlsx 或 .docx 后再试。',
    )
  }
  if (zip.has('OFD.xml'))
    throw new FileProblem('F-FOREIGN', '是 OFD 版式文件，没有可读取的表格。请提供原来的 .xlsx 或 .docx 文件。')
  if (main !== undefined || zip.has('[Content_Types].xml')) {
    throw new FileProblem(
      'F-FOREIGN',
      '里没有表格或文档的正文，可能是演示文稿，或文件已损坏。请提供 .xlsx 或 .docx 文件。',
    )
  }
  throw new FileProblem('F-FOREIGN', '是压缩包，不是表格文件。请先解压，再选择里面的表格文件。')
}

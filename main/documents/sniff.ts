/**
 * What a file is by its content; the name decides only between kinds of text. Names lie: an .xls may be a web page, an
 * .xlsx, tab-separated text or a renamed picture.
 */
import { FileProblem } from './file-problem.ts'

export type TextKind = 'html' | 'json' | 'csv' | 'text'

/** Before any decoding. Throws FileProblem for content that is none of ours. */
export function refuseForeign(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new FileProblem('F-EMPTY', '是空文件，没有任何内容。请重新取得文件后再试。')
  if (startsWith(bytes, 'd0cf11e0a1b11ae1')) throw oldOffice(bytes)
  for (const [magic, what] of foreign) {
    if (startsWith(bytes, magic)) throw new FileProblem('F-FOREIGN', `其实是${what}，不是表格文件。${readable}`)
  }
}

const readable = '请提供 .xlsx、.docx、.html、.txt、.csv 或 .json 文件。'

/** Leading bytes in hexadecimal → what it is. */
const foreign: readonly (readonly [string, string])[] = [
  ['255044462d', ' PDF 文件'],
  ['89504e47', '图片（PNG）'],
  ['ffd8ff', '图片（JPEG）'],
  ['47494638', '图片（GIF）'],
  ['49492a00', '图片（TIFF）'],
  ['4d4d002a', '图片（TIFF）'],
  ['52494646', '图片、声音或影像文件'],
  ['52617221', '压缩包（RAR），请先解压'],
  ['377abcaf271c', '压缩包（7z），请先解压'],
  ['1f8b', '压缩包（gzip），请先解压'],
  ['7f454c46', '程序文件'],
  ['7b5c727466', ' RTF 文档，请用 Word 或 WPS 另存为 .docx 后再试'],
  ['53514c69746520666f726d6174203300', '数据库文件'],
]

function startsWith(bytes: Uint8Array, hex: string): boolean {
  for (let index = 0; index * 2 < hex.length; index++) {
    if (bytes[index] !== Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16)) return false
  }
  return true
}

/** An OLE container: .xls, .doc, or the envelope of an encrypted .xlsx/.docx. Its directory names the streams in UTF-16. */
function oldOffice(bytes: Uint8Array): FileProblem {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (stream: string) => file.includes(Buffer.from(stream, 'utf16le'))
  if (holds('EncryptedPackage')) {
    return new FileProblem(
      'F-PASSWORD',
      '设有打开密码，无法读取。请用 Excel、WPS 或 Word 打开，取消密码后另存一份再试。',
    )
  }
  if (holds('WordDocument')) {
    return new FileProblem('F-OLD', '是旧版 Word 文件（.doc）。请用 Word 或 WPS 打开，另存为 .docx 后再试。')
  }
  if (holds('Workbook') || holds('Book')) {
    return new FileProblem('F-OLD', '是旧版 Excel 文件（.xls）。请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。')
  }
  return new FileProblem('F-OLD', '是旧版 Office 文件。请用 Excel、WPS 或 Word 打开，另存为 .xlsx 或 .docx 后再试。')
}

export function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, '504b0304') || startsWith(bytes, '504b0506')
}

/** The kind of decoded text. */
export function textKind(name: string, text: string): TextKind {
  const start = text.slice(0, 2000).trimStart()
  const extension = /\.([^.]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? ''
  if (/^MIME-Version:/i.test(start)) {
    throw new FileProblem(
      'F-FOREIGN',
      '是单文件网页（.mht）。请用 Excel、WPS 或浏览器打开，另存为 .xlsx 或 .html 后再试。',
    )
  }
  if (start.startsWith('<?xml') && /urn:schemas-microsoft-com:office:spreadsheet|Excel\.Sheet/.test(start)) {
    throw new FileProblem('F-OLD', '是“XML 表格 2003”文件。请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。')
  }
  if (/^<(!doctype\s+html|html|head|body|meta|style|table|div|p|span)\b/i.test(withoutProlog(start))) return 'html'
  if (extension === 'html' || extension === 'htm') return 'html'
  if (extension === 'json') return 'json'
  return extension === 'csv' ? 'csv' : 'text'
}

/** Behind the XML declaration and a comment, which stand before some saved pages. */
function withoutProlog(start: string): string {
  const text = start.replace(/^<\?xml[^>]*>/i, '').trimStart()
  const end = text.startsWith('<!--') ? text.indexOf('-->') : -1
  return end === -1 ? text : text.slice(end + 3).trimStart()
}

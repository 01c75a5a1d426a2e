/**
 * Bytes of a text file → text: byte order mark, UTF-16 without mark (every second byte zero), UTF-8, then GB18030 (the
 * Chinese Windows default; covers GBK and GB2312). Every decoder is strict: text is never silently wrong. Line ends
 * stay as they are.
 */
import { FileProblem } from './file-problem.ts'

export function decodeText(bytes: Uint8Array, declared?: string): string {
  const text =
    decodeMarked(bytes) ?? (declared === undefined ? null : decodeAs(bytes, declared)) ?? decodeGuessed(bytes)
  checkCharacters(text)
  return text
}

function decodeMarked(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return decodeAs(bytes, 'utf-8') ?? refuseDamaged(bytes)
  if (first === 0xff && second === 0xfe) return decodeAs(bytes, 'utf-16le') ?? refuse()
  if (first === 0xfe && second === 0xff) return decodeAs(bytes, 'utf-16be') ?? refuse()
  return null
}

function decodeGuessed(bytes: Uint8Array): string {
  const wide = wideEncoding(bytes)
  if (wide !== null) return decodeAs(bytes, wide) ?? refuse()
  const utf8 = decodeAs(bytes, 'utf-8')
  if (utf8 !== null) return utf8
  if (isNearlyUtf8(bytes)) return refuseDamaged(bytes)
  return decodeAs(bytes, 'gb18030') ?? refuse()
}

/** null where the bytes are invalid in that encoding, or its name is unknown. */
function decodeAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    const label = /^(gb2312|gbk|gb_2312-80|x-gbk|cp936)$/i.test(encoding) ? 'gb18030' : encoding
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null // the caller tries the next encoding
  }
}

/** UTF-16 without a mark: in a table many characters are tabs, digits and line ends, whose other byte is zero. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length - (bytes.length % 2), 4096)
  if (length < 4 || bytes.length % 2 !== 0) return null
  let evenZeros = 0
  let oddZeros = 0
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) evenZeros++
    if (bytes[index + 1] === 0) oddZeros++
  }
  const pairs = length / 2
  if (oddZeros > pairs * 0.05 && evenZeros === 0) return 'utf-16le'
  return evenZeros > pairs * 0.05 && oddZeros === 0 ? 'utf-16be' : null
}

/** UTF-8 with a few broken bytes: GB18030 would read it as nonsense. */
function isNearlyUtf8(bytes: Uint8Array): boolean {
  const { bad, good } = countReplaced(bytes)
  return good > bad * 3
}

function countReplaced(bytes: Uint8Array): { bad: number; good: number } {
  let bad = 0
  let good = 0
  for (const character of new TextDecoder('utf-8').decode(bytes)) {
    if (character === '\ufffd') bad++
    else if (character > '\u07ff') good++
  }
  return { bad, good }
}

function refuseDamaged(bytes: Uint8Array): never {
  const { bad } = countReplaced(bytes)
  throw new FileProblem(
    'F-ENCODING',
    `里有 ${bad} 处文字编码已损坏，可能没有复制完。请重新取得文件，或用记事本打开检查后另存为 UTF-8 再试。`,
  )
}

function refuse(): never {
  throw new FileProblem('F-ENCODING', '的文字编码无法识别。请用记事本打开，另存为 UTF-8 编码后再试。')
}

/** Control characters mean that the bytes are no text: a renamed program, picture or archive. */
function checkCharacters(text: string): void {
  let control = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 0) throw notText()
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12) control++
  }
  if (control > 8 && control > text.length / 500) throw notText()
}

function notText(): FileProblem {
  return new FileProblem(
    'F-FOREIGN',
    '不是文字文件，也不是本程序能读的表格。请提供 .xlsx、.docx、.html、.txt、.csv 或 .json 文件。',
  )
}

/** The charset an .html page declares in its first bytes; undefined where none. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  const tags = [...head.matchAll(/<meta[^<>]*/gi)].map(([tag]) => tag)
  const charset = tags.map((tag) => /charset\s*=\s*(?:["']\s*)?([\w-]+)/i.exec(tag)?.[1]).find(Boolean)
  return charset !== undefined && /^utf-?16/i.test(charset) ? undefined : charset
}

/**
 * Reads one XML part with saxes and tells the handlers about elements by local name (Office writes `row`, `x:row`,
 * `w:tbl`, `ns0:tbl` for the same thing). Entities are not resolved beyond XML's own five; a DOCTYPE is refused; nesting
 * is limited. Broken XML throws FileProblem.
 */
import { SaxesParser } from 'saxes'
import { FileProblem } from '../file-problem.ts'
import { limits } from '../limits.ts'

export type Attributes = Record<string, string>

export interface XmlHandlers {
  open(name: string, attributes: Attributes): void
  close?(name: string): void
  text?(text: string): void
}

const chunkBytes = 1024 * 1024

export function readXml(bytes: Uint8Array, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ position: false, xmlns: false })
  let depth = 0
  let elements = 0
  parser.on('opentag', (tag) => {
    depth++
    if (++elements > limits.xmlElements) {
      throw new FileProblem('F-LARGE', '的内容太多，超出读取上限。请拆分成几个文件再试。')
    }
    if (depth > limits.xmlDepth) {
      throw new FileProblem('F-NESTING', '的内容嵌套太深，不像正常的表格文件，为安全起见不予读取。')
    }
    handlers.open(localName(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag) => {
    depth--
    handlers.close?.(localName(tag.name))
  })
  if (handlers.text) {
    const text = handlers.text.bind(handlers)
    parser.on('text', text)
    parser.on('cdata', text)
  }
  parser.on('doctype', () => {
    throw new FileProblem('F-DOCTYPE', '里有 DOCTYPE 声明，正常的 Office 文件没有它，为安全起见不予读取。')
  })
  parser.on('error', (error) => {
    throw error
  })
  try {
    for (const text of decoded(bytes)) parser.write(text)
    parser.close()
  } catch (error) {
    if (error instanceof FileProblem) throw error
    throw new FileProblem(
      'F-DAMAGED',
      '内部的 XML 已损坏，无法读取。请用 Excel、WPS 或 Word 打开修复后另存一份再试。',
      {
        cause: error,
      },
    )
  }
}

/** An attribute by local name, whatever its prefix: `val` finds `w:val`. */
export function attributeOf(attributes: Attributes, name: string): string | undefined {
  const direct = attributes[name]
  if (direct !== undefined) return direct
  for (const key in attributes) {
    if (key.endsWith(name) && key[key.length - name.length - 1] === ':') return attributes[key]
  }
  return undefined
}

/** An on/off element or attribute of Office XML: present means on unless its value says otherwise. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || (value !== '0' && value !== 'false' && value !== 'off')
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

/** The text piece by piece. A part of one piece needs no decoder of its own: making one costs more than most parts. */
function* decoded(bytes: Uint8Array): Generator<string> {
  const encoding = encodingOf(bytes)
  if (encoding === 'utf-8' && bytes.length <= chunkBytes) {
    yield strictUtf8.decode(bytes)
    return
  }
  const decoder = new TextDecoder(encoding, { fatal: true })
  for (let start = 0; start < bytes.length; start += chunkBytes)
    yield decoder.decode(bytes.subarray(start, start + chunkBytes), { stream: true })
  yield decoder.decode()
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

/** The shared strings of a workbook: rich text runs are joined, phonetic guides (rPh) are left out. */
import { FileProblem } from '../file-problem.ts'
import { limits } from '../limits.ts'
import { readXml } from '../xml/read-xml.ts'
import { unescapeText } from './escaped-text.ts'

export function readStrings(bytes: Uint8Array | undefined): string[] {
  const strings: string[] = []
  if (!bytes) return strings
  let text = ''
  let isText = false
  let phonetic = 0
  readXml(bytes, {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic++
      isText = name === 't' && phonetic === 0
    },
    close(name) {
      isText = false
      if (name === 'rPh') phonetic--
      if (name !== 'si') return
      if (strings.length >= limits.cells) {
        throw new FileProblem('F-LARGE', `里的文字超过 ${limits.cells} 格，超出读取上限。请拆分成几个文件再试。`)
      }
      strings.push(unescapeText(text))
    },
    text(part) {
      if (isText) text += part
    },
  })
  return strings
}
